// The settings of a training from key=value pairs: names as in the contract, with dots for what lies
// deeper.
import {
  learnFromSchema,
  trainingSettingsSchema,
  usualSensitiveLast,
  type TrainingSettings
} from '../../contract/training'
import { UsageError } from './command'

/** Usual values of what is null until somebody sets a part of it. */
const begun: Record<string, object> = {
  sensitiveLast: usualSensitiveLast,
  learnFrom: learnFromSchema.parse({})
}

/** @param pairs `epochs=3`, `method.rank=16`, `prompts=["Who are you?"]`, `patience=null` */
export function withSettings(
  settings: TrainingSettings,
  pairs: readonly string[]
): TrainingSettings {
  const changed: Record<string, unknown> = structuredClone(settings)
  for (const pair of pairs) {
    const at = pair.indexOf('=')
    const key = at < 0 ? pair : pair.slice(0, at)
    const [name = '', part] = key.split('.')
    if (at < 0) throw new UsageError(`--set ${pair}: expected key=value`)
    if (!Object.hasOwn(trainingSettingsSchema.shape, name))
      throw new UsageError(
        `--set: there is no "${key}"; there are ${Object.keys(trainingSettingsSchema.shape).join(', ')}`
      )
    const value = valueOf(pair.slice(at + 1))
    if (part === undefined) changed[name] = value === true ? (begun[name] ?? value) : value
    else changed[name] = { ...(changed[name] ?? begun[name]), [part]: value }
  }
  const parsed = trainingSettingsSchema.safeParse(changed)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new UsageError(`--set ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not valid'}`)
}

/** JSON where it is some; else the text itself. */
export function valueOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text
  }
}
