// Entry of an engine process. Speaks protocol.ts over child_process IPC, or over Electron's
// utilityProcess port, and ends itself when its parent is gone.
import { asLetheError, LetheError } from '../base/errors'
import { endWithParent } from './parentWatch'
import { standBack } from './priority'
import { Steering } from './steering'
import {
  jobSpecSchema,
  toEngineSchema,
  type FromEngine,
  type JobEvent,
  type ToEngine
} from './protocol'
import { JobRunner } from './run'

/** The part of Electron's parentPort that is used; outside Electron there is none. */
interface ParentPort {
  on(event: 'message', listener: (event: { data: unknown }) => void): void
  postMessage(message: unknown): void
}

const { parentPort } = process as NodeJS.Process & { parentPort?: ParentPort }
const runner = new JobRunner()

/** Batches that may be on their way at once: one is stored while the next is read. */
const batchesAtOnce = 2

interface Running {
  controller: AbortController
  steering: Steering
  sentBatches: number
  /** Wakes whoever waits for a batch to be taken. */
  onTaken: () => void
}
const running = new Map<string, Running>()

function send(message: FromEngine): void {
  if (parentPort) parentPort.postMessage(message)
  else process.send?.(message)
}

async function run({ id, fence, spec }: Extract<ToEngine, { type: 'run' }>): Promise<void> {
  const controller = new AbortController()
  const steering = new Steering()
  const request: Running = { controller, steering, sentBatches: 0, onTaken: () => {} }
  running.set(id, request)
  controller.signal.addEventListener('abort', () => request.onTaken())
  send({ type: 'begun', id, fence })
  try {
    const context = {
      signal: controller.signal,
      fence,
      steering,
      onEvent: (event: Extract<FromEngine, { type: 'event' }>['event']) =>
        send({ type: 'event', id, fence, event }),
      onBatch: async (batch: Extract<JobEvent, { type: 'records' }>) => {
        send({ type: 'event', id, fence, event: batch })
        request.sentBatches++
        while (request.sentBatches >= batchesAtOnce && !controller.signal.aborted)
          await new Promise<void>((resolve) => (request.onTaken = resolve))
      }
    }
    const result = await runner.run(jobSpecSchema.parse(spec), context)
    send({ type: 'done', id, fence, result })
  } catch (error) {
    // A training that was to stop says itself whether what it had learned is safe.
    const isCancelled = controller.signal.aborted && spec.type !== 'train'
    const failure = isCancelled ? new LetheError('cancelled') : asLetheError(error)
    send({ type: 'failed', id, fence, error: failure.toJSON() })
    if (failure.code === 'internal')
      process.stderr.write(`${failure.stack}\n${String(failure.cause)}\n`)
  } finally {
    running.delete(id)
  }
}

function receive(raw: unknown): void {
  const message = toEngineSchema.parse(raw)
  if (message.type === 'run') void run(message)
  else if (message.type === 'abort') running.get(message.id)?.controller.abort()
  else if (message.type === 'steer') running.get(message.id)?.steering.apply(message.steer)
  else {
    const request = running.get(message.id)
    if (!request) return
    request.sentBatches--
    request.onTaken()
  }
}

if (parentPort) {
  parentPort.on('message', ({ data }) => receive(data))
  endWithParent(() => process.exit())
} else {
  process.on('message', receive)
  process.on('disconnect', () => process.exit())
}
// Answers must not make the window stutter.
standBack(5)
send({ type: 'ready' })
