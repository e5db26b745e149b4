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

// Without defaults of their own: a change says only what it changes, and a schema would put every
// other setting back to its default.
export const settingsSchema = z.object({
  language: z.enum(['system', 'en', 'pt-BR']),
  theme: z.enum(['system', 'light', 'dark']),
  interfaceSizePercent: z.number().int().min(90).max(200),
  reducedMotion: z.enum(['system', 'on']),
  announceAnswers: z.enum(['sentence', 'finished', 'never']),
  singleKeyShortcuts: z.boolean(),
  closeCallUnderline: z.boolean(), // words whose runner-up was within reach
  closeCallExplained: z.boolean(),
  sidebarFolded: z.boolean(),
  firstRunDismissed: z.boolean(),
  /** Where the ten-minute tour stands, counted from 0; null: not under way. */
  tour: z.object({ step: z.number().int().min(0).max(99), paused: z.boolean() }).nullable(),
  defaultModelId: z.string().nullable(),
  device: deviceRequestSchema,
  networkOn: z.boolean(), // nothing leaves this process while it is off
  threads: z.number().int().min(0).max(256), // 0: as many as the machine has cores
  trainingBesideChat: z.enum(['yield', 'together']), // yield: what trains, gathers evidence or audits holds still while an answer is written
  noticeWhenRunEnds: z.boolean(), // by the system, while nobody looks at the window
  window: windowStateSchema.nullable() // of the Electron host; null: never moved
})
export type Settings = z.infer<typeof settingsSchema>

export const usualSettings: Readonly<Settings> = {
  language: 'system',
  theme: 'system',
  interfaceSizePercent: 100,
  reducedMotion: 'system',
  announceAnswers: 'sentence',
  singleKeyShortcuts: true,
  closeCallUnderline: true,
  closeCallExplained: false,
  sidebarFolded: false,
  firstRunDismissed: false,
  tour: null,
  defaultModelId: null,
  device: 'auto',
  networkOn: false,
  threads: 0,
  trainingBesideChat: 'yield',
  noticeWhenRunEnds: false,
  window: null
}

export const settingsContract = {
  get: procedure.output(settingsSchema),
  update: procedure.input(settingsSchema.partial()).output(settingsSchema)
}
