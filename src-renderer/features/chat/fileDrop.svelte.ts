// Text files dropped on the conversation. Folders and weights are left to whoever takes models.
import { holdsFiles, holdsModel } from '../../lib/droppedFiles'

export class FileDrop {
  /** Files are held over it: entered parts that were not left. */
  #entered = $state(0)

  constructor(private readonly onFiles: (files: File[]) => void) {}

  get over(): boolean {
    return this.#entered > 0
  }

  /** For `{@attach}`: while files are held here, nobody around is told of them. */
  readonly watch = (place: HTMLElement): (() => void) => {
    const { signal, abort } = listening()
    const on = (type: 'dragenter' | 'dragleave' | 'dragover', run: (event: DragEvent) => void) =>
      place.addEventListener(
        type,
        (event) => {
          if (!holdsFiles(event)) return
          event.stopPropagation()
          run(event)
        },
        { signal }
      )
    on('dragenter', () => this.#entered++)
    on('dragleave', () => (this.#entered = Math.max(0, this.#entered - 1)))
    on('dragover', (event) => {
      event.preventDefault()
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy'
    })
    place.addEventListener('drop', (event) => this.#drop(event), { signal })
    return abort
  }

  #drop(event: DragEvent): void {
    this.#entered = 0
    if (!holdsFiles(event) || holdsModel(event)) return
    event.preventDefault()
    event.stopPropagation()
    this.onFiles([...(event.dataTransfer?.files ?? [])])
  }
}

function listening(): { signal: AbortSignal; abort: () => void } {
  const controller = new AbortController()
  return { signal: controller.signal, abort: () => controller.abort() }
}
