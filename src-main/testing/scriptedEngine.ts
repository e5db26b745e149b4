// An engine process that does what its prompt says, for tests of crashes and of order that no real
// model can be made to play. It speaks engine/protocol as the real worker does.
import { createHash } from 'node:crypto'
import { copyFileSync, mkdirSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { toEngineSchema, type FromEngine, type JobSpec, type Prompt } from '../engine/protocol'

type Run = { id: string; fence: number; spec: JobSpec }
const tell = (message: unknown): void => void process.send?.(message)
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1))

let aborted = ''
const isAborted = (id: string): boolean => aborted === id
let openFolder = ''

process.on('disconnect', () => process.exit())
process.on('message', (raw) => {
  const message = toEngineSchema.parse(raw)
  if (message.type === 'abort') aborted = message.id
  else void answer(message)
})
tell({ type: 'ready' } satisfies FromEngine)

async function answer(run: Run): Promise<void> {
  const { id, fence, spec } = run
  tell({ type: 'begun', id, fence })
  const fail = (code: string, params: object): void =>
    tell({ type: 'failed', id, fence, error: { code, params } })
  if (spec.type === 'generate') await generate(run, spec.prompt, fail)
  else if (spec.type === 'inspect') await inspect(run, spec.path, spec.copyTo, fail)
  else if (spec.type === 'checkConfig') {
    const config = readFileSync(join(spec.path, 'config.json'), 'utf8')
    if (config.includes('BAD')) fail('architectureUnknown', { architecture: 'BAD' })
    else tell({ type: 'done', id, fence, result: { family: 'llama' } })
  } else if (spec.type === 'measure') {
    const { prompt, message, cuts, wanted } = spec
    const system = prompt.turns.filter(({ role }) => role === 'system')
    const from = (turn: number): number =>
      [...system, ...prompt.turns.slice(Math.max(turn, system.length))].reduce(
        (sum, { content }) => sum + content.length,
        0
      )
    const turn = cuts.find((cut) => from(cut) <= wanted) ?? cuts.at(-1)
    const cut = turn === undefined ? null : { turn, tokens: from(turn) }
    const result = { tokens: from(0), messageTokens: message.length, cut }
    tell({ type: 'done', id, fence, result })
  } else if (spec.type === 'scoreAnswer') {
    // A word is a token of one nat; "unmeasured" costs the process its life, "long" is too long.
    const words = spec.answer.split(' ')
    if (words.includes('unmeasured')) process.kill(process.pid, 'SIGKILL')
    else if (words.includes('long')) fail('promptTooLong', { tokens: 9, limit: 8 })
    else
      tell({
        type: 'done',
        id,
        fence,
        result: { tokens: words.length, nllNats: words.length }
      })
  } else if (spec.type === 'tokenize') {
    tell({ type: 'done', id, fence, result: { ids: [process.pid], tokens: [spec.text] } })
  } else if (spec.type === 'probe') probe(run, spec.provider, fail)
  else fail('internal', { reason: { code: 'other', text: `${spec.type} is not played` } })
}

/** Of the errors that tests ask for. */
const failureParams: Record<string, object> = {
  outOfMemory: { needBytes: 2, freeBytes: 1 },
  noTokenizer: { model: 'scripted' },
  internal: { reason: { code: 'other', text: 'scripted' } }
}

async function generate(
  { id, fence, spec }: Run,
  prompt: Prompt,
  fail: (code: string, params: object) => void
): Promise<void> {
  const event = (it: object): void => tell({ type: 'event', id, fence, event: it })
  if ('model' in spec && spec.model.folder !== openFolder) {
    openFolder = spec.model.folder
    event({ type: 'loading' })
  }
  const [verb = '', argument = ''] = lastLine(prompt).split(' ')
  let text = ''
  const say = (piece: string): void => {
    text += piece
    event({ type: 'text', text: piece })
  }
  const end = (how: string): void =>
    tell({
      ...{ type: 'done', id, fence },
      result: {
        ...{ text, ids: [1, 2, 3], promptTokens: 5, timeToFirstTokenMs: 1, tokensPerSecond: 2 },
        ...{ device: 'cpu, scripted', seed: 7, end: how, templateNote: 'none' }
      }
    })
  if (prompt.type === 'chat' && prompt.begun) {
    say(JSON.stringify(prompt.begun))
    return end('finished')
  }
  switch (verb) {
    case 'words': // with the tokens they are made of; a sign comes with the second of its two
      for (const [place, piece] of ['b', 'a', '', '😀'].entries()) {
        const token = { id: place + 1, token: piece, logprob: -0.25, ends: false }
        const last = { id: 9, token: '', logprob: -1e9, ends: true }
        event({ type: 'text', text: piece, token: { ...token, alternatives: [token, last] } })
      }
      return end('finished')
    case 'echo': // the prompt itself
      say(JSON.stringify(prompt))
      return end('finished')
    case 'pid':
      say(String(process.pid))
      return end('finished')
    case 'count':
      event({ type: 'reading', done: 0, total: 5 })
      for (let i = 0; i < Number(argument); i++) {
        say(`${i} `)
        await turn()
      }
      return end('finished')
    case 'halves': // the two halves of one sign, far apart
      say('a\ud83d')
      for (let i = 0; i < 80; i++) await turn()
      say('\ude00b')
      return end('finished')
    case 'die':
      for (let i = 0; i < Number(argument); i++) say(`${i} `)
      for (let i = 0; i < 100; i++) await turn() // until it has been written
      return void process.kill(process.pid, 'SIGKILL')
    case 'forever':
      for (let i = 0; !isAborted(id); i++) {
        say(`${i} `)
        await turn()
      }
      return end('stopped')
    case 'stubborn': // never ends, whatever it is told
      return say('no ')
    case 'full': // the context ends before the answer does
      say('so far ')
      return end('contextFull')
    case 'nonsense':
      return tell({ type: 'done', id, fence, result: { text: 3 } })
    case 'garble':
      return tell('what?')
    case 'stale': // results of an earlier owner's time
      tell({ type: 'event', id, fence: fence - 1, event: { type: 'text', text: 'old' } })
      tell({ type: 'done', id, fence: fence - 1, result: {} })
      say('new')
      return end('finished')
    case 'fail':
      say('half ')
      return fail(argument, failureParams[argument] ?? {})
    default:
      return fail('internal', { reason: { code: 'other', text: 'no such part' } })
  }
}

