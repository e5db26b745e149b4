// One prompt to two models: side by side, blind, and from the command line.
import { cpSync, renameSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { z } from 'zod'
import { startLethe, type Host } from './host'
import { expect, expectAccessible, takeScreens, test } from './journey'

const starter = resolve(import.meta.dirname, '../../resources/starter')
const prompt = 'What is a language model?'

async function run(host: Host, ...args: string[]): Promise<unknown> {
  const lethe = startLethe([...args, '--json', '--data-dir', host.dataFolder])
  expect(await lethe.exit, lethe.printed()).toBe(0)
  return JSON.parse(lethe.stdout()) as unknown
}

/** The included model once more, from another place and under another name. */
async function addTwin(host: Host): Promise<string> {
  const folder = join(host.dataFolder, 'twin')
  cpSync(starter, folder, { recursive: true })
  await run(host, 'import', folder, '--name', 'Twin')
  return folder
}

async function openCompare(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: 'Compare' }).click()
  await expect(page.getByLabel('Model 2', { exact: true })).toBeVisible()
}

async function ask(page: Page, seed = '7'): Promise<void> {
  await page.getByLabel('Seed, the same for all').fill(seed)
  await page.getByLabel('Ask all of them').fill(prompt)
  await page.getByLabel('Ask all of them').press('Enter')
}

test('two answers stand side by side, are kept, and equal those of the command line', async ({
  lethe,
  host
}) => {
  await addTwin(host)
  await openCompare(lethe)
  await takeScreens(lethe, 'compare-empty')
  await lethe.getByLabel('How model 1 chooses words').selectOption('Exact')
  await lethe.getByLabel('How model 2 chooses words').selectOption('Inventive')
  await ask(lethe)
  const columns = lethe.getByRole('article')
  await expect(columns).toHaveCount(2)
  await expect(columns.getByText('tokens/s')).toHaveCount(2)
  const generated = await run(
    host,
    'generate',
    'Starter',
    '--prompt',
    prompt,
    '--seed',
    '7',
    '--max-tokens',
    '512'
  )
  const { text } = z.object({ text: z.string() }).parse(generated)
  const file = lethe.waitForEvent('download')
  await lethe.getByRole('button', { name: 'Export', exact: true }).click()
  await lethe.getByRole('menuitem', { name: 'Export as JSON' }).click()
  const stream = await (await file).createReadStream()
  const exported = z
    .object({
      seed: z.literal(7),
      answers: z.array(z.object({ modelName: z.string(), text: z.string() }))
    })
    .parse(JSON.parse(Buffer.concat(await stream.toArray()).toString('utf8')))
  expect(exported.answers.find(({ modelName }) => modelName === 'Starter')?.text).toBe(text)

  await lethe.getByRole('heading', { level: 2, name: 'Twin' }).click()
  await lethe.keyboard.press('d')
  await expect(lethe.getByText(/words? here and not in Starter/)).toBeVisible()
  await takeScreens(lethe, 'compare-differences')
  await lethe.reload()
  await expect(lethe.getByRole('article')).toHaveCount(2)
  await expect(lethe.getByRole('link', { name: prompt })).toBeVisible()

  const compared = await run(host, 'compare', 'Starter', 'Twin', '--prompt', prompt, '--seed', '7')
  const { answers } = z
    .object({ answers: z.array(z.object({ model: z.string(), text: z.string() })) })
    .parse(compared)
  expect(answers.map(({ model }) => model)).toEqual(['Starter', 'Twin'])
  expect(answers.map((answer) => answer.text)).toEqual([text, text])
})

test('a column that fails says so; the others stay, and it alone is tried again', async ({
  lethe,
  host
}) => {
  const folder = await addTwin(host)
  await openCompare(lethe)
  renameSync(folder, `${folder}-away`)
  await ask(lethe)
  await expect(lethe.getByText('Twin did not answer. The others did')).toBeVisible()
  const columns = lethe.getByRole('article')
  await expect(columns.getByText('tokens/s')).toHaveCount(1)
  await takeScreens(lethe, 'compare-failed')
  renameSync(`${folder}-away`, folder)
  await lethe.getByRole('button', { name: 'Try again for this one only' }).click()
  await expect(columns.getByText('tokens/s')).toHaveCount(2)
})

