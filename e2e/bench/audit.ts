// Speed of an audit: 10,000 pairs of sentences that differ in the group they name, each scored by its summed
// log-likelihood, in the engine as the app asks it (from the file of the suite to the figures). Beside
// lm-evaluation-harness with as many threads and the best of some sizes of a pass, where PYTHON names an
// interpreter that has lm_eval (0.4.13 was measured), torch and transformers. Both take turns, at the same
// priority.
import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { AnsweringProcess } from './answeringProcess.ts'
import { auditedModels, type AuditedModel } from './auditModels.ts'
import { engineFile } from './contenders.ts'
import { MeasuredEngine } from './measuredProcess.ts'
import { minimalPairs, writeCrowsPairs, type MinimalPair } from './minimalPairs.ts'
import { median, rounded } from './statistics.ts'

const pairs = 10_000
const fewerPairs = 1000
const triedPairs = 128 // to warm up, and to find the best size of a pass
/** Sentences of a pass. Its own search for one looks for what fits a GPU's memory. */
const batches = [1, 16, 64, 256]

/** The same pairs, as each of both reads them. */
interface Asked {
  readonly pairs: number
  readonly table: string
  readonly sentences: string
}

interface Answer {
  readonly seconds: number
  /** Log-likelihoods of more, less, more, less … */
  readonly nats: readonly number[]
  readonly peakMiB: number | null
}

interface Contender {
  readonly design: string
  readonly seconds: number[]
  ask(asked: Asked): Promise<Answer>
  end(): void
}

/** @param part `small`: fewer pairs for the larger model; usual: all for both */
export async function audit(
  cache: string,
  say: (line: string) => void,
  part?: string
): Promise<object> {
  const folder = join(cache, 'audit')
  mkdirSync(folder, { recursive: true })
  const models = await auditedModels(cache, say)
  const all = minimalPairs(pairs)
  const tried = written(folder, 'tried', all.slice(-triedPairs))
  const whole = written(folder, 'whole', all)
  const few = written(folder, 'fewer', all.slice(0, fewerPairs))
  if (!process.env['PYTHON']) say('Without PYTHON, lm-evaluation-harness is not measured.')
  const isSmall = part === 'small'
  const measured = [
    await measure(models.small, { asked: whole, tried, rounds: 3 }, say),
    await measure(
      models.large,
      { asked: isSmall ? few : whole, tried, rounds: isSmall ? 3 : 1 },
      say
    )
  ]
  return { bench: 'audit', threads: availableParallelism(), models: measured }
}

async function measure(
  { name, folder }: AuditedModel,
  { asked, tried, rounds }: { asked: Asked; tried: Asked; rounds: number },
  say: (line: string) => void
): Promise<object> {
  const contenders = [ours(folder)]
  try {
    const python = process.env['PYTHON']
    if (python) contenders.push(await harness(python, folder, tried, say))
    let seconds = 0
    for (const contender of contenders) {
      await contender.ask(tried)
      seconds += (await contender.ask(tried)).seconds
    }
    const minutes = (seconds * rounds * asked.pairs) / tried.pairs / 60
    say(`${name}: ${asked.pairs} pairs, ${rounds} rounds, about ${minutes.toFixed(1)} minutes`)
    const last = new Map<Contender, Answer>()
    for (let round = 0; round < rounds; round++)
      for (const contender of contenders) {
        const answer = await contender.ask(asked)
        contender.seconds.push(answer.seconds)
        last.set(contender, answer)
      }
    const rows = contenders.map((contender) => ({
      design: contender.design,
      itemsPerSecond: rounded(asked.pairs / median(contender.seconds), 1),
      peakMiB: last.get(contender)!.peakMiB,
      rounds: contender.seconds.map((it) => rounded(it, 2)) // seconds
    }))
    const figures = { model: name, pairs: asked.pairs, rows, ...compared(contenders, last) }
    say(JSON.stringify(figures))
    return figures
  } finally {
    for (const contender of contenders) contender.end()
  }
}

