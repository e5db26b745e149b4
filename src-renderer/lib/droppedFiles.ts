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
