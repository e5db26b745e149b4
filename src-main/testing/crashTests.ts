// What tests share that kill engines and whole applications: an application whose engines are known, one
// in a process of its own, and moments to kill at, drawn from a seed that is printed: LETHE_KILL_SEED
// draws the same again.
import { spawn } from 'node:child_process'
import { readdirSync, watch } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { beforeAll, onTestFinished } from 'vitest'
import { uniform } from '../base/random'
import type { Run } from '../contract/training'
import type { SpawnEngine } from '../jobs/engineProcess'
import { buildEntry } from './buildEntry'
import { openedApplication, type TestClient } from './openedApplication'
import { enginesOf } from './scriptedEngines'

/** Once a run has come so far: at once as it begins to write a state, or so many milliseconds later. */
export interface Moment {
  readonly step: number
  readonly afterSave: boolean // not before a state is safe
  readonly then: 'saving' | number
}

/** A state is kept no more often: a kill falls anywhere between two of them. */
const longestDelayMs = 500

/** Moments spread over the first three quarters of a run, one of them while a state is being written. */
export function killMoments(steps: number, count: number): Moment[] {
  const given = process.env['LETHE_KILL_SEED']
  const seed = given === undefined ? Date.now() % 2 ** 32 : Number(given)
  let drawn = 0
  const next = (): number => uniform(seed, drawn++)
  const saving = Math.floor(next() * count)
  const moments = Array.from({ length: count }, (_, at): Moment => {
    const step = Math.max(1, Math.floor(((at + next()) / count) * 0.75 * steps))
    return {
      step,
      afterSave: at > 0,
      then: at === saving ? 'saving' : Math.floor(next() * longestDelayMs)
    }
  })
  const told = moments.map(
    ({ step, then }) => `${step} ${then === 'saving' ? then : `+${then} ms`}`
  )
  console.log(`kills at steps ${told.join(', ')} of ${steps}; LETHE_KILL_SEED=${seed}`)
  return moments
}

/** Builds what runs apart, once for the file of tests that calls it. */
export function crashTests() {
  let workerUrl: URL
  let engineWorker: string
  let apart: string
  beforeAll(async () => {
    const built = (file: string): Promise<URL> => buildEntry(new URL(file, import.meta.url))
    workerUrl = await built('../store/worker.ts')
    engineWorker = fileURLToPath(await built('../engine/worker.ts'))
    apart = fileURLToPath(await built('./crashingApplication.ts'))
  }, 120_000)

  /** In this process, with the ids of the engines it started, the latest last. */
  async function opened(dataFolder: string) {
    const pids: number[] = []
    const start = enginesOf(engineWorker)
    const spawnEngine: SpawnEngine = () => {
      const engine = start()
      if (engine.pid !== undefined) pids.push(engine.pid)
      return engine
    }
    const made = await openedApplication({
      ...{ dataFolder, resourcesFolder: join(dataFolder, 'nothing'), workerUrl, spawnEngine }
    })
    onTestFinished(() => made.application.close())
    return { ...made, pids }
  }

  /**
   * Opens the data folder in another process until all is done there, or until it is killed: at a moment of
   * the run in `folder`. While a state is written its engine is killed with it. Returns how it ended.
   */
  async function openApart(
    dataFolder: string,
    kill: { moment: Moment; folder: string } | null
  ): Promise<NodeJS.Signals | number | null> {
    const hasGroups = process.platform !== 'win32'
    const child = spawn(process.execPath, [apart, dataFolder, workerUrl.href, engineWorker], {
      ...({ stdio: ['ignore', 'pipe', 'inherit'] } as const),
      detached: hasGroups
    })
    const killAll = (): void => {
      if (hasGroups) killed(-child.pid!)
      else child.kill('SIGKILL')
    }
    onTestFinished(killAll)
    const exit = new Promise((resolve) => child.once('exit', resolve))
    const over = new AbortController()
    let isArmed = kill === null
    for await (const line of createInterface({ input: child.stdout })) {
      const { step = -1, savedStep = 0 } = JSON.parse(line) as { step?: number; savedStep?: number }
      if (isArmed || !kill || step < kill.moment.step) continue
      const { afterSave, then } = kill.moment
      if (afterSave && savedStep === 0) continue
      isArmed = true
      if (then === 'saving') void stateBegun(kill.folder, killAll, over.signal)
      else void delay(then).then(() => child.kill('SIGKILL'))
    }
    await exit
    over.abort()
    return child.signalCode ?? child.exitCode
  }

  return { opened, openApart }
}

/**
 * Kills the engine of a run at each of the moments, and waits until another one goes on. What came too late,
 * because the run had ended, is left out. Returns how many states were cut off and how often it was killed.
 */
export async function killEngines(
  { client, pids }: { client: TestClient; pids: readonly number[] },
  { id, folder }: { id: string; folder: string },
  moments: readonly Moment[]
): Promise<{ kills: number; cutStates: number }> {
  let [kills, cutStates, saved] = [0, 0, -1]
  const left = [...moments]
  for (let moment = left.shift(); moment; moment = left.shift()) {
    const { step, then } = moment
    // An engine that dies and dies without getting further is given up.
    const run = await reached(client, id, (it) => it.step >= step && (it.savedStep ?? 0) > saved)
    if (!run) break
    const engines = pids.length
    const kill = (): boolean => killed(pids.at(-1)!)
    if (then === 'saving') {
      const over = new AbortController()
      const begun = stateBegun(folder, kill, over.signal)
      await Promise.race([begun, reached(client, id, () => over.signal.aborted)])
      over.abort()
      if (hasCutState(folder)) cutStates++
      else left.unshift(moment) // it was whole a moment before
    } else {
      await delay(then)
      kill()
    }
    if (!(await reached(client, id, () => pids.length > engines))) break
    kills++
    saved = (await client.training.get({ run: id })).savedStep ?? 0
  }
  return { kills, cutStates }
}

/** What was being written is there under another name until the next engine opens the folder. */
export const hasCutState = (folder: string): boolean => readdirSync(folder).some(isCutState)

const isCutState = (name: string): boolean => /^\.state\..*\.tmp$/.test(name)

/** Calls `act` as soon as a state begins to be written. */
function stateBegun(folder: string, act: () => unknown, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const watcher = watch(folder, { signal }, (_event, name) => {
      if (name === null || !isCutState(name)) return
      act()
      watcher.close()
    })
    watcher.once('close', () => resolve())
  })
}

/** Null: it came to its end before. */
async function reached(
  client: TestClient,
  id: string,
  isSo: (run: Run) => boolean
): Promise<Run | null> {
  for (;;) {
    const run = await client.training.get({ run: id })
    if (run.status === 'failed') throw new Error(JSON.stringify(run.error))
    if (run.status === 'finished') return null
    if (isSo(run)) return run
    await delay(10)
  }
}

/** False: there is no such process any more. */
function killed(pid: number): boolean {
  try {
    return process.kill(pid, 'SIGKILL')
  } catch {
    return false
  }
}
