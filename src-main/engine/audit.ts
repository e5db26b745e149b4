// Audits in the engine: a model is asked a suite's questions, with what it said before left out; and what
// takes no model (power, predictions of others, comparisons, the self-test).
import { setPriority } from 'node:os'
import { basename } from 'node:path'
import { LetheError } from '../base/errors'
import { isHeldOut } from '../base/heldOutGroups'
import { CausalScorer } from '../bias/causalScorer'
import { compareAudits } from '../bias/comparison'
import { auditPower } from '../bias/power'
import { auditPredictions } from '../bias/predictions'
import { askItems, auditResult, settled } from '../bias/run'
import type { Scored } from '../bias/scorer'
import { selfTest } from '../bias/selfTest'
import type { Suite, SuiteItems } from '../bias/suite'
import { suiteOf } from '../bias/suites/registry'
import { openModelFolder, openModelText } from '../models/modelFolder'
import type { KeptScore } from './auditProtocol'
import { openRunner } from './openRunner'
import type { JobResult, JobSpec } from './protocol'
import type { JobContext } from './run'

type Spec<K extends JobSpec['type']> = Extract<JobSpec, { type: K }>

/** Below chat, as a training. */
const priority = 10
const toldEveryMs = 250
const itemsAtOnce = 500

export async function audit(spec: Spec<'audit'>, context: JobContext): Promise<JobResult<'audit'>> {
  setPriority(priority)
  const { suite, read } = await itemsOf(spec.source)
  const source = await openModelFolder(spec.asked.folder)
  const { tokenizer } = await openModelText(source.folder)
  if (!tokenizer) throw new LetheError('noTokenizer', { model: basename(source.folder) })
  const known = new Map<string, Scored>(
    spec.known.map(([key, nats, tokens, unknown]) => [key, { nats, tokens, unknown }])
  )
  const runner = await openRunner(source, spec.asked, context)
  const told = new Telling(context)
  try {
    const asked = await askItems(read.items, new CausalScorer(runner, tokenizer), known, {
      signal: context.signal,
      turn: () => context.steering.turn(context.signal, () => told.flush()),
      onScored: (key, { nats, tokens, unknown }, done, total) =>
        told.add([key, nats, tokens, unknown], done, total)
    })
    const judged = settled(suite, asked.judged)
    for (let from = 0; from < judged.length; from += itemsAtOnce) {
      const items = judged.slice(from, from + itemsAtOnce)
      context.onEvent({ type: 'auditItems', items: items.map(sent) })
    }
    const result = auditResult(suite, read, { ...asked, judged }, spec.seed)
    return { result: sent(result), device: runner.device }
  } finally {
    told.flush()
    await runner.close()
  }
}

/** @throws LetheError suiteEmpty where none is left, what reading throws */
async function itemsOf(
  source: Spec<'audit'>['source']
): Promise<{ suite: Suite; read: SuiteItems }> {
  const suite = suiteOf(source.suite)
  const read = await suite.read({ ...source, purpose: 'model' })
  if (source.half === 'whole') return { suite, read }
  const items = read.items.filter(({ group }) => isHeldOut(group))
  if (items.length === 0) {
    const path = source.path ?? suite.name
    throw new LetheError('suiteEmpty', { suite: suite.name, path, rows: read.leftOut.length })
  }
  return { suite, read: { ...read, items } }
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
    sent(auditPower((await itemsOf(source)).read)),
  auditPredictions: async (spec: Spec<'auditPredictions'>) => {
    const { source, predictions, column, seed } = spec
    const suite = suiteOf(source.suite)
    return sent(await auditPredictions(suite, source, { path: predictions, column, seed }))
  },
  auditFigures: async ({ whole, items, seed }: Spec<'auditFigures'>) => {
    const { files, leftOut, capability } = whole
    const suite = suiteOf(whole.suite)
    const found = { judged: settled(suite, items), leftOut: [], capability }
    const result = auditResult(suite, { files, leftOut: [] }, found, seed)
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