/**
 * Plays a machine whose WebGPU is as LETHE_SCRIPTED_WEBGPU says; `threads` of the CPU's test are its
 * speed. CUDA ends its process, DirectML hangs.
 */
function probe(
  { id, fence, spec }: Run,
  provider: string,
  fail: (code: string, params: object) => void
): void {
  const done = (
    adapter: string | null,
    largestDeviation: number,
    gigaflopsPerSecond: number
  ): void =>
    tell({
      ...{ type: 'done', id, fence },
      result: {
        providers: ['cpu', 'webgpu', 'dml', 'tensorrt'].map((name) => ({ name, bundled: true })),
        adapter: { name: adapter, memoryBytes: null },
        ...{ largestDeviation, gigaflopsPerSecond }
      }
    })
  if (provider === 'cpu') return done(null, 1e-6, 'threads' in spec ? spec.threads : 0)
  if (provider === 'cuda') return void process.kill(process.pid, 'SIGSEGV')
  if (provider === 'dml') return
  if (provider === 'coreml')
    return fail('deviceUnavailable', {
      device: provider,
      reason: { code: 'said', by: 'runtime', text: 'no chip' }
    })
  const wrong = process.env['LETHE_SCRIPTED_WEBGPU'] === 'wrong'
  done('Scripted', wrong ? 0.5 : 1e-5, 100)
}

/** Plays the checker on real folders; "BAD" and "SLOW" weights fail and wait when half is copied. */
async function inspect(
  { id, fence }: Run,
  path: string,
  copyTo: string | null,
  fail: (code: string, params: object) => void
): Promise<void> {
  const file = join(path, 'model.safetensors')
  try {
    const files = readdirSync(path).filter((name) => /\.(json|safetensors)$/.test(name))
    const parts = files.filter((name) => name.endsWith('.safetensors'))
    if (parts.length === 0) return fail('notAModel', { path })
    const weights = Buffer.concat(parts.map((name) => readFileSync(join(path, name))))
    const total = files.reduce((sum, name) => sum + statSync(join(path, name)).size, 0)
    if (copyTo !== null) {
      mkdirSync(copyTo)
      copyFileSync(file, join(copyTo, 'model.safetensors'))
    }
    const bytes = { type: 'bytes', stage: copyTo === null ? 'checking' : 'copying', total }
    tell({ type: 'event', id, fence, event: { ...bytes, done: weights.length } })
    if (weights.includes('SLOW')) {
      while (!isAborted(id)) await turn()
      return fail('cancelled', {})
    }
    const reason = { code: 'headerStart' }
    if (weights.includes('BAD')) return fail('fileMalformed', { path: file, reason })
    if (copyTo !== null)
      for (const name of files) copyFileSync(join(path, name), join(copyTo, name))
    tell({
      ...{ type: 'done', id, fence },
      result: {
        ...{ folder: copyTo ?? path, files, name: basename(copyTo ?? path), family: 'llama' },
        ...{ parameterCount: 10, sizeBytes: total, precision: 'F32', chat: 'template' },
        ...{ sha256: createHash('sha256').update(weights).digest('hex') },
        ...{ contextLength: 64, vocabularySize: 32 }
      }
    })
  } catch {
    fail('notAModel', { path })
  }
}

function lastLine(prompt: Prompt): string {
  const last = prompt.type === 'chat' ? prompt.turns.at(-1)?.content : undefined
  const text = prompt.type === 'text' ? prompt.text : (last ?? '')
  return text.split('\n').at(-1) ?? ''
}
