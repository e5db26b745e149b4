// transformers.js in a process of its own: opens an ONNX folder on the CPU and measures answers. What
// it remembers of the prompt serves the next tokens.
import { setPriority } from 'node:os'
import { dirname, basename } from 'node:path'
import { AutoModelForCausalLM, env, Tensor } from '@huggingface/transformers'

setPriority(5) // as our engine does: on a busy machine the same share of it
env.allowRemoteModels = false
let model = null
let ids = []
let past = null

process.on('message', (request) => {
  answer(request).then(
    (result) => process.send({ type: 'done', result }),
    (error) => process.send({ type: 'failed', error: { reason: String(error) } })
  )
})
process.on('disconnect', () => process.exit())

async function answer({ action, file, more, tokens, threads }) {
  if (action === 'open') {
    env.localModelPath = dirname(file)
    const start = performance.now()
    model = await AutoModelForCausalLM.from_pretrained(basename(file), {
      ...{ dtype: 'q4', device: 'cpu', use_external_data_format: true },
      session_options: { intraOpNumThreads: threads, interOpNumThreads: 1 }
    })
    return { openMs: performance.now() - start }
  }
  if (action === 'begin') {
    await past?.dispose()
    ids = []
    past = null
    return {}
  }
  if (action === 'read') {
    ids = [...ids, ...more]
    const [firstMs] = await generate(1)
    return { timeToFirstTokenMs: firstMs }
  }
  const times = await generate(tokens + 1)
  return { tokensPerSecond: (1000 * tokens) / (times.at(-1) - times[0]) }
}

/** Milliseconds from the start at which each token was there. */
async function generate(count) {
  const start = performance.now()
  const times = []
  const size = [1, ids.length]
  const result = await model.generate({
    input_ids: new Tensor('int64', BigInt64Array.from(ids, BigInt), size),
    attention_mask: new Tensor('int64', new BigInt64Array(ids.length).fill(1n), size),
    ...{ max_new_tokens: count, min_new_tokens: count, do_sample: false },
    ...{ return_dict_in_generate: true, ...(past && { past_key_values: past }) },
    // The first call has the prompt.
    streamer: { put: () => times.push(performance.now() - start), end: () => {} }
  })
  past = result.past_key_values
  ids = [...result.sequences.data].map(Number)
  return times.slice(-count)
}
