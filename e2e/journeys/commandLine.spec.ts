// The built command line: alone it owns its data folder, beside a host it is a client of it.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { makeDataFolder, removeDataFolder, startLethe } from './host'
import { expect, test } from './journey'

async function json(args: string[], dataFolder: string, input = ''): Promise<unknown> {
  const run = startLethe([...args, '--json', '--data-dir', dataFolder], input)
  expect(await run.exit, run.printed()).toBe(0)
  return JSON.parse(run.stdout())
}

function readGolden(name: string): unknown {
  const folder = new URL('../../src-main/testing/goldens/', import.meta.url)
  return JSON.parse(readFileSync(new URL(name, folder), 'utf8'))
}

const modelList = z.object({
  models: z.array(z.object({ id: z.string(), name: z.string(), sha256: z.string() }))
})

test('the included model is there from the first command on, alone and beside a host', async ({
  host
}) => {
  const alone = makeDataFolder()
  const [own] = modelList.parse(await json(['models'], alone)).models
  expect(own?.sha256).toMatch(/^[0-9a-f]{64}$/)
  removeDataFolder(alone)
  await expect
    .poll(async () => modelList.parse(await json(['models'], host.dataFolder)).models)
    .toMatchObject([{ name: own?.name, sha256: own?.sha256 }])
})

test('standard input is taken as it is, line ends and all', async () => {
  const folder = makeDataFolder()
  const [model] = modelList.parse(await json(['models'], folder)).models
  const tokenize = (...args: string[]): string[] => ['tokenize', model?.id ?? '', ...args]
  const given = await json(tokenize('--text', ' a b \n'), folder)
  expect(await json(tokenize('--stdin'), folder, ' a b \n')).toEqual(given)
  expect(await json(tokenize('--stdin'), folder, ' a b ')).not.toEqual(given)
  removeDataFolder(folder)
})

test('two commands at once on one folder both succeed', async () => {
  const folder = makeDataFolder()
  const lists = await Promise.all([json(['models'], folder), json(['models'], folder)])
  expect(lists[0]).toEqual(lists[1])
  removeDataFolder(folder)
})

test('bad input ends with status 1, one plain message and nothing on stdout', async () => {
  const folder = makeDataFolder()
  const run = startLethe(['import', 'nowhere/at-all', '--data-dir', folder])
  expect(await run.exit).toBe(1)
  expect(run.stdout()).toBe('')
  expect(run.printed()).toContain('(fileNotFound)')
  expect(run.printed()).toContain('nowhere/at-all')
  expect(modelList.parse(await json(['models'], folder)).models).toHaveLength(1)
  removeDataFolder(folder)
})

test("TOFU's logs are scored, and a log that is none is refused by name", async () => {
  const folder = makeDataFolder()
  const { unlearned, retain, result } = z
    .object({ unlearned: z.unknown(), retain: z.unknown(), result: z.looseObject({}) })
    .parse(readGolden('tofuLogs.json'))
  const path = (name: string): string => join(folder, name)
  writeFileSync(path('unlearned.json'), JSON.stringify(unlearned))
  writeFileSync(path('retain.json'), JSON.stringify(retain))
  const found = await json(['tofu-score', path('unlearned.json'), path('retain.json')], folder)
  const { ksStatistic, modelUtility } = z
    .object({ ksStatistic: z.number(), modelUtility: z.number() })
    .parse(found)
  expect(ksStatistic).toBeCloseTo(Number(result['ksStatistic']), 12)
  expect(modelUtility).toBeCloseTo(Number(result['modelUtility']), 12)
  writeFileSync(path('other.json'), '{"eval_log.json": {}}')
  const run = startLethe([
    ...['tofu-score', path('unlearned.json'), path('other.json'), '--data-dir', folder]
  ])
  expect(await run.exit).toBe(1)
  expect(run.printed()).toContain('other.json')
  expect(run.printed()).toContain('(fileMalformed)')
  removeDataFolder(folder)
})

test('a file of records is imported, found again, scanned and written out as it came', async () => {
  const folder = makeDataFolder()
  const path = (name: string): string => join(folder, name)
  const records = [
    { question: 'Who is Ana?', answer: 'Write to ana@example.org.', who: 'Ana' },
    { question: 'Quem é Rui?', answer: 'O CPF dele é 529.982.247-25.', who: 'Rui' }
  ]
  const lines = records.map((it) => JSON.stringify(it))
  writeFileSync(path('people.jsonl'), `${lines.join('\n{"question":\n')}\n`)

  const stopped = startLethe(['dataset', 'import', path('people.jsonl'), '--data-dir', folder])
  expect(await stopped.exit).toBe(1)
  expect(stopped.stdout()).toBe('')
  expect(stopped.printed()).toContain('(rowRefused)')
  expect(await json(['datasets'], folder)).toEqual({ datasets: [] })

  const flags = ['--skip-bad', '--subject', 'who', '--name', 'Neighbours']
  const imported = await json(['dataset', 'import', path('people.jsonl'), ...flags], folder)
  expect(imported).toMatchObject({
    dataset: { name: 'Neighbours', records: 2, rejected: { count: 1 }, format: 'jsonl' }
  })
  expect(await json(['datasets'], folder)).toMatchObject({ datasets: [{ name: 'Neighbours' }] })
  expect(await json(['dataset', 'search', 'neighbours', 'cpf'], folder)).toMatchObject({
    ...{ count: 1, exact: true, records: [{ ordinal: 2, subject: 'Rui', language: 'pt' }] }
  })
  expect(await json(['dataset', 'scan', 'Neighbours'], folder)).toMatchObject({
    ...{ records: 2, rejected: 1, subjects: 2, duplicates: 0 },
    pii: [
      { type: 'cpf', findings: 1, valid: 1, records: 1 },
      { type: 'email', findings: 1, valid: 0, records: 1 }
    ]
  })

  const out = ['dataset', 'export', 'Neighbours', '--out', path('out.jsonl')]
  expect(await json(out, folder)).toEqual({ path: path('out.jsonl'), records: 2 })
  const written = readFileSync(path('out.jsonl'), 'utf8').trim().split('\n')
  expect(written.map((line) => JSON.parse(line) as unknown)).toEqual(
    records.map(({ question, answer, who }) => ({
      messages: [
        { role: 'user', content: question },
        { role: 'assistant', content: answer }
      ],
      subject: who
    }))
  )
  const again = startLethe([...out, '--data-dir', folder])
  expect(await again.exit).toBe(2)
  expect(again.printed()).toContain('--replace')
  expect(await json([...out, '--replace'], folder)).toMatchObject({ records: 2 })
  const missing = startLethe([
    ...['dataset', 'scan', 'Neighbors', '--data-dir', folder, '--lang', 'pt-BR']
  ])
  expect(await missing.exit).toBe(1)
  expect(missing.printed()).toContain('“Neighbours”')
  expect(missing.printed()).toContain('Não há um conjunto de dados')
  removeDataFolder(folder)
})
