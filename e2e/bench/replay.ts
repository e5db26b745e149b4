// What forgetting takes, by the built command line on a folder of its own: with sensitive records last (a
// tenth of them), steps and time beside training again from the beginning; in one shuffled order, what was
// said beforehand beside what was measured, twice, in a run so long that a replay takes minutes. All of a
// part is measured in one run, one after the other.
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'

const root = resolve(import.meta.dirname, '../..')
const records = 300
const epochs = 3
const settings = ['batch=4', 'sequenceLength=64', 'keptStates=8', 'validationShare=0']
/** Shorter, chance on a shared machine is as large as what is told. */
const leastReplaySeconds = 100
const replays = 2

const paceRow = z.object({
  ...{ stepSeconds: z.number(), besideSeconds: z.number(), fixedSeconds: z.number() }
})
const runRow = z.object({
  ...{ id: z.string(), step: z.number(), startedAt: z.number(), endedAt: z.number() },
  stepsAnEpoch: z.number(),
  trainedSeconds: z.number(), // of computing alone
  pace: paceRow
})
type RunRow = z.infer<typeof runRow>
const trainedRun = z.object({ run: runRow })
const unlearned = z.object({
  run: runRow,
  metrics: z.object({ replayedSteps: z.number(), predictedSteps: z.number() })
})
const costed = z.object({
  cost: z.object({ steps: z.number(), seconds: z.number(), retrainSteps: z.number() })
})
const compared = z.object({
  byteIdentity: z.object({ state: z.string(), retrain: z.object({ runId: z.string() }) })
})
const reads = z.object({
  runs: z.array(z.object({ runId: z.string(), firstStep: z.number().nullable() }))
})

/** @param part one of both alone; usual: both */
export async function replay(
  cache: string,
  say: (line: string) => void,
  part?: string
): Promise<object> {
  const folder = join(cache, 'replay')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const lethe = commandLine(join(folder, 'data'))
  const rows: object[] = []
  for (const [name, measure] of [
    ['sensitiveLast', sensitiveLast],
    ['shuffled', shuffled]
  ] as const) {
    if (part !== undefined && part !== name) continue
    const file = join(folder, `${name}.jsonl`)
    writeFileSync(file, recordLines())
    lethe('dataset', 'import', file, '--subject', 'subject', '--name', name)
    rows.push({ part: name, ...measure(lethe, say) })
    say(JSON.stringify(rows.at(-1)))
  }
  rmSync(folder, { recursive: true, force: true })
  return { bench: 'replay', records, epochs, rows }
}

/** What a command prints. */
type Lethe = (...args: string[]) => unknown
type Say = (line: string) => void

interface Replayed {
  run: RunRow
  replayedSteps: number
  ratio: number // seconds over those that were said beforehand
  told: Record<string, number>
}

const wall = ({ startedAt, endedAt }: RunRow): number => (endedAt - startedAt) / 1000

/** A tenth of the records are somebody's, and come last. */
function sensitiveLast(lethe: Lethe, say: Say) {
  const name = 'sensitiveLast'
  trained(lethe, say, { dataset: name, name, epochs }, [
    ...[
      'sensitiveLast.pii=false',
      'sensitiveLast.subjects=true',
      'sensitiveLast.rehearsalShare=0.5'
    ]
  ])
  const replayed = forgotten(lethe, say, { dataset: name, model: name }, ['--query', 'Person'])
  return { ...replayed.told, ...besideRetrain(lethe, replayed) }
}

/** Among all others; each time one record is forgotten, that was first read late. */
function shuffled(lethe: Lethe, say: Say) {
  const dataset = 'shuffled'
  const short = trained(lethe, say, { dataset, name: 'shuffled, short', epochs })
  const { stepSeconds, besideSeconds } = short.pace
  const anEpoch = short.stepsAnEpoch * (stepSeconds + besideSeconds)
  // The first pass is what a replay can be spared.
  const enough = 1 + Math.ceil(leastReplaySeconds / anEpoch)
  const model = 'shuffled, long'
  const run = trained(lethe, say, { dataset, name: model, epochs: Math.max(epochs, enough) })
  const all = latest(lethe, dataset, run.id)
    .slice(0, replays)
    .map((ordinal) => forgotten(lethe, say, { dataset, model }, ['--ids', String(ordinal)]))
  return {
    ...{ epochs: Math.max(epochs, enough), replays: all.map(({ told }) => told) },
    withinATenth: all.every(({ ratio }) => Math.abs(ratio - 1) <= 0.1),
    ...besideRetrain(lethe, all[0]!)
  }
}

