// Entry of an engine process. Speaks protocol.ts over child_process IPC, or over Electron's
// utilityProcess port, and ends itself when its parent is gone.
import { setPriority } from 'node:os'
import { asLetheError, LetheError } from '../base/errors'
import { endWithParent } from './parentWatch'
import { jobSpecSchema, toEngineSchema, type FromEngine, type ToEngine } from './protocol'
import { JobRunner } from './run'

/** The part of Electron's parentPort that is used; outside Electron there is none. */
interface ParentPort {
  on(event: 'message', listener: (event: { data: unknown }) => void): void
  postMessage(message: unknown): void
}

const { parentPort } = process as NodeJS.Process & { parentPort?: ParentPort }
const runner = new JobRunner()
const running = new Map<string, AbortController>()

function send(message: FromEngine): void {
  if (parentPort) parentPort.postMessage(message)
  else process.send?.(message)
}

async function run({ id, fence, spec }: Extract<ToEngine, { type: 'run' }>): Promise<void> {
  const controller = new AbortController()
  running.set(id, controller)
  send({ type: 'begun', id, fence })
  try {
    const context = {
      signal: controller.signal,
      onEvent: (event: Extract<FromEngine, { type: 'event' }>['event']) =>
        send({ type: 'event', id, fence, event })
    }
    const result = await runner.run(jobSpecSchema.parse(spec), context)
    send({ type: 'done', id, fence, result })
  } catch (error) {
    const failure = controller.signal.aborted ? new LetheError('cancelled') : asLetheError(error)
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
  else running.get(message.id)?.abort()
}

if (parentPort) {
  parentPort.on('message', ({ data }) => receive(data))
  endWithParent(() => process.exit())
} else {
  process.on('message', receive)
  process.on('disconnect', () => process.exit())
}
// Answers must not make the window stutter.
setPriority(5)
send({ type: 'ready' })
