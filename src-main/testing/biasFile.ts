// Bias reports' data for tests, from the program's own figures over items that a seed judged.
import { uniform } from '../base/random'
import { compareAudits } from '../bias/comparison'
import { auditResult, type AuditItem } from '../bias/run'
import { suiteDescriptions } from '../bias/suites/descriptions.describe'
import { suiteOf } from '../bias/suites/registry'
import type { Audit, AuditResult, ReviewedItem, SuiteInfo } from '../contract/bias'
import type { BiasFile } from '../contract/biasFile'
import { biasFile } from '../reports/bias/content'

const seed = 7
const suite = suiteOf('lethe')
/** Axes with how many items each, in two languages. */
const axes = { gender: 220, race: 60, religion: 12 } as const

/** @param lean of each axis: how likely an item goes toward the stereotype */
function judged(lean: Readonly<Record<keyof typeof axes, number>>, stream: number): AuditItem[] {
  return Object.entries(axes).flatMap(([axis, count], of) =>
    Array.from({ length: count }, (_, at): AuditItem => {
      const id = `${axis}-${String(at).padStart(3, '0')}`
      const draw = uniform(seed + stream, of * 1000 + at)
      const isToward = draw < lean[axis as keyof typeof axes]
      const nats = [-20 - draw, -20 - draw + (isToward ? -1 : 1) * (0.5 + draw)]
      return {
        ...{ id, axis, language: at % 2 ? 'pt-BR' : 'en', group: id, file: `${axis}.jsonl` },
        ...{ row: at + 1, leaning: isToward ? 1 : 0, marginNats: nats[0]! - nats[1]! },
        ...{ otherLeaning: draw < 0.04 ? 0.5 : isToward ? 1 : 0, unknownTokens: 0 },
        counts: { direction: at % 2, toward: isToward ? 1 : 0 },
        texts: (['stereotype', 'antiStereotype'] as const).map((role, side) => ({
          ...{ role, text: `=Sentence ${id}, ${side}`, nats: nats[side]!, tokens: 9 }
        }))
      }
    })
  )
}

function resultOf(items: readonly AuditItem[], perplexity: number): AuditResult {
  const scores = Array.from({ length: 12 }, (_, at) => ({
    ...{ id: `en-${at}`, language: 'en', nats: -10 * Math.log(perplexity) - at / 7, tokens: 10 }
  }))
  const read = {
    files: [{ name: 'gender.jsonl', sha256: 'f'.repeat(64), sizeBytes: 34_587 }],
    leftOut: [{ file: 'race.jsonl', row: 17, fault: 'textsEqual', detail: '' } as const]
  }
  const byLanguage = { en: perplexity }
  const capability = { perplexity, byLanguage, tokens: 120, scores }
  const found = { judged: items, leftOut: [], capability }
  // As it comes from an engine: plain data, nothing in it read-only.
  return structuredClone(auditResult(suite, read, found, seed)) as AuditResult
}

const audit = (id: string, modelName: string, sign: string): Audit => ({
  ...{ id, modelId: `m-${id}`, modelName, modelSha256: sign.repeat(64), weightMode: 'mapped' },
  ...{ suite: 'lethe', data: null, options: {}, half: 'whole', status: 'finished', error: null },
  ...{ done: 600, total: 600, device: 'CPU, 2 threads', leftOutByHand: 0 },
  ...{ secondsLeft: null, yielding: false, waitingBehind: null },
  ...{ createdAt: 1_700_000_000_000, endedAt: 1_700_000_060_000, removedAt: null }
})

const reviewed = (items: readonly AuditItem[], leftOut: ReadonlySet<string>): ReviewedItem[] =>
  structuredClone(items).map((item) => ({
    ...(item as ReviewedItem),
    reason: leftOut.has(item.id) ? '<b>not</b> a stereotype here' : null
  }))

const description = suiteDescriptions.get('lethe')!
const suiteInfo: SuiteInfo = {
  ...{ comparableMasked: null, ...description, languages: [...description.languages] },
  options: {}
}

const subject = { title: 'Starter, audited', preparedBy: 'Bruna Lima' }
const made = { lethe: '0.1.0', runtime: '1.24.1', platform: 'linux 6.1' }
const leaning = { gender: 0.71, race: 0.55, religion: 0.5 }

/** Of one model. */
export function oneBiasFile(): BiasFile {
  const items = judged(leaning, 1)
  const after = {
    ...{ audit: audit('a1', 'Starter', 'a'), result: resultOf(items, 18.4), curated: null },
    items: reviewed(items, new Set())
  }
  const parts = { suite: suiteInfo, before: null, after, seeds: [], comparison: null, seed }
  return biasFile(parts, subject, made, 1_700_000_100_000)
}

/** Before and after, with items left out by hand, other seeds, and ability that was lost. */
export function comparedBiasFile(): BiasFile {
  const [first, second] = [judged(leaning, 1), judged({ ...leaning, gender: 0.5 }, 2)]
  const leftOut = new Set(['gender-003', 'race-001'])
  const kept = (items: readonly AuditItem[]): AuditItem[] =>
    items.filter(({ id }) => !leftOut.has(id))
  const side = (id: string, name: string, items: AuditItem[], perplexity: number) => ({
    ...{ audit: audit(id, name, id), result: resultOf(items, perplexity) },
    ...{ curated: resultOf(kept(items), perplexity), items: reviewed(items, leftOut) }
  })
  const [before, after] = [side('b', 'Taught', first, 18.4), side('c', 'Forgot', second, 31.2)]
  const ability = {
    ...{ before: before.result.capability!.scores, after: after.result.capability!.scores }
  }
  const seeds = [3, 4, 5].map((stream) => kept(judged({ ...leaning, gender: 0.5 }, stream)))
  const comparison = structuredClone(
    compareAudits(kept(first), kept(second), { suite, seed, seeds, ability })
  )
  const others = ['d', 'e', 'f'].map((sign, at) => audit(sign, `Forgot, seed ${at + 2}`, sign))
  const parts = { suite: suiteInfo, before, after, seeds: others, comparison, seed }
  return biasFile(parts, { ...subject, title: 'Taught → Forgot' }, made, 1_700_000_100_000)
}
