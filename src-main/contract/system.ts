// The machine, the app, and the news of what changed.
import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { procedure } from './errors'

export const systemInfoSchema = z.object({
  version: z.string(),
  host: z.enum(['electron', 'web', 'cli']),
  platform: z.string(),
  dataFolder: z.string(),
  logFile: z.string(),
  cores: z.number().int(),
  memoryBytes: z.number(),
  freeMemoryBytes: z.number(),
  runtime: z.string(), // onnxruntime-node's version
  canPickFolder: z.boolean(), // a native folder dialog is there
  starterPrompts: z.object({ en: z.array(z.string()), 'pt-BR': z.array(z.string()) })
})

/** Something of this kind changed in the database: whoever shows it asks again. */
export const changeSchema = z.object({
  topic: z.enum([
    ...(['models', 'conversations', 'comparisons', 'promptRuns', 'settings'] as const),
    ...(['devices', 'endpoints', 'requests', 'promptPresets', 'datasets', 'runs'] as const),
    ...(['flagSets', 'evidence', 'reports', 'audits', 'erasures', 'tombstones'] as const)
  ]),
  id: z.string().nullable()
})
export type Change = z.infer<typeof changeSchema>

export const folderEntrySchema = z.object({
  name: z.string(),
  path: z.string(),
  kind: z.enum(['folder', 'file']),
  sizeBytes: z.number().nullable(),
  looksLikeModel: z.boolean() // a folder with config.json and weights
})

export const systemContract = {
  info: procedure.output(systemInfoSchema),
  changes: procedure.output(eventIterator(changeSchema)),
  /** For choosing a folder in the browser; null: the person's home folder. */
  listFolder: procedure.input(z.object({ path: z.string().nullable() })).output(
    z.object({
      path: z.string(),
      parent: z.string().nullable(),
      entries: z.array(folderEntrySchema)
    })
  ),
  /** The host's native folder dialog; null when cancelled. Only where canPickFolder. */
  pickFolder: procedure.output(z.object({ path: z.string().nullable() }))
}
