// Text files on their way into the message, however they came: chosen, dropped or pasted.
import { pastedFiles } from '../../lib/droppedFiles'
import { say, show } from '../../messages/current.svelte'
import { asBlock, attachmentLimitBytes, readAttachment, type Refusal } from './attachedText'
import type { ChatSession } from './session.svelte'

const mostAtOnce = 20

export class Attachments {
  /** What was refused of the last ones, in words. */
  refused = $state<string | null>(null)

  constructor(private readonly session: ChatSession) {}

  /** Puts their texts behind what is typed, in the order of the files. */
  async take(files: readonly File[]): Promise<void> {
    const refused: string[] = []
    const blocks: string[] = []
    const taken: File[] = []
    for (const file of files.slice(0, mostAtOnce)) {
      const read = await readAttachment(file)
      if ('refused' in read) refused.push(wordsFor(read.refused, file))
      else {
        blocks.push(asBlock(file.name, read.text))
        taken.push(file)
      }
    }
    if (files.length > mostAtOnce) refused.push(say.chat.attachmentsTooMany(show.count(mostAtOnce)))
    this.refused = refused.length > 0 ? refused.join(' ') : null
    if (taken.length === 0) return
    const sizeBytes = taken.reduce((sum, { size }) => sum + size, 0)
    const what =
      taken.length === 1
        ? (taken[0]?.name ?? '')
        : show.plural(taken.length, say.models.browser.fileForms)
    const words = (taken.length === 1 ? say.chat.attached : say.chat.attachedMany)(
      what,
      show.bytes(sizeBytes)
    )
    const before = this.session.draft?.text ?? ''
    const start = before.trimEnd().length
    const piece = `${start === 0 ? '' : '\n\n'}${blocks.join('\n')}`
    this.session.insert(piece, words, start, before.length)
    this.session.wantsField++
  }

  /** Takes files that were copied; a text is pasted as ever. */
  paste(event: ClipboardEvent): void {
    const files = pastedFiles(event.clipboardData)
    if (files.length === 0) return
    event.preventDefault()
    void this.take(files)
  }
}

function wordsFor(refusal: Refusal, { name, size }: File): string {
  if (refusal === 'tooLarge') {
    return say.chat.attachmentTooLarge(name, show.bytes(size), show.bytes(attachmentLimitBytes))
  }
  return say.chat.attachmentRefused[refusal](name)
}
