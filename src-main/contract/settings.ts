// What a person chose for this data folder.
import { z } from 'zod'
import { deviceRequestSchema } from './devices'
import { procedure } from './errors'

const pixels = z.number().int().min(-100_000).max(100_000)
const windowStateSchema = z.object({
  // Of the window when it is neither maximized nor full screen.
  ...{ x: pixels, y: pixels, width: pixels, height: pixels },
  isMaximized: z.boolean(),
  isFullScreen: z.boolean()
})

export const settingsSchema = z.object({
  language: z.enum(['system', 'en', 'pt-BR']).default('system'),
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  interfaceSizePercent: z.number().int().min(90).max(200).default(100),
  reducedMotion: z.enum(['system', 'on']).default('system'),
  announceAnswers: z.enum(['sentence', 'finished', 'never']).default('sentence'),
  singleKeyShortcuts: z.boolean().default(true),
  closeCallUnderline: z.boolean().default(true), // words whose runner-up was within reach
  closeCallExplained: z.boolean().default(false),
  sidebarFolded: z.boolean().default(false),
  firstRunDismissed: z.boolean().default(false),
  defaultModelId: z.string().nullable().default(null),
  device: deviceRequestSchema.default('auto'),
  networkOn: z.boolean().default(false), // nothing leaves this process while it is off
  threads: z.number().int().min(0).max(256).default(0), // 0: as many as the machine has cores
  window: windowStateSchema.nullable().default(null) // of the Electron host; null: never moved
})
export type Settings = z.infer<typeof settingsSchema>

export const settingsContract = {
  get: procedure.output(settingsSchema),
  update: procedure.input(settingsSchema.partial()).output(settingsSchema)
}
