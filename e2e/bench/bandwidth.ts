// How fast threads read memory when they do nothing else: what a decoder that reads all its weights for
// every token cannot be faster than.
import { isMainThread, parentPort, Worker } from 'node:worker_threads'

const bufferBytes = 256 * 2 ** 20 // far more than caches hold
const passes = 4
const tries = 6

if (!isMainThread) {
  const memory = Buffer.alloc(bufferBytes, 1)
  parentPort!.on('message', () => {
    // The search for a byte that is not there: the C library's, the widest loads there are.
    const startMs = now()
    for (let pass = 0; pass < passes; pass++) memory.indexOf(0)
    parentPort!.postMessage({ startMs, endMs: now() })
  })
}

interface Span {
  readonly startMs: number
  readonly endMs: number
}

/** The same clock in all threads. */
function now(): number {
  return performance.timeOrigin + performance.now()
}

/** The best of a few tries, all threads together: GB/s. */
export async function readBandwidth(threads: number): Promise<number> {
  const workers = Array.from({ length: threads }, () => new Worker(new URL(import.meta.url)))
  try {
    let bestMs = Infinity
    for (let turn = 0; turn < tries; turn++) {
      const spans = await Promise.all(workers.map(readOnce))
      const startMs = Math.min(...spans.map((span) => span.startMs))
      bestMs = Math.min(bestMs, Math.max(...spans.map((span) => span.endMs)) - startMs)
    }
    return (threads * passes * bufferBytes) / bestMs / 1e6
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
}

function readOnce(worker: Worker): Promise<Span> {
  return new Promise((resolve, reject) => {
    worker.once('message', resolve).once('error', reject)
    worker.postMessage('read')
  })
}
