// Audits in the engine: a model is asked a suite's questions, with what it said before left out; and what
// takes no model (power, predictions of others, comparisons, the self-test).
import { setPriority } from 'node:os'
import { basename } from 'node:path'
import { LetheError } from '../base/errors'
import { compareAudits } from '../bias/comparison'
import { auditPower } from '../bias/power'
import { auditPredictions } from '../bias/predictions'
import { askItems, auditResult, settled } from '../bias/run'
import type { Scored } from '../bias/scorer'
import { selfTest } from '../bias/selfTest'
import type { SuiteModel, TextScore } from '../bias/suite'
import { maskedSuiteOf, suiteOf } from '../bias/suites/registry'
import { openAnyModelFolder, openModelText } from '../models/modelFolder'
import type { KeptScore } from './auditProtocol'
import { openAsker } from './openAsker'
import type { JobResult, JobSpec } from './protocol'
import type { JobContext } from './run'

type Spec<K extends JobSpec['type']> = Extract<JobSpec, { type: K }>

/** Below chat, as a training. */
const priority = 10
const toldEveryMs = 250
const itemsAtOnce = 500

export async function audit(spec: Spec<'audit'>, context: JobContext): Promise<JobResult<'audit'>> {
  setPriority(priority)
  const source = await openAnyModelFolder(spec.asked.folder)
  const named = source.model.objective === 'masked' ? maskedSuiteOf : suiteOf
  const suite = named(spec.source.suite)
  const { tokenizer } = await openModelText(source.folder)
  if (!tokenizer) throw new LetheError('noTokenizer', { model: basename(source.folder) })
  const model: SuiteModel = {
    ...{ objective: source.model.objective, contextTokens: source.model.shape.contextLength },
    tokensOf: (text) => tokenizer.encode(text, { addSpecialTokens: false }).length
  }
  const read = await suite.read({ ...spec.source, purpose: 'model', model })
  const known = new Map(spec.known.map(scoreOf))
  const { asker, device, close } = await openAsker(source, tokenizer, read.items, spec, context)
  const told = new Telling(context)
  try {
    const asked = await askItems(read.items, asker, known, {
      signal: context.signal,
      turn: () => context.steering.turn(context.signal, () => told.flush()),
      onScored: (key, score, done, total) => told.add(keptScore(key, score), done, total)
    })
    const judged = settled(suite, asked.judged)
    for (let from = 0; from < judged.length; from += itemsAtOnce) {
      const items = judged.slice(from, from + itemsAtOnce)
      context.onEvent({ type: 'auditItems', items: items.map(sent) })
    }
    const result = auditResult(suite, read, { ...asked, judged }, spec.seed)
    return { result: sent(result), device }
  } finally {
    told.flush()
    await close()
  }
}

/** What was written is kept behind its key, after a line break, which no key has. */
function keptScore(key: string, { nats, tokens, unknown, written }: TextScore): KeptScore {
  return [written === undefined ? key : `${key}\n${written}`, nats, tokens, unknown]
}

function scoreOf([kept, nats, tokens, unknown]: KeptScore): [string, Scored] {
  const end = kept.indexOf('\n')
  if (end < 0) return [kept, { nats, tokens, unknown }]
  return [kept.slice(0, end), { nats, tokens, unknown, written: kept.slice(end + 1) }]
}

/** Scores on their way to be kept: some at a time. */
class Telling {
  #waiting: KeptScore[] = []
  #done = 0
  #total = 0
  #toldAtMs = performance.now()

  constructor(private readonly context: Pick<JobContext, 'onEvent'>) {}

  add(score: KeptScore, done: number, total: number): void {
    this.#waiting.push(score)
    this.#done = done
    this.#total = total
    if (performance.now() - this.#toldAtMs >= toldEveryMs) this.flush()
  }

  flush(): void {
    this.#toldAtMs = performance.now()
    if (this.#waiting.length === 0) return
    const [scores, done, total] = [this.#waiting, this.#done, this.#total]
    this.#waiting = []
    this.context.onEvent({ type: 'auditScored', scores, done, total })
  }
}

/** As the protocol has it: nothing in it is read-only. */
function sent<T>(value: T): Writable<T> {
  return value as Writable<T>
}
type Writable<T> = T extends readonly (infer E)[]
  ? Writable<E>[]
  : T extends object
    ? { -readonly [K in keyof T]: Writable<T[K]> }
    : T

export const auditsWithoutModel = {
  auditPower: async ({ source }: Spec<'auditPower'>) =>
    sent(auditPower(await suiteOf(source.suite).read({ ...source, purpose: 'model' }))),
  auditPredictions: async (spec: Spec<'auditPredictions'>) => {
    const { source, predictions, column, seed } = spec
    const suite = suiteOf(source.suite)
    return sent(await auditPredictions(suite, source, { path: predictions, column, seed }))
  },
  auditFigures: async ({ whole, items, seed }: Spec<'auditFigures'>) => {
    const { files, leftOut, capability, convention } = whole
    const suite = suiteOf(whole.suite)
    const found = { judged: settled(suite, items), leftOut: [], capability }
    const result = auditResult(suite, { files, leftOut: [], convention }, found, seed)
    return sent({ ...result, leftOut })
  },
  auditComparison: async (spec: Spec<'auditComparison'>) => {
    const { before, after, seeds, ability, margin, seed } = spec
    const suite = suiteOf(spec.suite)
    return sent(compareAudits(before, after, { suite, seeds, ability, margin, seed }))
  },
  auditSelfTest: async ({ data, ownFolder }: Spec<'auditSelfTest'>) =>
    sent(await selfTest(ownFolder, data))
}
