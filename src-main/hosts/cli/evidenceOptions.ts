// What evidence is asked, from key=value pairs: names as in the contract.
import {
  evidenceAskSchema,
  evidenceChoiceSchema,
  type EvidenceAsk
} from '../../contract/evidenceEntries'
import { attackNames, evidenceSettingsSchema } from '../../contract/evidenceRequest'
import { UsageError } from './command'
import { valueOf } from './trainingOptions'

type Choice = EvidenceAsk['choice']

const { attacks: _attacks, settings: _settings, ...extent } = evidenceChoiceSchema.shape
const settings = evidenceSettingsSchema.shape
const names = [...Object.keys(extent), ...Object.keys(settings)]

/** @param attacks "relearning,quantization"; "none"; usual: all */
export function evidenceChoice(attacks: string | undefined, pairs: readonly string[]): Choice {
  const chosen: Record<string, unknown> = {}
  const ofSettings: Record<string, unknown> = {}
  for (const pair of pairs) {
    const at = pair.indexOf('=')
    if (at < 0) throw new UsageError(`--set ${pair}: expected key=value`)
    const name = pair.slice(0, at)
    if (!names.includes(name))
      throw new UsageError(`--set: there is no "${name}"; there are ${names.join(', ')}`)
    const of = Object.hasOwn(settings, name) ? ofSettings : chosen
    of[name] = valueOf(pair.slice(at + 1))
  }
  const parsed = evidenceAskSchema.shape.choice.safeParse({
    ...chosen,
    ...(attacks !== undefined && { attacks: attacksOf(attacks) }),
    ...(Object.keys(ofSettings).length > 0 && { settings: ofSettings })
  })
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new UsageError(
    `--set ${String(issue?.path.at(-1) ?? '')}: ${issue?.message ?? 'not valid'}`
  )
}

function attacksOf(list: string): string[] {
  if (list === 'none') return []
  const wanted = list.split(',').map((name) => name.trim())
  const unknown = wanted.find((name) => !(attackNames as readonly string[]).includes(name))
  if (unknown !== undefined)
    throw new UsageError(`--attacks: there is no "${unknown}"; there are ${attackNames.join(', ')}`)
  return wanted
}
