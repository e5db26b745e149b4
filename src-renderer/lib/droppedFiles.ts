// What was dropped on the window, as plain files with their paths inside the dropped folder.

export interface DroppedFile {
  name: string
  file: File
}

export interface Dropped {
  /** Of the folder, or of the first file. */
  title: string
  files: DroppedFile[]
}

const mostFiles = 2_000

export function holdsFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false
}

/** Folders and weights; must be asked while the event runs. */
export function holdsModel({ dataTransfer }: DragEvent): boolean {
  const entries = [...(dataTransfer?.items ?? [])].map((item) => item.webkitGetAsEntry())
  const names = [...(dataTransfer?.files ?? [])].map(({ name }) => name)
  return (
    entries.some((entry) => entry?.isDirectory) ||
    names.some((name) => /\.(safetensors|gguf)$/i.test(name))
  )
}

/**
 * Files that were copied as such. Office programs put a picture beside a copied text: then the text is
 * meant. File managers put the names or places of the files beside them.
 */
export function pastedFiles(data: Pick<DataTransfer, 'files' | 'getData'> | null): File[] {
  const files = [...(data?.files ?? [])]
  const lines = (data?.getData('text/plain') ?? '').split(/[\r\n]+/).filter((line) => line !== '')
  const names = files.flatMap(({ name }) => [name, encodeURIComponent(name)])
  const isName = (line: string): boolean =>
    names.some((name) => line === name || line.endsWith(`/${name}`) || line.endsWith(`\\${name}`))
  return lines.every(isName) ? files : []
}

/** The first dropped thing as the browser names it; must be read while the event runs. */
export function firstFile(event: DragEvent): File | null {
  return event.dataTransfer?.files[0] ?? null
}

/**
 * Every file below what was dropped. A single folder's own name becomes the title and is left out of
 * the names. The entries are taken before the first pause, because the event forgets them after it.
 */
export async function droppedFiles(event: DragEvent): Promise<Dropped> {
  const entries = [...(event.dataTransfer?.items ?? [])]
    .map((item) => item.webkitGetAsEntry())
    .filter((entry) => entry !== null)
  const plain = [...(event.dataTransfer?.files ?? [])]
  if (entries.length === 0) {
    return { title: plain[0]?.name ?? '', files: plain.map((file) => ({ name: file.name, file })) }
  }
  const files: DroppedFile[] = []
  const only = entries.length === 1 ? entries[0] : undefined
  for (const entry of entries) {
    const inside = entry === only && entry.isDirectory
    await collect(entry, inside ? '' : entry.name, files)
  }
  return { title: only?.name ?? entries[0]?.name ?? '', files }
}

/** The same from a file field with `webkitdirectory`. */
export function chosenFiles(list: FileList): Dropped {
  const files = [...list]
  const title = files[0]?.webkitRelativePath.split('/')[0] ?? files[0]?.name ?? ''
  return {
    title,
    files: files.map((file) => ({
      name: file.webkitRelativePath.split('/').slice(1).join('/') || file.name,
      file
    }))
  }
}

async function collect(entry: FileSystemEntry, path: string, into: DroppedFile[]): Promise<void> {
  if (into.length >= mostFiles) return
  if (entry.isFile) {
    const file = await new Promise<File>((done, fail) =>
      (entry as FileSystemFileEntry).file(done, fail)
    )
    into.push({ name: path, file })
    return
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  for (;;) {
    // A reader gives at most a hundred entries at a time.
    const some = await new Promise<FileSystemEntry[]>((done, fail) =>
      reader.readEntries(done, fail)
    )
    if (some.length === 0) return
    for (const child of some) {
      await collect(child, path === '' ? child.name : `${path}/${child.name}`, into)
    }
  }
}
