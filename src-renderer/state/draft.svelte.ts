// The text being typed. It is mirrored in this window at every key and saved to the database a moment
// later, so that neither a reload nor a lost line takes it away.
import { leftAfterSending } from '../lib/leftAfterSending'
import { rpc } from '../rpc/client'

const saveAfterMs = 400
const retryAfterMs = 3_000
const newConversation = 'new'

export class Draft {
  text = $state('')
  /** True while the database does not have it and saving has failed. */
  unsaved = $state(false)
  #conversationId: string | null
  #saved: string | null // null: not known
  #timer: ReturnType<typeof setTimeout> | undefined

  /** `saved` is what the database holds; a mirror that differs is newer and wins. */
  constructor(conversationId: string | null, saved: string) {
    this.#conversationId = conversationId
    this.#saved = saved
    const mirrored = readMirror(conversationId ?? newConversation)
    this.text = mirrored ?? saved
    if (mirrored !== null && mirrored !== saved) this.#plan(saveAfterMs)
  }

  get conversationId(): string | null {
    return this.#conversationId
  }

  write(text: string): void {
    this.text = text
    writeMirror(this.#conversationId ?? newConversation, text)
    this.#plan(saveAfterMs)
  }

  /** The conversation was made; what was typed before belongs to it. */
  belongsTo(conversationId: string): void {
    writeMirror(newConversation, null)
    this.#conversationId = conversationId
    writeMirror(conversationId, this.text)
    this.#plan(saveAfterMs)
  }

  /** `text` has left the field; what was typed meanwhile stays, in the database too. */
  sent(text: string): Promise<void> {
    this.write(leftAfterSending(text, this.text))
    this.#saved = null // it may have been saved once more while it was on its way
    return this.save()
  }

  async save(): Promise<void> {
    clearTimeout(this.#timer)
    const id = this.#conversationId
    const text = this.text
    if (id === null || text === this.#saved) return
    try {
      await rpc.chat.update({ id, draft: text })
      this.#saved = text
      this.unsaved = false
      if (this.text === text) writeMirror(id, null)
    } catch {
      this.unsaved = true
      this.#plan(retryAfterMs)
    }
  }

  #plan(afterMs: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.save(), afterMs)
  }
}

const keyOf = (id: string): string => `lethe.draft.${id}`

function readMirror(id: string): string | null {
  try {
    return localStorage.getItem(keyOf(id))
  } catch {
    return null
  }
}

function writeMirror(id: string, text: string | null): void {
  try {
    if (text === null) localStorage.removeItem(keyOf(id))
    else localStorage.setItem(keyOf(id), text)
  } catch {
    // Storage is full or denied: the copy in the database, a moment later, is what remains.
  }
}
