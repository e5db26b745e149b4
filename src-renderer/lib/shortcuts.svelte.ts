// Keys: "Ctrl+K", "Escape", "[", "?" or a sequence "g c". Single keys work outside text fields and
// can be switched off; Command stands for Ctrl on a Mac.

export interface Shortcut {
  keys: string
  run: (event: KeyboardEvent) => void
  /** False: the shortcut lets the key through. */
  when?: () => boolean
}

const sequencePauseMs = 1_500

/** "Ctrl+K" of an event; printable keys as typed, letters in capitals when Ctrl is held. */
export function chordOf(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>
): string {
  const control = event.ctrlKey || event.metaKey
  const named = event.key.length > 1
  const key = named ? event.key : control ? event.key.toUpperCase() : event.key
  const parts: string[] = []
  if (control) parts.push('Ctrl')
  if (event.altKey) parts.push('Alt')
  if (event.shiftKey && (named || control)) parts.push('Shift')
  return [...parts, key].join('+')
}

export function isSingleKey(keys: string): boolean {
  return keys.split(' ').every((chord) => chord.length === 1)
}

/** True where a key is text: fields, and whatever edits. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true
  if (target instanceof HTMLSelectElement) return true
  const textless = ['checkbox', 'radio', 'button', 'range', 'submit', 'file']
  return target instanceof HTMLInputElement && !textless.includes(target.type)
}

class Shortcuts {
  singleKeysOn = $state(true)
  #registered: Shortcut[] = []
  #started = ''
  #startedAt = 0

  /** Registers; returns how to take it back. The one registered last wins. */
  add(shortcut: Shortcut): () => void {
    this.#registered.unshift(shortcut)
    return () => {
      this.#registered = this.#registered.filter((other) => other !== shortcut)
    }
  }

  handle(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing) return
    if (['Control', 'Shift', 'Alt', 'Meta'].includes(event.key)) return
    const chord = chordOf(event)
    const single = chord.length === 1
    if (single && (!this.singleKeysOn || isTyping(event.target))) return

    const inTime = event.timeStamp - this.#startedAt < sequencePauseMs
    const sequence = this.#started !== '' && inTime ? `${this.#started} ${chord}` : ''
    this.#started = ''
    for (const keys of sequence ? [sequence, chord] : [chord]) {
      const found = this.#registered.find((it) => it.keys === keys && (it.when?.() ?? true))
      if (!found) continue
      event.preventDefault()
      found.run(event)
      return
    }
    if (single && this.#registered.some((it) => it.keys.startsWith(`${chord} `))) {
      this.#started = chord
      this.#startedAt = event.timeStamp
    }
  }
}

export const shortcuts = new Shortcuts()

/** A shortcut for as long as the component lives; call while it is being set up. */
export function useShortcut(
  keys: string,
  run: (event: KeyboardEvent) => void,
  when?: () => boolean
): void {
  $effect(() => shortcuts.add(when ? { keys, run, when } : { keys, run }))
}
