// Losses as they are read, and settings as they are said.
import {
  trainingSettingsSchema,
  type FromNothing,
  type LearnFrom,
  type Recited,
  type Run,
  type SensitiveLast,
  type TrainingSettings
} from '../../../src-main/contract/training'
import type { Dictionary } from '../../messages/dictionary'
import type { Formatters } from '../../messages/format'

export const shownSettings = [
  ...(['epochs', 'learningRate', 'batch', 'accumulation', 'sequenceLength'] as const),
  ...(['schedule', 'warmupShare', 'weightDecay', 'maxGradientNorm', 'answersOnly'] as const),
  ...(['validationShare', 'evaluateEverySteps', 'patience', 'keepBest'] as const),
  ...(['sensitiveLast', 'keptStates', 'canaries', 'saveMemory', 'seed', 'prompts'] as const),
  ...(['recitations', 'wholeWords'] as const)
]

type Words = Dictionary['training']

/** 2.13 of a loss; small ones keep two figures. */
export function lossOf(value: number, show: Formatters): string {
  if (value > 0 && value < 0.1) return show.significant(Number(value.toPrecision(2)))
  return show.decimal(Number(value.toFixed(2)))
}

/** "118 of 200 recited (52 to 66%)" */
export function recitedWords(
  { recited, asked, low, high }: Recited,
  words: Words,
  show: Formatters
): string {
  const counts = words.run.recited(show.count(recited), show.count(asked))
  if (low === high) return counts
  const [from, to] = [show.count(Math.round(100 * low)), show.percent(100 * high)]
  return `${counts} ${words.run.recitedWithin(from, to)}`
}

export function methodOf({ method }: TrainingSettings, words: Words, show: Formatters): string {
  if (method.type === 'lora') return words.adapterOf(show.count(method.rank))
  const { dropout = 0 } = method
  if (dropout === 0) return words.method.full
  return `${words.method.full}, ${words.setting.modelDropout.name} ${show.typed(dropout)}`
}

/** What a run began with, as it is named. */
export function beginningOf({ settings, modelName }: Run, words: Words): string {
  return settings.fromNothing ? words.fromNothing.title : modelName
}

/** Each setting with its value in words, the method first. */
export function settingRows(
  settings: TrainingSettings,
  words: Words,
  show: Formatters
): { key: string; label: string; value: string }[] {
  const method = { key: 'method', label: words.form.method }
  const { fromNothing, learnFrom, device } = settings
  return [
    { ...method, value: methodOf(settings, words, show) },
    ...(fromNothing
      ? [
          {
            key: 'fromNothing',
            label: words.fromNothing.title,
            value: sizesOf(fromNothing, words, show)
          }
        ]
      : []),
    ...(learnFrom
      ? [{ key: 'learnFrom', label: words.learnFrom.title, value: chosenOf(learnFrom, words) }]
      : []),
    { key: 'device', label: words.device.title, value: words.device.names[device] },
    ...shownSettings
      .filter((key) => settings[key] !== undefined)
      .map((key) => ({
        key,
        label: words.setting[key].name,
        value: valueOf(settings, key, words, show)
      }))
  ]
}

/** "LLaMA: layers 4, width 128, …" */
function sizesOf(sizes: FromNothing, { fromNothing }: Words, show: Formatters): string {
  const parts = (Object.keys(fromNothing.size) as (keyof typeof fromNothing.size)[]).map(
    (key) => `${fromNothing.size[key].name} ${show.count(sizes[key])}`
  )
  return `${fromNothing.architectures[sizes.architecture]}: ${parts.join(', ')}`
}

function chosenOf({ split, tag, query, subject, language }: LearnFrom, words: Words): string {
  const { learnFrom } = words
  const named = split === null ? null : learnFrom.splits[split]
  return [named, tag, query && `“${query}”`, subject, language].filter(Boolean).join(' · ')
}

function valueOf(
  settings: TrainingSettings,
  key: (typeof shownSettings)[number],
  words: Words,
  show: Formatters
): string {
  if (key === 'schedule') return words.schedules[settings.schedule]
  const value = settings[key]
  if (Array.isArray(value)) return value.length === 0 ? words.form.none : value.join(' · ')
  if (value === null || value === undefined) return words.form.none
  if (typeof value === 'boolean') return value ? words.form.yes : words.form.no
  if (typeof value === 'number') return show.typed(value)
  return sensitiveOf(value, words, show)
}

/** "With personal data · Of a person · Others read again 1" */
function sensitiveOf(
  { pii, subjects, tag, rehearsalShare }: SensitiveLast,
  { sensitiveLast: words }: Words,
  show: Formatters
): string {
  const again = `${words.rehearsalShare.name} ${show.typed(rehearsalShare)}`
  const kinds = [pii && words.pii.name, subjects && words.subjects.name, tag && `“${tag}”`]
  return [...kinds, again].filter(Boolean).join(' · ')
}

/** What was typed as a value of that setting; undefined where it is none. */
export function settingFrom(key: keyof typeof trainingSettingsSchema.shape, text: string): unknown {
  const trimmed = text.trim().replace(',', '.')
  const value = trimmed === '' ? null : Number(trimmed)
  const parsed = trainingSettingsSchema.shape[key].safeParse(value)
  return parsed.success ? parsed.data : undefined
}
