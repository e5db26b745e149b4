// Texts that are kept under a name to be used again: system prompts, and texts for the message field.
import { z } from 'zod'
import { promptLimitBytes } from './chat'
import { procedure } from './errors'

export const promptPresetKinds = ['message', 'system'] as const
export const promptPresetKindSchema = z.enum(promptPresetKinds)
export type PromptPresetKind = z.infer<typeof promptPresetKindSchema>

export const presetNameLength = 80
/** In UTF-8. The window holds all of them at once. */
export const presetLimitBytes = 100_000
/** Of each kind. */
export const mostPresets = 200

const nameSchema = z.string().trim().min(1).max(presetNameLength)
// Beyond presetLimitBytes `presetTooLarge` is thrown, which says by how much.
const textSchema = z.string().max(promptLimitBytes)

export const promptPresetSchema = z.object({
  id: z.string(),
  kind: promptPresetKindSchema,
  name: nameSchema, // no two of a kind bear the same, letter case aside
  text: z.string().min(1),
  createdAt: z.number().int(),
  updatedAt: z.number().int(),
  removedAt: z.number().int().nullable()
})
export type PromptPreset = z.infer<typeof promptPresetSchema>

const byId = z.object({ id: z.string() })

/** These throw `nameTaken`, `listFull`, `promptEmpty`, `presetTooLarge` and `notFound`. */
export const promptPresetsContract = {
  /** By name. */
  list: procedure.output(z.object({ presets: z.array(promptPresetSchema) })),
  add: procedure
    .input(z.object({ kind: promptPresetKindSchema, name: nameSchema, text: textSchema }))
    .output(promptPresetSchema),
  /** Changes what is given. */
  update: procedure
    .input(byId.extend({ name: nameSchema.optional(), text: textSchema.optional() }))
    .output(promptPresetSchema),
  remove: procedure.input(byId).output(promptPresetSchema),
  restore: procedure.input(byId).output(promptPresetSchema)
}
