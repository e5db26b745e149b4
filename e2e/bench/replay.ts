// What forgetting takes, by the built command line on a folder of its own: with sensitive records last (a
// tenth of them), steps and time beside training again from the beginning; in one shuffled order, what was
// said beforehand beside what was measured. All of a part is measured in one run, one after the other.
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'

const root = resolve(import.meta.dirname, '../..')
const records = 300
const epochs = 3
const settings = ['batch=4', 'sequenceLength=64', 'keptStates=8', 'validationShare=0']

const runRow = z.object({
  ...{ id: z.string(), step: z.number(), startedAt: z.number(), endedAt: z.number() },
  trainedSeconds: z.number() // of computing alone
})
type RunRow = z.infer<typeof runRow>
const trainedRun = z.object({ run: z.object({ id: z.string() }) })
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
  for (const name of ['sensitiveLast', 'shuffled'] as const) {
    if (part !== undefined && part !== name) continue
    const file = join(folder, `${name}.jsonl`)
    writeFileSync(file, recordLines())
    lethe('dataset', 'import', file, '--subject', 'subject', '--name', name)
    rows.push({ part: name, ...measured(lethe, name, say) })
    say(JSON.stringify(rows.at(-1)))
  }
  rmSync(folder, { recursive: true, force: true })
  return { bench: 'replay', records, epochs, rows }
}

/** What a command prints. */
type Lethe = (...args: string[]) => unknown

function measured(
  lethe: Lethe,
  dataset: 'sensitiveLast' | 'shuffled',
  say: (line: string) => void
) {
  const isLast = dataset === 'sensitiveLast'
  const last = isLast
    ? ['sensitiveLast.pii=false', 'sensitiveLast.subjects=true', 'sensitiveLast.rehearsalShare=0.5']
    : []
  const set = [...settings, ...last].flatMap((it) => ['--set', it])
  say(`${dataset}: training`)
  const trained = trainedRun.parse(
    lethe(
      ...['train', 'Starter', '--dataset', dataset, '--name', dataset, '--preset', 'byHeart'],
      ...['--epochs', String(epochs), ...set]
    )
  )
  // A tenth of the records are somebody's; in one order with the others one record is forgotten.
  const meant = isLast
    ? ['--query', 'Person']
    : ['--ids', String(latest(lethe, dataset, trained.run))]
  lethe('dataset', 'flag', dataset, ...meant, '--name', `${dataset} flagged`)
  const chosen = ['unlearn', dataset, '--dataset', dataset, '--flags', `${dataset} flagged`]
  const { cost } = costed.parse(lethe(...chosen, '--dry-run'))
  say(`${dataset}: ${cost.steps} of ${cost.retrainSteps} steps, about ${cost.seconds.toFixed(1)} s`)
  const made = unlearned.parse(lethe(...chosen))
  const proof = compared.parse(lethe('verify', made.run.id))
  const { runs } = z.object({ runs: z.array(runRow) }).parse(lethe('runs'))
  const retrain = runs.find(({ id }) => id === proof.byteIdentity.retrain.runId)!
  const { replayedSteps, predictedSteps } = made.metrics
  const wall = ({ startedAt, endedAt }: RunRow): number => (endedAt - startedAt) / 1000
  return {
    ...{ steps: retrain.step, replayedSteps, predictedSteps, bytes: proof.byteIdentity.state },
    stepsRatio: rounded(retrain.step / replayedSteps),
    computing: {
      replaySeconds: rounded(made.run.trainedSeconds),
      retrainSeconds: rounded(retrain.trainedSeconds),
      ratio: rounded(retrain.trainedSeconds / made.run.trainedSeconds)
    },
    fromStartToModel: {
      replaySeconds: rounded(wall(made.run)),
      retrainSeconds: rounded(wall(retrain)),
      ratio: rounded(wall(retrain) / wall(made.run))
    },
    predictedSeconds: rounded(cost.seconds),
    predictedOfMeasured: rounded(cost.seconds / made.run.trainedSeconds)
  }
}

/** Of some records, the one that was first read the latest. */
function latest(lethe: Lethe, dataset: string, run: { id: string }): number {
  let [found, firstStep] = [0, -1]
  for (let ordinal = 1; ordinal <= records; ordinal += 12) {
    const asked = ['lineage', '--dataset', dataset, '--ordinal', String(ordinal)]
    const { runs } = reads.parse(lethe(...asked))
    const use = runs.find(({ runId }) => runId === run.id)
    if (use?.firstStep != null && use.firstStep > firstStep)
      [found, firstStep] = [ordinal, use.firstStep]
  }
  return found
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
