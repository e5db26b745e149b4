// One prompt to two models: side by side, blind, and from the command line.
import { renameSync } from 'node:fs'
import { z } from 'zod'
import { samplingPresets } from '../../src-main/contract/chat'
import type { Vote } from '../../src-main/contract/compare'
import type { LetheClient } from '../../src-main/hosts/cli/command'
import { importModel } from './client'
import { addTwin, ask, openCompare, prompt, run } from './compareWindow'
import { engineProcesses } from './host'
import { expect, expectAccessible, takeScreens, test } from './journey'
import { slowModel } from './models'
import { fillAtOnce, inPortuguese } from './window'

test('two answers stand side by side, are kept, and equal those of the command line', async ({
  lethe,
  host,
  client
}) => {
  await addTwin(host, client)
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
  await inPortuguese(lethe, client, async () => {
    await expect(lethe.getByText(/palavras? aqui e não em Starter/)).toBeVisible()
    await expect(lethe.getByText(/palavras? aqui e não em Twin/)).toBeVisible()
    await takeScreens(lethe, 'compare-pt')
  })
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
  host,
  client
}) => {
  const folder = await addTwin(host, client)
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
  host,
  client
}) => {
  await addTwin(host, client)
  await openCompare(lethe)
  await lethe.getByRole('radio', { name: 'Blind vote' }).click()
  await ask(lethe)
  await expect(lethe.getByRole('button', { name: 'A is better' })).toBeEnabled()
  await expect(lethe.getByRole('heading', { name: 'Answer A' })).toBeVisible()
  await expect(lethe.getByRole('article').getByText(/tokens\/s|Starter|Twin/)).toHaveCount(0)
  await takeScreens(lethe, 'compare-blind')
  await inPortuguese(lethe, client, async () => {
    await expect(lethe.getByRole('button', { name: 'A é melhor' })).toBeEnabled()
    await expect(lethe.getByRole('heading', { name: 'Resposta A' })).toBeVisible()
    await takeScreens(lethe, 'compare-pt-blind')
  })
  await lethe.getByRole('button', { name: 'A is better' }).click()
  await expect(lethe.getByText('You found the first better.')).toBeVisible()
  await expect(lethe.getByRole('heading', { level: 2, name: /^(Starter|Twin)$/ })).toHaveCount(2)
  await lethe.getByRole('link', { name: 'Ratings' }).click()
  await expect(lethe.getByText('Too few votes for a rating: 1 of 10.')).toBeVisible()
  await inPortuguese(lethe, client, async () => {
    await expect(lethe.getByText('Votos de menos para uma nota: 1 de 10.')).toBeVisible()
    await expectAccessible(lethe)
  })

  for (const vote of ['a', 'a', 'b', 'tie', 'a', 'b', 'a', 'neither', 'a', 'b'] as const) {
    await voteBlind(client, vote)
  }
  await lethe.reload()
  await expect(lethe.getByText(/is above .* of 100 re-samplings/)).toBeVisible()
  await takeScreens(lethe, 'compare-ratings')
})

/** A blind vote beside the window: two short answers, and which was better. */
async function voteBlind(client: LetheClient, vote: Vote): Promise<void> {
  const sampling = { ...samplingPresets.balanced, maxTokens: 4 }
  const entries = ['Starter', 'Twin'].map((model) => ({ model, sampling }))
  const asked = { mode: 'blind', prompt, seed: null, entries } as const
  const { id, answers } = await client.compare.start(asked)
  for (const answer of answers) {
    for await (const event of await client.compare.follow({ answerId: answer.id })) {
      if (event.type === 'end') break
    }
  }
  await client.compare.vote({ id, vote })
}

test('a text of one’s own is measured as the command line measures it', async ({
  lethe,
  host,
  client
}) => {
  await addTwin(host, client)
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
  // Too large: said before it is sent.
  await fillAtOnce(lethe.getByLabel('A text of your own'), 'four'.repeat(2 ** 20 + 1))
  await lethe.getByRole('button', { name: 'Measure' }).click()
  await expect(lethe.getByRole('alert')).toContainText('4.2')
  await expect(lethe.getByText('Lower is better in both.')).toBeVisible()
  // Longer than the context: read in parts, with how far it is.
  await lethe.getByLabel('A text of your own').fill(`${text} `.repeat(200))
  await expect(lethe.getByText(/^12.kB of at most 4\.2.MB$/)).toBeVisible()
  await lethe.getByRole('button', { name: 'Measure' }).click()
  await expect(lethe.getByText(/^Part \d+ of \d+/)).toBeVisible()
  await expect(lethe.getByText('overlapping parts').first()).toBeVisible()
})

