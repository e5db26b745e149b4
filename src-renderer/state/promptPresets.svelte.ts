// Texts that are kept to be used again, as the database has them.
import type { PromptPreset, PromptPresetKind } from '../../src-main/contract/promptPresets'
import { rpc } from '../rpc/client'
import { failureOf, type Failure } from '../rpc/errors'
import { coalesce } from './coalesce'
import { onChange } from './news.svelte'

class PromptPresetsState {
  list = $state.raw<PromptPreset[]>([])
  loaded = $state(false)
  failure = $state<Failure | null>(null)

  readonly load = coalesce(async () => {
    try {
      this.list = (await rpc.promptPresets.list()).presets
      this.loaded = true
      this.failure = null
    } catch (error) {
      this.failure = failureOf(error)
    }
  })

  start(): void {
    onChange('promptPresets', () => void this.load())
  }

  ofKind(kind: PromptPresetKind): PromptPreset[] {
    return this.list.filter((preset) => preset.kind === kind)
  }

  // These throw what failureOf understands: the panel that asked says it.
  async add(preset: Pick<PromptPreset, 'kind' | 'name' | 'text'>): Promise<PromptPreset> {
    return this.#listed(await rpc.promptPresets.add(preset))
  }
  async update(id: string, changes: { name: string; text: string }): Promise<PromptPreset> {
    return this.#listed(await rpc.promptPresets.update({ id, ...changes }))
  }
  async remove(id: string): Promise<void> {
    await this.#listed(await rpc.promptPresets.remove({ id }))
  }
  async restore(id: string): Promise<void> {
    await this.#listed(await rpc.promptPresets.restore({ id }))
  }

  /** Where it stands among the others is known to the main process. */
  async #listed(preset: PromptPreset): Promise<PromptPreset> {
    await this.load()
    return preset
  }
}

export const promptPresets = new PromptPresetsState()
