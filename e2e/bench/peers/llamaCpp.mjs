// node-llama-cpp in a process of its own: opens a GGUF file on the CPU and measures answers.
import { setPriority } from 'node:os'
import { getLlama, LlamaLogLevel } from 'node-llama-cpp'

setPriority(5) // as our engine does: on a busy machine the same share of it
const llama = await getLlama({ gpu: false, build: 'never', logLevel: LlamaLogLevel.error })
let model = null
let context = null
let sequence = null
let tokensOf = null

process.on('message', (request) => {
  answer(request).then(
    (result) => process.send({ type: 'done', result }),
    (error) => process.send({ type: 'failed', error: { reason: String(error) } })
  )
})
process.on('disconnect', () => process.exit())

async function answer({ action, file, more, room, tokens, threads }) {
  if (action === 'open') {
    const start = performance.now()
    model = await llama.loadModel({ modelPath: file, gpuLayers: 0, useMmap: true })
    return { openMs: performance.now() - start }
  }
  if (action === 'begin') {
    await context?.dispose()
    context = await model.createContext({ contextSize: room, batchSize: 256, threads })
    sequence = context.getSequence()
    return {}
  }
  if (action === 'read') {
    const start = performance.now()
    // Greedy, and never ended by the model's own end token: the length is what is measured.
    tokensOf = sequence.evaluate(more, { temperature: 0, yieldEogToken: true })
    await tokensOf.next()
    return { timeToFirstTokenMs: performance.now() - start }
  }
  const start = performance.now()
  for (let count = 0; count < tokens; count++) await tokensOf.next()
  return { tokensPerSecond: (1000 * tokens) / (performance.now() - start) }
}