test('a blind vote tells nothing before it is cast; ten of them make a rating', async ({
  lethe,
  host
}) => {
  test.setTimeout(120_000)
  await addTwin(host)
  await openCompare(lethe)
  // What the page is sent, from a fresh line on.
  const received: string[] = []
  lethe.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => received.push(payload.toString()))
  )
  await lethe.reload()
  await lethe.getByRole('radio', { name: 'Blind vote' }).click()
  await expect(lethe.getByLabel('Model 2', { exact: true })).toBeVisible()
  received.length = 0
  await ask(lethe)
  await expect(lethe.getByRole('button', { name: 'A is better' })).toBeEnabled()
  const sent = received.join('\n')
  expect(sent).toContain('"vote":null')
  expect(sent).not.toMatch(/tokensPerSecond"|"modelName":"|"device"|"temperature"/)
  await expect(lethe.getByRole('heading', { name: 'Answer A' })).toBeVisible()
  await expect(lethe.getByRole('article').getByText(/tokens\/s|Starter|Twin/)).toHaveCount(0)
  await takeScreens(lethe, 'compare-blind')
  await lethe.getByRole('button', { name: 'A is better' }).click()
  await expect(lethe.getByText('You found the first better.')).toBeVisible()
  await expect(lethe.getByRole('heading', { level: 2, name: /^(Starter|Twin)$/ })).toHaveCount(2)
  await lethe.getByRole('link', { name: 'Ratings' }).click()
  await expect(lethe.getByText('Too few votes for a rating: 1 of 10.')).toBeVisible()

  for (const key of ['1', '1', '2', '0', '1', '2', '1', 'n', '1', '2']) {
    await lethe.getByRole('radio', { name: 'Blind vote' }).click()
    await ask(lethe, '')
    await expect(lethe.getByRole('button', { name: 'A is better' })).toBeEnabled()
    await lethe.getByRole('article').first().click()
    await lethe.keyboard.press(key)
    await expect(lethe.getByRole('button', { name: 'Another blind vote' })).toBeVisible()
  }
  await lethe.getByRole('link', { name: 'Ratings' }).click()
  await expect(lethe.getByText(/is above .* of 100 re-samplings/)).toBeVisible()
  await takeScreens(lethe, 'compare-ratings')
})

test('a text of one’s own is measured as the command line measures it', async ({ lethe, host }) => {
  await addTwin(host)
  await openCompare(lethe)
  await lethe.getByRole('radio', { name: 'Own text' }).click()
  const text = 'The sky is blue. A language model predicts the next word.'
  await lethe.getByLabel('A text of your own').fill(text)
  await lethe.getByRole('button', { name: 'Measure' }).click()
  await expect(lethe.getByText('Lower is better in both.')).toBeVisible()
  const scored = await run(host, 'score', 'Starter', '--text', text)
  const { bitsPerByte, perplexity } = z
    .object({ bitsPerByte: z.number(), perplexity: z.number() })
    .parse(scored)
  const figures = (value: number): string =>
    new Intl.NumberFormat('en', { maximumSignificantDigits: 4 }).format(value)
  const row = lethe.getByRole('row', { name: 'Starter' })
  await expect(row.getByRole('cell')).toHaveText([
    figures(bitsPerByte),
    figures(perplexity),
    /^\d+$/
  ])
  await takeScreens(lethe, 'compare-text')
  // Longer than the context: read in parts.
  await lethe.getByLabel('A text of your own').fill(`${text} `.repeat(200))
  await lethe.getByRole('button', { name: 'Measure' }).click()
  await expect(lethe.getByText('overlapping parts').first()).toBeVisible()
})

test('a prompt set fills a table, with scores against references', async ({ lethe, host }) => {
  await addTwin(host)
  await openCompare(lethe)
  await lethe.getByRole('radio', { name: 'Prompt set' }).click()
  const answer = z
    .object({ text: z.string() })
    .parse(await run(host, 'generate', 'Starter', '--prompt', prompt))
  const rows = [
    { prompt, reference: answer.text.trim() },
    { prompt: 'Hello!', reference: 'Nothing like it' },
    { prompt: 'What is the sky?' }
  ]
  await lethe.getByLabel('From a file').setInputFiles({
    name: 'questions.jsonl',
    mimeType: 'application/jsonl',
    buffer: Buffer.from(rows.map((row) => JSON.stringify(row)).join('\n'))
  })
  await takeScreens(lethe, 'compare-prompts-new')
  await lethe.getByRole('button', { name: 'Ask them all' }).click()
  await expect(lethe.getByText('6 of 6 answers')).toBeVisible({ timeout: 30_000 })
  await expect(lethe.getByText('exact 1 of 2')).toHaveCount(2)
  await takeScreens(lethe, 'compare-prompts')
  await lethe.reload()
  await expect(lethe.getByText('questions.jsonl · 6 of 6 answers · finished')).toBeVisible()
  const file = lethe.waitForEvent('download')
  await lethe.getByRole('button', { name: 'Export as CSV' }).click()
  expect((await file).suggestedFilename()).toMatch(/\.csv$/)
  await lethe.getByRole('button', { name: 'Another set' }).click()
  await lethe.getByLabel('Prompts').fill('{"question": 1}')
  await lethe.getByRole('radio', { name: 'JSONL' }).click()
  await lethe.getByRole('button', { name: 'Ask them all' }).click()
  await expect(lethe.getByText('“line 1” cannot be used')).toBeVisible()
})

test('it speaks Portuguese', async ({ lethe, host }) => {
  await addTwin(host)
  await lethe.getByRole('button', { name: 'Português' }).click()
  await lethe.getByRole('navigation').getByRole('link', { name: 'Comparar' }).click()
  await lethe.getByRole('button', { name: /^Perguntar “/ }).click()
  await expect(lethe.getByRole('article').getByText('tokens/s')).toHaveCount(2)
  await lethe.getByRole('button', { name: 'Mostrar diferenças' }).click()
  await takeScreens(lethe, 'compare-pt')
  await lethe.getByRole('radio', { name: 'Voto às cegas' }).click()
  await expectAccessible(lethe)
})
