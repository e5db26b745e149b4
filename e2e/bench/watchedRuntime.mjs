// Loaded before an engine, which does not know of it: times each run of the engine's sessions and, with
// a prefix for the file, has the runtime keep a profile of them.
import { createRequire } from 'node:module'

const [, engineFile, prefix] = process.argv
// The one that the engine loads: peers bring a runtime of their own.
const { InferenceSession } = createRequire(engineFile)('onnxruntime-node')
const { create } = InferenceSession
const sessions = []
const runs = []

InferenceSession.create = async (model, options) => {
  const profile = prefix ? { enableProfiling: true, profileFilePrefix: prefix } : {}
  const session = await create.call(InferenceSession, model, { ...options, ...profile })
  const run = session.run.bind(session)
  session.run = async (feeds, ...others) => {
    const startMs = performance.now()
    const outputs = await run(feeds, ...others)
    const endMs = performance.now()
    runs.push({ newTokens: feeds.ids?.dims.at(-1) ?? 0, startMs, endMs })
    return outputs
  }
  sessions.push(session)
  return session
}

// The engine knows no running work of these names: it ends nothing.
process.on('message', ({ type, id }) => {
  if (type !== 'abort') return
  if (id === 'runs') process.send({ type: 'runs', runs: runs.splice(0) })
  if (id !== 'profile') return
  for (const session of sessions) session.endProfiling()
  process.send({ type: 'profile' })
})
