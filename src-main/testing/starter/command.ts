// The two commands about the starter model, as start.ts builds and runs them:
//   train [--work DIR] [--output DIR] [--stop-after STEPS]     check [--record]
import { mkdirSync, readFileSync, rmSync, writeFileSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { LetheError } from '../../base/errors'
import { questionsSchema } from './evaluation'
import { writeStarterFiles } from './files'
import { hashFirstSteps, isSameMachine, prefixSchema, recordedHashes, thisMachine } from './prefix'
import { prepareStarter } from './preparation'
import { trainStarter } from './training'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    repository: { type: 'string', default: '.' },
    work: { type: 'string' },
    output: { type: 'string' },
    'stop-after': { type: 'string' },
    record: { type: 'boolean', default: false }
  }
})
const repository = resolve(values.repository)
const say = (line: string): void => void process.stderr.write(`${line}\n`)
const testing = join(repository, 'src-main/testing')

async function train(): Promise<number> {
  const work = resolve(values.work ?? join(repository, '.cache/starter'))
  const output = resolve(values.output ?? join(repository, 'resources/starter'))
  const stopping = new AbortController()
  process.once('SIGINT', () => stopping.abort())
  process.once('SIGTERM', () => stopping.abort())
  mkdirSync(work, { recursive: true })
  say('text, tokenizer and first weights (some seconds)…')
  const preparation = await prepareStarter(repository, work)
  const { plan, tokens } = preparation
  say(`${plan.steps} steps, ${tokens} tokens`)
  const stopAfter = values['stop-after']
  const trained = await trainStarter(preparation, work, {
    ...{ say, signal: stopping.signal },
    ...(stopAfter !== undefined && { stopAfter: Number(stopAfter) })
  })
  if (trained === null) return 0
  say('files and evaluation (about two minutes)…')
  const questions = readFileSync(join(testing, 'starterQuestions.json'), 'utf8')
  const parsed = questionsSchema.parse(JSON.parse(questions))
  await writeStarterFiles(output, preparation, trained, parsed)
  say(`written to ${output}`)
  return 0
}

async function check(): Promise<number> {
  const file = join(testing, 'starterPrefix.json')
  const records = prefixSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  const machine = thisMachine()
  const recorded = recordedHashes(records, machine)
  if (recorded === null && !values.record) {
    say(`nothing is recorded for a machine like this one: ${JSON.stringify(machine)}`)
    say('"npm run check:starter -- --record" records it')
    return 1
  }
  const work = mkdtempSync(join(tmpdir(), 'lethe-starter-'))
  try {
    const preparation = await prepareStarter(repository, work, 1)
    const hashes = await hashFirstSteps(preparation, [10, 100], (step, loss) => {
      if ((step + 1) % 10 === 0) say(`step ${step + 1}: ${loss.toFixed(4)} nats per token`)
    })
    if (values.record) {
      const others = records.records.filter((record) => !isSameMachine(record.machine, machine))
      const all = { ...records, records: [...others, { machine, hashes }] }
      writeFileSync(file, `${JSON.stringify(all, null, 2)}\n`)
      say('recorded')
      return 0
    }
    const equal = ['10', '100'].every((steps) => hashes[steps] === recorded![steps])
    say(
      equal ? 'the same bytes as recorded' : `other bytes: ${JSON.stringify({ recorded, hashes })}`
    )
    return equal ? 0 : 1
  } finally {
    rmSync(work, { recursive: true })
  }
}

const commands = { train, check }
const [name = ''] = positionals
try {
  process.exitCode = await commands[name as keyof typeof commands]()
} catch (error) {
  if (!(error instanceof LetheError) || error.code !== 'cancelled') throw error
  say('stopped; the same command goes on from here')
  process.exitCode = 130
}
