// Texts that are kept to be used again: named, changed, removed with a way back.
import { LetheError } from '../base/errors'
import { newId } from '../base/ids'
import { presetLimitBytes, type PromptPreset } from '../contract/promptPresets'
import type { Store } from '../store/client'
import type { PromptPresetChanges } from '../store/promptPresets'
import type { Changes } from './changes'

export class PromptPresets {
  constructor(
    private readonly store: Store,
    private readonly changes: Changes
  ) {}

  /** By name, as people sort. */
  async list(): Promise<PromptPreset[]> {
    const presets = await this.store.read.promptPresets.list()
    const { compare } = new Intl.Collator(undefined, { numeric: true })
    return presets.sort((a, b) => compare(a.name, b.name))
  }

  /** Throws `nameTaken`, `listFull`, `promptEmpty`, `presetTooLarge`. */
  async add({ kind, name, text }: Pick<PromptPreset, 'kind' | 'name' | 'text'>) {
    refuseText(text)
    const now = Date.now()
    const times = { createdAt: now, updatedAt: now, removedAt: null }
    const preset = { id: newId(), kind, name, text, ...times }
    return this.#told(await this.store.write.promptPresets.add(preset))
  }

  /** Throws as `add` does; `notFound`. */
  async update(
    id: string,
    { name, text }: { name?: string | undefined; text?: string | undefined }
  ): Promise<PromptPreset> {
    if (text !== undefined) refuseText(text)
    return this.#change(id, {
      ...(name !== undefined && { name }),
      ...(text !== undefined && { text }),
      updatedAt: Date.now()
    })
  }

  /** Throws `notFound`. */
  remove(id: string): Promise<PromptPreset> {
    return this.#change(id, { removedAt: Date.now() })
  }

  /** Throws `notFound`; `nameTaken`, `listFull` when another one took its place. */
  restore(id: string): Promise<PromptPreset> {
    return this.#change(id, { removedAt: null })
  }

  async #change(id: string, changes: PromptPresetChanges): Promise<PromptPreset> {
    return this.#told(await this.store.write.promptPresets.update({ id, changes }))
  }

  #told(preset: PromptPreset): PromptPreset {
    this.changes.publish('promptPresets', preset.id)
    return preset
  }
}

function refuseText(text: string): void {
  if (text.trim() === '') throw new LetheError('promptEmpty')
  const sizeBytes = Buffer.byteLength(text)
  if (sizeBytes > presetLimitBytes) {
    throw new LetheError('presetTooLarge', { sizeBytes, limitBytes: presetLimitBytes })
  }
}
