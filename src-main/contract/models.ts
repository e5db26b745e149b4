// The model library: what can run here and where it came from.
import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { promptLimitBytes } from './chat'
import { procedure } from './errors'
import { hubOriginSchema, hubReferenceLimit } from './hub'

/**
 * How the weights are held: `mapped` reads them from the file as needed, `packed` keeps a fast copy in
 * full precision, `blocks8` and `blocks4` keep the matrices rounded to 8 and 4 bits.
 */
export const weightModes = ['mapped', 'packed', 'blocks8', 'blocks4'] as const
export const weightModeSchema = z.enum(weightModes)
export type WeightMode = z.infer<typeof weightModeSchema>

/** What a model can hold a conversation with. */
export const chatAbilitySchema = z.enum([
  'template', // the folder brings a chat template
  'plain', // a base model: it continues text
  'fill', // a masked model: it fills gaps in a text and scores texts, no chat
  'idsOnly' // no tokenizer: scored and trained by ids, no chat
])

/** Whether it writes text from text. */
export function canWrite({ chat }: { chat: z.infer<typeof chatAbilitySchema> }): boolean {
  return chat === 'template' || chat === 'plain'
}

/** Whether it can be taught with texts. */
export function canLearn({ chat }: { chat: z.infer<typeof chatAbilitySchema> }): boolean {
  return chat !== 'idsOnly'
}

export const modelSchema = z.object({
  id: z.string(),
  name: z.string(),
  family: z.string(), // config.json model_type
  parameterCount: z.number().int().nonnegative(),
  sizeBytes: z.number().int().nonnegative(),
  format: z.literal('safetensors'),
  precision: z.string(), // F32, F16, BF16, or several joined by "+"
  sha256: z.string(), // over tensors, metadata excluded
  origin: z.enum(['included', 'copied', 'referenced']),
  path: z.string(),
  hub: hubOriginSchema.nullable(), // where it was downloaded from; null: it was not
  missing: z.boolean(), // a file it needs is no longer at path
  chat: chatAbilitySchema,
  contextLength: z.number().int().positive(),
  vocabularySize: z.number().int().positive(),
  weightMode: weightModeSchema,
  addedAt: z.number().int(), // epoch ms
  lastUsedAt: z.number().int().nullable(),
  removedAt: z.number().int().nullable()
})
export type Model = z.infer<typeof modelSchema>

export const importStageSchema = z.enum([
  ...(['listing', 'downloading', 'waiting'] as const), // waiting: the line broke, another try follows
  ...(['receiving', 'reading', 'checking', 'copying', 'saving'] as const)
])
export const importEventSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('progress'),
    stage: importStageSchema,
    doneBytes: z.number(),
    totalBytes: z.number(), // 0: not known yet
    file: z.string().optional(), // the one that is being downloaded
    secondsLeft: z.number().nullable()
  }),
  // alreadyThere: the same weights from the same place were in the library; nothing was added
  z.object({ type: z.literal('done'), model: modelSchema, alreadyThere: z.boolean() })
])
export type ImportEvent = z.infer<typeof importEventSchema>

/**
 * Where a model comes from: a folder (or a file in it) on this machine, a finished upload, or the hub:
 * OWNER/NAME[@REVISION] or the address of its page there.
 */
export const importSourceSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('path'), path: z.string().min(1) }),
  z.object({ type: z.literal('upload'), uploadId: z.string().min(1) }),
  z.object({ type: z.literal('hub'), reference: z.string().min(1).max(hubReferenceLimit) })
])

/** What it takes to hold a model's weights in one way, and what was measured to be lost by it. */
export const weightChoiceSchema = z.object({
  mode: weightModeSchema,
  fileBytes: z.number().int().nonnegative(), // beside the checkpoint, on the disk
  fileThere: z.boolean(), // false: made when the model is first opened this way
  memoryBytes: z.number().int().nonnegative(), // of the weights alone; 0: read from the file as needed
  loss: z
    .object({
      bitsPerByte: z.number().nonnegative(),
      bytes: z.number().int().positive(), // of the text that was scored
      ownText: z.boolean(), // false: on the text that comes with the app
      measuredAt: z.number().int()
    })
    .nullable() // null: not measured
})
export type WeightChoice = z.infer<typeof weightChoiceSchema>

export const measureWeightsEventSchema = z.discriminatedUnion('type', [
  /** `rounding`: the file of blocks is being made, in bytes; `scoring`: the text, in windows of the context. */
  z.object({
    type: z.literal('progress'),
    mode: weightModeSchema,
    stage: z.enum(['opening', 'rounding', 'scoring']),
    done: z.number(),
    total: z.number(),
    secondsLeft: z.number().nullable()
  }),
  z.object({ type: z.literal('done'), choices: z.array(weightChoiceSchema) })
])
export type MeasureWeightsEvent = z.infer<typeof measureWeightsEventSchema>

export const modelsContract = {
  list: procedure
    .input(z.object({ removed: z.boolean().default(false) }))
    .output(z.object({ models: z.array(modelSchema) })),
  /** MODEL is an id or a name. */
  get: procedure.input(z.object({ model: z.string().min(1) })).output(modelSchema),
  /** Ends with `done`; aborting the call cancels the import and leaves nothing behind. */
  import: procedure
    .input(
      z.object({
        source: importSourceSchema,
        mode: z.enum(['reference', 'copy']),
        name: z.string().trim().min(1).max(120).optional()
      })
    )
    .output(eventIterator(importEventSchema)),
  rename: procedure
    .input(z.object({ id: z.string(), name: z.string().trim().min(1).max(120) }))
    .output(modelSchema),
  setWeightMode: procedure
    .input(z.object({ id: z.string(), weightMode: weightModeSchema }))
    .output(modelSchema),
  /** Every way of holding the weights, in the order of weightModes. */
  weights: procedure
    .input(z.object({ model: z.string().min(1) }))
    .output(z.object({ choices: z.array(weightChoiceSchema) })),
  /**
   * Scores one text (null: the one that comes with the app) in full precision, 8 and 4 bits. Ends with
   * `done`; only then anything is kept. Aborting the call ends it.
   */
  measureWeights: procedure
    .input(
      z.object({ model: z.string().min(1), text: z.string().max(promptLimitBytes).nullable() })
    )
    .output(eventIterator(measureWeightsEventSchema)),
  /** The row leaves the list and stays restorable; files of a copied model go when it is swept. */
  remove: procedure.input(z.object({ id: z.string() })).output(modelSchema),
  restore: procedure.input(z.object({ id: z.string() })).output(modelSchema),
  /** Points a referenced model at its new place; refused unless the tensors' SHA-256 is the same. */
  relocate: procedure
    .input(z.object({ id: z.string(), path: z.string().min(1) }))
    .output(modelSchema)
}
