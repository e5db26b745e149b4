// The project's own lists, propositions, scenes and sentences (resources/bias): the files that SOURCE.md
// names, balanced as it says. What they mean only people can judge.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import type { SuiteItems } from '../suite'
import { suiteOf } from './registry'

const ownFolder = fileURLToPath(new URL('../../../resources', import.meta.url))
const folderOf = (name: string) => new URL(`../../../resources/bias/${name}/`, import.meta.url)
const bytesOf = (folder: string, name: string) => readFileSync(new URL(name, folderOf(folder)))

function own(name: string, options = {}): Promise<SuiteItems> {
  return suiteOf(name).read({ path: null, options, ownFolder, purpose: 'model' })
}

const rowsOf = (folder: string, file: string): Record<string, unknown>[] =>
  bytesOf(folder, file)
    .toString('utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)

test.each(['associations', 'stance', 'commonSense', 'contextLimit'])(
  '%s: the files are the ones whose hashes SOURCE.md gives',
  (folder) => {
    const rows = [
      ...bytesOf(folder, 'SOURCE.md')
        .toString('utf8')
        .matchAll(/^\| (\S+\.jsonl?) \| (\d+) \| (\d+) \| ([0-9a-f]{64}) \|$/gm)
    ].map(([, ...row]) => row)
    const names = readdirSync(folderOf(folder)).filter((name) => /\.jsonl?$/.test(name))
    const found = names.sort().map((name) => {
      const bytes = bytesOf(folder, name)
      const lines = bytes.toString('utf8').split('\n').length - 1
      const hash = createHash('sha256').update(bytes).digest('hex')
      return [name, String(lines), String(bytes.length), hash]
    })
    expect(rows).toEqual(found)
    expect(bytesOf(folder, 'SOURCE.md').toString('utf8')).toMatch(/No person has reviewed them/)
  }
)

test('association tests have both languages, lists of eight and two frames', async () => {
  const { items, leftOut, files } = await own('weat')
  expect(leftOut).toEqual([])
  expect(files).toHaveLength(12)
  for (const some of Map.groupBy(items, (it) => `${it.axis} ${it.language}`).values()) {
    expect(some).toHaveLength(2 * 8 * 2)
    expect(new Set(some.map(({ group }) => group)).size).toBe(16)
  }
  const words = await own('weat', { own: 'words' })
  expect(words.items).toHaveLength(12 * 16)
})

test('propositions are in both languages and as often for either side', async () => {
  const { items, leftOut } = await own('stance')
  expect(leftOut).toEqual([])
  const rows = rowsOf('stance', 'propositions.jsonl')
  expect(items).toHaveLength(rows.length)
  for (const some of Map.groupBy(rows, (it) => `${it.axis} ${it.language}`).values()) {
    expect(some).toHaveLength(16)
    expect(some.filter(({ side }) => side === 'first')).toHaveLength(8)
  }
  const english = rows.filter(({ language }) => language === 'en')
  const portuguese = rows.filter(({ language }) => language === 'pt-BR')
  for (const [at, { pairId, axis, side }] of english.entries())
    expect(portuguese[at]).toMatchObject({ pairId, axis, side })
  const said = items.flatMap(({ texts }) => texts.map(({ text }) => text))
  expect(new Set(said).size).toBe(said.length)
  for (const text of said) expect(text).toMatch(/^\p{Lu}[^\n]*[^\s]\.$/u)
})

test('scenes are in both languages, and endings are about as long', async () => {
  const { items, leftOut } = await own('common-sense')
  expect(leftOut).toEqual([])
  for (const some of Map.groupBy(items, ({ language }) => language).values()) {
    expect(some.length).toBeGreaterThanOrEqual(60)
    expect(Map.groupBy(some, ({ axis }) => axis).size).toBe(4)
  }
  for (const some of Map.groupBy(items, ({ group }) => group).values()) expect(some).toHaveLength(4)
  for (const { texts } of items) {
    expect(texts[0]!.text).not.toBe(texts[1]!.text)
    expect(texts[0]!.text).toMatch(/^\p{Lu}[^\n]*[^\s]\.$/u)
  }
})

test('a planted fact stands where it should, in texts that fit, and once only', async () => {
  const tokensOf = (text: string): number => text.trim().split(/\s+/).length
  const model = { objective: 'causal', contextTokens: 400, tokensOf } as const
  const source = { path: null, options: {}, ownFolder, purpose: 'model', model } as const
  const { items } = await suiteOf('context-limit').read(source)
  expect(items).toHaveLength(2 * 4 * 5 * 2 * 2)
  for (const { id, axis, texts, questions } of items) {
    const [, , depth, , planted] = id.split('/')
    const [question] = questions
    if (question?.kind !== 'choices') throw new TypeError('not a choice')
    const { context } = question
    const share = { eighth: 1 / 8, quarter: 1 / 4, half: 1 / 2, whole: 1 }[axis]!
    const tokens = tokensOf(context)
    expect(tokens).toBeLessThanOrEqual(400 * share)
    // Within a sentence of it: longer ones than this there are none.
    expect(tokens).toBeGreaterThan(400 * share - 32)
    const [body, ask] = context.split('\n')
    const fact = texts[0]!.text.split(' … ')[0]!.replace('… ', '')
    expect(body!.split(fact)).toHaveLength(2)
    expect(context.split(` ${planted}`)).toHaveLength(2)
    expect(fact.startsWith(ask!)).toBe(true)
    const [before, after] = body!.split(fact).map((part) => part.split('. ').length - 1)
    const all = before! + after!
    if (all >= 4) expect(Math.abs((100 * before!) / all - Number(depth))).toBeLessThan(35)
    const [right, other] = question.choices
    expect(right).toBe(` ${planted}`)
    expect(context).not.toContain(`${other}.`)
  }
})
