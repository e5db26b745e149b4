// node-llama-cpp in a process of its own: opens a GGUF file on the CPU and measures one answer.
import { getLlama, LlamaLogLevel } from 'node-llama-cpp'

const llama = await getLlama({ gpu: false, build: 'never', logLevel: LlamaLogLevel.error })
let model = null

process.on('message', (request) => {
  answer(request).then(
    (result) => process.send({ type: 'done', result }),
    (error) => process.send({ type: 'failed', error: { reason: String(error) } })
  )
})
process.on('disconnect', () => process.exit())

async function answer({ action, file, ids, tokens, threads }) {
  if (action === 'open') {
    const start = performance.now()
    model = await llama.loadModel({ modelPath: file, gpuLayers: 0, useMmap: true })
    return { openMs: performance.now() - start }
  }
  const context = await model.createContext({
    contextSize: ids.length + tokens + 8,
    batchSize: 256,
    threads
  })
  const start = performance.now()
  let first = null
  let count = 0
  // Greedy, and never ended by the model's own end token: the length is what is measured.
  for await (const token of context
    .getSequence()
    .evaluate(ids, { temperature: 0, yieldEogToken: true })) {
    void token
    first ??= performance.now() - start
    if (++count === tokens) break
  }
  const decodingMs = performance.now() - start - first
  await context.dispose()
  return { timeToFirstTokenMs: first, tokensPerSecond: (1000 * (count - 1)) / decodingMs }
}
