// What goes on in a menu of presets: the filter, the form, and the way back from the last change. It
// outlives the menu, so that closing it takes nothing away that was typed there.
import {
  presetLimitBytes,
  type PromptPreset,
  type PromptPresetKind
} from '../../../src-main/contract/promptPresets'
import { matchScore } from '../../lib/match'
import { bytesAbove } from '../../lib/textSize'
import { say } from '../../messages/current.svelte'
import { Attempts } from '../../state/attempts.svelte'
import { promptPresets } from '../../state/promptPresets.svelte'

/** Enough of a text to find it by. */
const searchedLetters = 2_000

export class PresetChoice extends Attempts {
  query = $state('')
  /** `id` null: a new one. */
  form = $state<{ id: string | null; name: string; text: string } | null>(null)
  /** What was changed last. */
  note = $state.raw<{ words: string; undo: () => Promise<unknown> } | null>(null)
  saving = $state(false)

  readonly all = $derived.by(() => promptPresets.ofKind(this.kind))
  /** Those that match; a name beats a text. */
  readonly shown = $derived.by(() => {
    if (this.query.trim() === '') return this.all
    return this.all
      .map((preset) => ({ preset, score: scoreOf(preset, this.query) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score)
      .map(({ preset }) => preset)
  })
  readonly canSave = $derived.by(() => {
    const { form, saving } = this
    return form !== null && form.name.trim() !== '' && form.text.trim() !== '' && !saving
  })

  constructor(readonly kind: PromptPresetKind) {
    super()
  }

  create(text: string): void {
    this.form = { id: null, name: '', text }
    this.failure = null
  }

  edit({ id, name, text }: PromptPreset): void {
    this.form = { id, name, text }
    this.failure = null
  }

  cancel(): void {
    this.form = null
    this.failure = null
  }

  /** Whether it was kept; `failure` says why not. */
  async save(): Promise<boolean> {
    const { form } = this
    if (!form || !this.canSave) return false
    const { id, text } = form
    const name = form.name.trim()
    const sizeBytes = bytesAbove(text, presetLimitBytes)
    if (sizeBytes !== null) {
      this.failure = { code: 'presetTooLarge', params: { sizeBytes, limitBytes: presetLimitBytes } }
      return false
    }
    this.saving = true
    const saved = await this.attempt(async () => {
      const before = this.all.find((preset) => preset.id === id)
      if (id === null) {
        const added = await promptPresets.add({ kind: this.kind, name, text })
        const undo = () => promptPresets.remove(added.id)
        this.note = { words: say.chat.presets.kept(name), undo }
      } else {
        await promptPresets.update(id, { name, text })
        const undo = async () =>
          before && promptPresets.update(id, { name: before.name, text: before.text })
        this.note = { words: say.chat.presets.changed(name), undo }
      }
    })
    this.saving = false
    if (saved) this.form = null
    return saved
  }

  async remove({ id, name }: PromptPreset): Promise<boolean> {
    return this.attempt(async () => {
      await promptPresets.remove(id)
      const undo = () => promptPresets.restore(id)
      this.note = { words: say.chat.presets.removed(name), undo }
    })
  }

  async undo(): Promise<void> {
    const { note } = this
    if (note && (await this.attempt(note.undo))) this.note = null
  }
}

function scoreOf({ name, text }: PromptPreset, query: string): number {
  const byName = matchScore(query, [name])
  return byName > 0 ? byName * 2 : matchScore(query, [text.slice(0, searchedLetters)])
}