test('a system prompt is told to all alike, and stands by what was asked', async ({
  lethe,
  host,
  client
}) => {
  await addTwin(host, client)
  await openCompare(lethe)
  const system = 'Answer in one short sentence.'
  await lethe.getByRole('button', { name: 'System prompt', exact: true }).click()
  await lethe.getByRole('textbox', { name: 'System prompt' }).fill(system)
  await lethe.keyboard.press('Escape')
  await expect(lethe.getByRole('button', { name: 'System prompt: set' })).toBeVisible()
  for (const number of [1, 2]) {
    await lethe.getByLabel(`How model ${number} chooses words`).selectOption('Exact')
  }
  await ask(lethe)
  await expect(lethe.getByRole('article').getByText('tokens/s')).toHaveCount(2)
  const generated = await run(
    ...[host, 'generate', 'Starter', '--prompt', prompt, '--system', system],
    ...['--seed', '7', '--max-tokens', '512']
  )
  const { text } = z.object({ text: z.string() }).parse(generated)
  for (const name of ['Starter', 'Twin']) {
    const answer = lethe.getByRole('article', { name }).locator('.prose')
    await expect(answer).toHaveText(text.trim())
  }
  await lethe.reload()
  const history = lethe.getByRole('complementary', { name: 'Comparisons' })
  await expect(history.getByText(`System prompt: ${system}`)).toBeVisible()
  await expect(lethe.getByRole('main').locator('summary', { hasText: prompt })).toBeVisible()
  await expect(lethe.getByText(`System prompt: ${system}`)).toHaveCount(2)
  await lethe.locator('summary', { hasText: prompt }).click()
  await expect(lethe.getByRole('group', { name: 'What was asked' })).toContainText(system)
  await takeScreens(lethe, 'compare-system-prompt')
})

test('what a model cannot read is said while it is typed, and refused before it is sent', async ({
  lethe,
  host,
  client
}) => {
  await addTwin(host, client)
  await openCompare(lethe)
  const field = lethe.getByLabel('Ask all of them')
  await field.fill(prompt)
  await expect(lethe.getByText(/^Starter: \d+ of 512 tokens$/)).toBeVisible()
  const long = 'the old river is long and wide. '.repeat(80)
  await field.fill(long)
  const status = lethe.getByText(/^(Starter|Twin) cannot read this: it is [\d,]+ tokens/)
  await expect(status).toHaveCount(2)
  await field.press('Enter')
  await expect(lethe.getByRole('alert')).toContainText(/the model reads 511, [\d,]+ too many/)
  await expect(lethe.getByRole('alert')).toContainText('Nothing was sent to any model')
  await expect(field).toHaveValue(long)
  await expect(lethe.getByText('Your comparisons will be listed here.')).toBeVisible()
})

test.describe('while an engine is killed', () => {
  test.skip(process.platform === 'win32', 'looks at processes with ps')

  test('its column says what happened; the others, a waiting one too, finish', async ({
    lethe,
    host,
    client,
    folder
  }) => {
    test.setTimeout(240_000)
    const names = ['First', 'Second', 'Third']
    for (const name of names) await importModel(client, await slowModel(folder, name))
    await openCompare(lethe)
    await lethe.getByRole('button', { name: 'Add a model' }).click()
    for (const [index, name] of names.entries()) {
      await lethe.getByLabel(`Model ${index + 1}`, { exact: true }).selectOption(name)
    }
    // The engine that counts is there from the first count on.
    await lethe.getByLabel('Ask all of them').fill(prompt)
    await expect(lethe.getByText(/: [\d,]+ of [\d,]+ tokens$/)).toBeVisible()
    const before = engineProcesses(host.process.pid ?? 0)
    await ask(lethe)
    const column = (name: string) => lethe.getByRole('article', { name })
    await expect(column('Third').getByText('Waits for First and Second')).toBeVisible()
    // Both are in the middle of their answers.
    for (const name of names.slice(0, 2)) {
      await expect(column(name).locator('.prose')).toHaveText(/\S/)
    }
    const [victim] = engineProcesses(host.process.pid ?? 0).filter((pid) => !before.includes(pid))
    expect(victim).toBeDefined()
    process.kill(victim!, 'SIGKILL')

    const broken = lethe.getByRole('article').filter({ has: lethe.getByRole('alert') })
    await expect(broken).toHaveCount(1)
    await expect(broken).toContainText('The model stopped working.')
    await expect(broken).toContainText('The text so far is saved.')
    const kept = await broken.locator('.prose').innerText()
    expect(kept.trim()).not.toBe('')
    const ended = lethe.getByRole('article').filter({ hasText: 'tokens/s' })
    await expect(ended).toHaveCount(2, { timeout: 90_000 })
    await expect(column('Third').getByText('tokens/s')).toBeVisible()
    await expect(broken).toContainText('did not answer. The others did; try again for this one')
    await takeScreens(lethe, 'compare-killed')
    await lethe.reload()
    await expect(broken.locator('.prose')).toHaveText(kept)
    await broken.getByRole('button', { name: 'Try again for this one only' }).click()
    await expect(ended).toHaveCount(3, { timeout: 90_000 })
    await expect(broken).toHaveCount(0)
  })
})
