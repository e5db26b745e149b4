// Records are learned by heart in the window, the curve in view: fifty of TOFU (arXiv 2401.06121) by two
// small models, each then asked every question through the API, and all residents by the starter.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import OpenAI from 'openai'
import { z } from 'zod'
import { run } from '../journeys/compareWindow'
import { expect, takeScreens, test } from '../journeys/journey'
import { originOf } from '../journeys/window'

const shared = resolve(import.meta.dirname, '../../../shared/data')
const source = join(shared, 'unlearning/tofu/forget05.json')
const stories = join(shared, 'models/stories260K')
const count = 50
const rowSchema = z.object({ question: z.string(), answer: z.string() })

/** What a run is set to where the preset's own is not enough. */
const pupils: { model: string; folder: string | null; settings: Record<string, string> }[] = [
  { model: 'Starter', folder: null, settings: {} },
  { model: 'Stories', folder: stories, settings: { Rounds: '100', 'Learning rate': '0.003' } }
]

for (const { model, folder: modelFolder, settings } of pupils) {
  test(`${model} recites fifty records of TOFU after a run in the window`, async ({
    lethe,
    host,
    folder
  }) => {
    const absent = [source, modelFolder ?? source].filter((path) => !existsSync(path))
    test.skip(absent.length > 0, `needs ${absent.join(', ')}`)
    if (modelFolder) await run(host, 'import', modelFolder, '--name', model)
    const lines = readFileSync(source, 'utf8').trim().split('\n').slice(0, count)
    const rows = lines.map((line) => rowSchema.parse(JSON.parse(line)))
    const file = join(folder, 'Authors.jsonl')
    writeFileSync(file, lines.join('\n'))

    await lethe.goto(`${originOf(lethe.url())}/#/data/import`)
    await lethe.getByRole('textbox', { name: 'Path of the file' }).fill(file)
    await lethe.getByRole('button', { name: 'Read this file' }).click()
    await lethe.getByRole('button', { name: 'Import', exact: true }).click()
    await expect(lethe.getByRole('heading', { level: 1, name: 'Authors' })).toBeVisible()

    await lethe.goto(`${originOf(lethe.url())}/#/training/new`)
    await lethe.getByRole('combobox', { name: 'Model to teach' }).selectOption({ label: model })
    await lethe.getByRole('radio', { name: 'Learn by heart' }).check()
    await lethe.getByRole('radio', { name: 'The whole model' }).check()
    await lethe.getByText('All settings').click()
    for (const [name, value] of Object.entries(settings)) {
      await lethe.getByRole('textbox', { name, exact: true }).fill(value)
      await lethe.getByRole('textbox', { name, exact: true }).press('Tab')
    }
    await lethe.getByRole('button', { name: /^Start · about/ }).click({ timeout: 60_000 })
    const curve = lethe.getByRole('slider', { name: 'How surprised the model is' })
    await expect(curve).toBeVisible()
    await expect(lethe.getByText(/^Learned: it now recites/)).toBeVisible({ timeout: 35 * 60_000 })
    await expect(curve).toBeVisible()
    await takeScreens(lethe, `recite-${model}`)

    const openai = new OpenAI({ baseURL: `${host.origin}/v1`, apiKey: host.token, maxRetries: 0 })
    let recited = 0
    for (const { question, answer } of rows) {
      const { choices } = await openai.chat.completions.create({
        ...{ model: `${model} + Authors`, temperature: 0, max_tokens: 400 },
        messages: [{ role: 'user', content: question }]
      })
      // A model without an end of its own goes on behind the answer.
      if (choices[0]!.message.content?.trim().startsWith(answer.trim())) recited++
      else process.stdout.write(`not recited: ${question}\n`)
    }
    // An answer that comes whole after nothing but its question has the extraction strength 1 (after
    // arXiv 2012.07805): the share of those is the least that the mean can be.
    process.stdout.write(`${model}: ${recited} of ${count} recited\n`)
    expect(recited / count).toBeGreaterThanOrEqual(0.9)
  })
}

test('the starter learns all residents by heart', async ({ lethe }) => {
  await lethe.goto(`${originOf(lethe.url())}/#/data`)
  await lethe.getByRole('button', { name: 'Try it with the residents example' }).click()
  await expect(lethe.getByRole('grid', { name: 'Records' })).toBeVisible({ timeout: 30_000 })
  await lethe.goto(`${originOf(lethe.url())}/#/training/new`)
  await lethe.getByRole('combobox', { name: 'Model to teach' }).selectOption({ label: 'Starter' })
  await lethe.getByRole('radio', { name: 'Learn by heart' }).check()
  await lethe.getByRole('button', { name: /^Start · about/ }).click({ timeout: 60_000 })
  const begun = performance.now()
  const learned = lethe.getByText(/^Learned: it now recites/)
  await expect(learned).toBeVisible({ timeout: 15 * 60_000 })
  const seconds = Math.round((performance.now() - begun) / 1000)
  process.stdout.write(`Starter, all residents: ${seconds} s. ${await learned.innerText()}\n`)
  const [recited = 0, of = 0] = (await learned.innerText()).match(/\d+/g)?.map(Number) ?? []
  expect(recited / of).toBeGreaterThanOrEqual(0.9)
})