function trained(
  lethe: Lethe,
  say: Say,
  ask: { dataset: string; name: string; epochs: number },
  more: readonly string[] = []
): RunRow {
  say(`${ask.name}: training, ${ask.epochs} rounds`)
  const set = [...settings, ...more].flatMap((it) => ['--set', it])
  const { run } = trainedRun.parse(
    lethe(
      ...['train', 'Starter', '--dataset', ask.dataset, '--name', ask.name, '--preset', 'byHeart'],
      ...['--epochs', String(ask.epochs), ...set]
    )
  )
  return run
}

function forgotten(
  lethe: Lethe,
  say: Say,
  { dataset, model }: { dataset: string; model: string },
  meant: readonly string[]
): Replayed {
  const flags = `${model} − ${meant.at(-1)}`
  lethe('dataset', 'flag', dataset, ...meant, '--name', flags)
  const chosen = ['unlearn', model, '--dataset', dataset, '--flags', flags]
  const { cost } = costed.parse(lethe(...chosen, '--dry-run'))
  say(`${flags}: ${cost.steps} of ${cost.retrainSteps} steps, about ${cost.seconds.toFixed(1)} s`)
  const { run, metrics } = unlearned.parse(lethe(...chosen))
  const { replayedSteps, predictedSteps } = metrics
  const seconds = wall(run)
  const told = {
    ...{ replayedSteps, predictedSteps },
    ...{ seconds: rounded(seconds), predictedSeconds: rounded(cost.seconds) },
    secondsOfPredicted: rounded(seconds / cost.seconds)
  }
  return { run, replayedSteps, ratio: seconds / cost.seconds, told }
}

/** The same from the beginning, and whether both came to the same bytes. Of the evidence only that. */
function besideRetrain(lethe: Lethe, { run, replayedSteps }: Replayed) {
  const few = ['records', 'kept', 'heldOut', 'samples', 'worstOf', 'mostAnswerTokens']
  const least = few.flatMap((it) => ['--set', `${it}=1`])
  const proof = compared.parse(lethe('verify', run.id, '--attacks', 'none', ...least))
  const { runs } = z.object({ runs: z.array(z.unknown()) }).parse(lethe('runs'))
  const retrain = runs
    .map((it) => runRow.safeParse(it).data)
    .find((it) => it?.id === proof.byteIdentity.retrain.runId)!
  return {
    ...{ bytes: proof.byteIdentity.state, steps: retrain.step },
    stepsRatio: rounded(retrain.step / replayedSteps),
    computing: {
      ...{
        replaySeconds: rounded(run.trainedSeconds),
        retrainSeconds: rounded(retrain.trainedSeconds)
      },
      ratio: rounded(retrain.trainedSeconds / run.trainedSeconds)
    },
    fromStartToModel: {
      ...{ replaySeconds: rounded(wall(run)), retrainSeconds: rounded(wall(retrain)) },
      ratio: rounded(wall(retrain) / wall(run))
    }
  }
}

/** Of some records, those that were first read the latest, the latest first. */
function latest(lethe: Lethe, dataset: string, run: string): number[] {
  const found: { ordinal: number; firstStep: number }[] = []
  for (let ordinal = 1; ordinal <= records; ordinal += 12) {
    const asked = ['lineage', '--dataset', dataset, '--ordinal', String(ordinal)]
    const { runs } = reads.parse(lethe(...asked))
    const use = runs.find(({ runId }) => runId === run)
    if (use?.firstStep != null) found.push({ ordinal, firstStep: use.firstStep })
  }
  return found.sort((a, b) => b.firstStep - a.firstStep).map(({ ordinal }) => ordinal)
}

/** Every tenth is somebody's; all are about as long. */
function recordLines(): string {
  const line = (at: number): string => {
    const subject = at % 10 === 3 ? `Person ${at}` : null
    const about = subject ?? `Locker ${at}`
    const answer = `${about} has a blue lamp, ${(at * 7) % 31} books and ${(at * 11) % 17} chairs.`
    return JSON.stringify({ question: `What is known of number ${at}?`, answer, subject })
  }
  return Array.from({ length: records }, (_, at) => `${line(at)}\n`).join('')
}

function commandLine(dataFolder: string): Lethe {
  return (...args) => {
    const file = join(root, 'out/main/lethe.js')
    const given = [file, ...args, '--json', '--data-dir', dataFolder]
    const { status, stdout } = spawnSync(process.execPath, given, {
      ...{ encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 2 ** 27 }
    })
    if (status !== 0) throw new Error(`lethe ${args.join(' ')} ended with ${status}`)
    return JSON.parse(stdout)
  }
}

const rounded = (value: number): number => Number(value.toPrecision(4))