/** How much faster ours is, round by round, and whether both did the same work. */
function compared([own, peer]: readonly Contender[], last: Map<Contender, Answer>): object {
  if (!own || !peer) return {}
  const ratios = peer.seconds.map((seconds, round) => seconds / own.seconds[round]!)
  const [a, b] = [last.get(own)!.nats, last.get(peer)!.nats]
  const apart = a.map((nats, at) => Math.abs(nats - b[at]!))
  const sides = (nats: readonly number[]): boolean[] =>
    nats.flatMap((more, at) => (at % 2 === 0 ? [more > nats[at + 1]!] : []))
  const [first, second] = [sides(a), sides(b)]
  return {
    ratio: rounded(median(ratios), 2),
    largestDifferenceNats: apart.reduce((most, it) => Math.max(most, it), 0),
    otherSides: first.filter((side, at) => side !== second[at]).length
  }
}

const scored = z.object({
  type: z.literal('auditItems'),
  items: z.array(z.object({ id: z.string(), texts: z.array(z.object({ nats: z.number() })) }))
})

/** The whole request: file, model, tokens, scores, figures. */
function ours(folder: string): Contender {
  const engine = new MeasuredEngine(engineFile)
  return {
    ...{ design: 'Lethe', seconds: [] },
    ask: async ({ table, pairs: count }) => {
      const nats = Array.from({ length: 2 * count }, () => Number.NaN)
      const threads = availableParallelism()
      const spec = {
        ...{ type: 'audit', known: [], seed: 1 },
        source: { suite: 'crows-pairs', path: table, ownFolder: null, options: {} },
        asked: { folder, weightMode: 'packed', blocks: null, device: 'cpu', threads }
      }
      const startedMs = performance.now()
      await engine.run(spec, (event) => {
        if (event.type !== 'auditItems') return
        for (const { id, texts } of scored.parse(event).items)
          for (const [at, text] of texts.entries()) nats[2 * Number(id) + at] = text.nats
      })
      const seconds = (performance.now() - startedMs) / 1000
      return { seconds, nats, peakMiB: engine.memory().residentMiB }
    },
    end: () => engine.end()
  }
}

const answered = z.object({ seconds: z.number(), nats: z.array(z.number()), peakBytes: z.number() })

/** Tokens and scores alone: the model is open before. */
async function harness(
  python: string,
  folder: string,
  tried: Asked,
  say: (line: string) => void
): Promise<Contender> {
  const first = new Harness(python, folder)
  let best = { batch: 0, seconds: Infinity }
  try {
    for (const batch of batches) {
      await first.ask(tried, batch)
      const { seconds } = await first.ask(tried, batch)
      say(`lm-evaluation-harness, ${batch} sentences at once: ${seconds.toFixed(2)} s`)
      if (seconds < best.seconds) best = { batch, seconds }
    }
  } finally {
    first.end()
  }
  // Another one: what the others took of memory is not its.
  const child = new Harness(python, folder)
  return {
    ...{ design: `lm-evaluation-harness, ${best.batch} sentences at once`, seconds: [] },
    ask: (asked) => child.ask(asked, best.batch),
    end: () => child.end()
  }
}

class Harness {
  readonly #process: AnsweringProcess

  constructor(python: string, folder: string) {
    const script = join(import.meta.dirname, 'peers/lmEvaluationHarness.py')
    const given = [script, folder, String(availableParallelism())]
    this.#process = new AnsweringProcess('lm-evaluation-harness', python, given)
  }

  async ask({ sentences }: Asked, batch: number): Promise<Answer> {
    const answer = await this.#process.ask(JSON.stringify({ sentences, batch }))
    const { peakBytes, ...rest } = answered.parse(JSON.parse(answer))
    return { ...rest, peakMiB: Math.round(peakBytes / 2 ** 20) }
  }

  end(): void {
    this.#process.end()
  }
}

function written(folder: string, name: string, some: readonly MinimalPair[]): Asked {
  const table = join(folder, `crows_pairs_${name}.csv`)
  const sentences = join(folder, `${name}.json`)
  writeCrowsPairs(table, some)
  writeFileSync(sentences, JSON.stringify(some.flatMap(({ more, less }) => [more, less])))
  return { pairs: some.length, table, sentences }
}
