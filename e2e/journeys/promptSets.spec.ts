// Many prompts to several models: the table, one row of it, and what the figures are.
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { addTwin, openCompare, prompt, run } from './compareWindow'
import type { Page } from '@playwright/test'
import { expect, takeScreens, test } from './journey'

const generatedSchema = z.object({
  text: z.string(),
  logprobs: z.array(z.object({ logprob: z.number() }))
})
type Row = { prompt: string; reference?: string }

async function startSet(page: Page, rows: Row[], name = 'questions.jsonl'): Promise<void> {
  await page.getByLabel('From a file').setInputFiles({
    ...{ name, mimeType: 'application/jsonl' },
    buffer: Buffer.from(rows.map((row) => JSON.stringify(row)).join('\n'))
  })
  await page.getByRole('button', { name: 'Ask them all' }).click()
}

const figures = (value: number): string =>
  new Intl.NumberFormat('en', { maximumSignificantDigits: 4 }).format(value)

test('a prompt set fills a table, with scores against references', async ({
  lethe,
  host,
  client
}) => {
  await addTwin(host, client)
  await openCompare(lethe)
  await lethe.getByRole('radio', { name: 'Prompt set' }).click()
  const asked = ['generate', 'Starter', '--prompt', prompt, '--logprobs', '1']
  const { text, logprobs } = generatedSchema.parse(await run(host, ...asked))
  const rows = [
    { prompt, reference: text.trim() },
    { prompt: 'Hello!', reference: 'Nothing like it' },
    { prompt: 'What is the sky?' }
  ]
  await takeScreens(lethe, 'compare-prompts-new')
  await startSet(lethe, rows)
  await expect(lethe.getByText('6 of 6 answers')).toBeVisible({ timeout: 30_000 })
  await expect(lethe.getByText('exact 1 of 2')).toHaveCount(2)
  await takeScreens(lethe, 'compare-prompts')
  await lethe.reload()
  await expect(lethe.getByText('questions.jsonl · 6 of 6 answers · finished')).toBeVisible()

  // The model's own answer is as likely as its words were when it wrote them.
  const nats = logprobs.reduce((sum, { logprob }) => sum - logprob, 0)
  const perplexity = Math.exp(nats / logprobs.length)
  const bitsPerByte = nats / Math.LN2 / Buffer.byteLength(text.trim())
  const measured = `reference: perplexity ${figures(perplexity)} · `
  const cell = lethe.getByRole('cell').filter({ hasText: measured })
  await expect(cell).toHaveCount(2)
  const said = /([\d.]+) bits per byte/.exec(await cell.first().innerText())?.[1]
  expect(Math.abs(Number(said) / bitsPerByte - 1)).toBeLessThan(1e-3)
  await lethe.getByText('How this is measured').click()
  await expect(lethe.getByText('in its own chat template and its own tokens')).toBeVisible()

  const file = lethe.waitForEvent('download')
  await lethe.getByRole('button', { name: 'Export as CSV' }).click()
  const stream = await (await file).createReadStream()
  const cells = z
    .array(z.object({ reference_perplexity: z.string(), rouge_l: z.string() }))
    .parse(parse(Buffer.concat(await stream.toArray()), { columns: true }))
  expect(cells).toHaveLength(6)
  expect(figures(Number(cells[0]?.reference_perplexity))).toBe(figures(perplexity))
  await lethe.getByRole('button', { name: 'Another set' }).click()
  await lethe.getByLabel('Prompts').fill('{"question": 1}')
  await lethe.getByRole('radio', { name: 'JSONL' }).click()
  await lethe.getByRole('button', { name: 'Ask them all' }).click()
  await expect(lethe.getByText('Line 1 cannot be used')).toBeVisible()
})

test('a row opens whole, by keyboard; going back finds the place again', async ({
  lethe,
  host,
  client
}) => {
  await addTwin(host, client)
  await openCompare(lethe)
  await lethe.getByRole('radio', { name: 'Prompt set' }).click()
  const rows = Array.from({ length: 12 }, (_, at): Row => ({
    prompt: `Hello! This is question ${at + 1}.`,
    ...(at < 11 && { reference: 'Hello! How can I help you today, my dear friend?' })
  }))
  await startSet(lethe, rows)
  await expect(lethe.getByText('24 of 24 answers')).toBeVisible({ timeout: 60_000 })
  // Ten rows and more: means with their intervals.
  for (const name of ['Starter', 'Twin']) {
    const head = lethe.getByRole('columnheader', { name })
    await expect(head).toContainText(/Bits per byte\s+[\d.]+ \([\d.]+ to [\d.]+\), n = 11/)
  }

  const rowLink = (number: number) => lethe.getByRole('link', { name: rows[number - 1]!.prompt })
  await rowLink(1).focus()
  for (let i = 1; i < 9; i++) await lethe.keyboard.press('ArrowDown')
  await expect(rowLink(9)).toBeFocused()
  const region = lethe.getByRole('group', { name: 'Many prompts, one table' })
  const scrolled = await region.evaluate((element) => element.scrollTop)
  expect(scrolled).toBeGreaterThan(0)
  await lethe.keyboard.press('Enter')
  const heading = lethe.getByRole('heading', { name: 'Prompt 9 of 12' })
  await expect(heading).toBeFocused()
  const answers = lethe.getByRole('article')
  await expect(answers).toHaveCount(2)
  await expect(answers.first()).toContainText(/words? here and not in the reference|missing/)
  await expect(answers.first()).toContainText(/ROUGE-L [\d.]+/)
  await expect(answers.first()).toContainText(/perplexity [\d.,]+ · [\d.]+ bits per byte/)
  await takeScreens(lethe, 'compare-prompt-row')
  await lethe.keyboard.press('d')
  await expect(answers.first()).not.toContainText('here and not in the reference')
  await lethe.keyboard.press('d')
  await lethe.keyboard.press(']')
  await expect(lethe.getByRole('heading', { name: 'Prompt 10 of 12' })).toBeVisible()
  await lethe.keyboard.press(']')
  await lethe.keyboard.press(']')
  await expect(lethe.getByText('This prompt has no reference')).toBeVisible()
  await expect(lethe.getByRole('button', { name: 'Next prompt' })).toBeDisabled()
  await lethe.keyboard.press('[')
  await expect(lethe.getByRole('heading', { name: 'Prompt 11 of 12' })).toBeVisible()
  await lethe.keyboard.press('Escape')
  // At the row that was read last, in sight.
  await expect(rowLink(11)).toBeFocused()
  await expect(rowLink(11)).toBeInViewport()
  // By the pointer, and back by the browser.
  await lethe.getByRole('row').nth(3).getByRole('cell').first().click()
  await expect(lethe.getByRole('heading', { name: 'Prompt 3 of 12' })).toBeFocused()
  await lethe.reload()
  await expect(lethe.getByRole('heading', { name: 'Prompt 3 of 12' })).toBeVisible()
  await lethe.goBack()
  await expect(rowLink(3)).toBeFocused()
})
