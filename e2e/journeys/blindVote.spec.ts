// A blind question before its vote: nothing the page shows, holds or receives tells which column is
// whose model, even where one of them fails.
import { renameSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { addTwin, ask, openCompare, prompt } from './compareWindow'
import { expect, test } from './journey'

const names = ['Starter', 'Quillfeather']
const settings = /"(modelId|modelName|remote|sampling|stats|remoteFigures|error|seed)":(?!null)/
const figures = /temperature|tokensPerSecond|timeToFirstToken|templateNote|topK|"device":"(?!auto")/

/** All the page is told from now on; the lists of models and of suites, which the page may have, apart. */
function listen(page: Page): { told: () => string[]; lists: () => string[] } {
  const received: string[] = []
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => received.push(payload.toString()))
  )
  const isList = (frame: string): boolean => frame.includes('"parameterCount"')
  const isOfSuites = (frame: string): boolean => frame.includes('"json":{"suites":[')
  return {
    told: () => received.filter((frame) => !isList(frame) && !isOfSuites(frame)),
    lists: () => received.filter(isList)
  }
}

/** A column without its text and its letter: markup, attributes, order and classes. */
async function shapeOf(column: Locator): Promise<string> {
  const markup = await column.evaluate((node) => {
    const copy = node.cloneNode(true) as HTMLElement
    for (const text of copy.querySelectorAll('.prose')) text.remove()
    return copy.outerHTML
  })
  return markup.replaceAll(/Answer [AB]/g, 'Answer').replaceAll(/(id|for|by)="[^"]*"/g, '$1')
}

/** What the page holds outside the choice of models for the next question. */
const heldBy = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true) as HTMLElement
    copy.querySelector('[aria-label="Models to compare"]')?.remove()
    return copy.outerHTML + JSON.stringify({ ...sessionStorage, ...localStorage }) + location.href
  })

async function exported(page: Page, item: string): Promise<string> {
  const file = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  await page.getByRole('menuitem', { name: item }).click()
  return Buffer.concat(await (await (await file).createReadStream()).toArray()).toString('utf8')
}

async function askBlind(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'Blind vote' }).click()
  await page.getByLabel('How model 1 chooses words').selectOption('Exact')
  await page.getByLabel('How model 2 chooses words').selectOption('Inventive')
  await ask(page)
}

test('before the vote nothing the page can reach tells which answer is whose', async ({
  lethe,
  host,
  client
}) => {
  await addTwin(host, client, 'Quillfeather')
  await openCompare(lethe)
  const { told, lists } = listen(lethe)
  await lethe.reload()
  await expect(lethe.getByLabel('Model 2', { exact: true })).toBeVisible()
  const ids = names.map(
    (name) => new RegExp(`"id":"([^"]+)","name":"${name}"`).exec(lists()[0]!)?.[1]
  )
  expect(ids.every((id) => id !== undefined)).toBe(true)
  const traces = [...names, ...ids.map(String)]

  await askBlind(lethe)
  await expect(lethe.getByRole('button', { name: 'A is better' })).toBeEnabled()
  // Everywhere else the comparison shows: its files, the history, the ratings, and read anew.
  const files = [
    await exported(lethe, 'Export as JSON'),
    await exported(lethe, 'Export as Markdown')
  ]
  await lethe.getByRole('link', { name: 'Ratings' }).click()
  await expect(lethe.getByText('No votes yet.')).toBeVisible()
  await lethe.reload()
  await lethe.getByRole('link', { name: prompt }).click()
  await expect(lethe.getByRole('button', { name: 'A is better' })).toBeEnabled()

  const answers = told().filter((frame) => frame.includes('"column"'))
  expect(answers.length).toBeGreaterThan(2)
  for (const frame of answers) expect(frame).not.toMatch(settings)
  const seen = [...told(), ...files, await heldBy(lethe)]
  for (const it of seen) {
    expect(it).not.toMatch(figures)
    for (const trace of traces) expect(it).not.toContain(trace)
  }
  const [first, second] = await lethe.getByRole('article').all()
  expect(await shapeOf(first!)).toBe(await shapeOf(second!))
  // Both models were used at the same moment, in every list of models.
  for (const list of lists()) {
    const used = [...list.matchAll(/"lastUsedAt":(\w+)/g)].map(([, at]) => at)
    expect(used).toHaveLength(2)
    expect(new Set(used).size).toBe(1)
  }
  await lethe.getByRole('button', { name: 'Tie' }).click()
  await expect(lethe.getByRole('heading', { level: 2, name: 'Quillfeather' })).toBeVisible()
})

test('a model that fails, and cannot be tried again, is not named before the vote', async ({
  lethe,
  host,
  client
}) => {
  const folder = await addTwin(host, client, 'Quillfeather')
  await openCompare(lethe)
  const { told } = listen(lethe)
  await lethe.reload()
  await expect(lethe.getByLabel('Model 2', { exact: true })).toBeVisible()
  renameSync(folder, `${folder}-away`)
  await askBlind(lethe)
  await expect(lethe.getByText('This one did not answer.')).toBeVisible()
  await lethe.getByRole('button', { name: 'Try again for this one only' }).click()
  // The second attempt has failed as well: three answers were seen, and the newest has ended.
  const failures = (): number => {
    const ended = told().filter((frame) => frame.includes('"status":"failed"'))
    return new Set(ended.join().match(/"id":"[^"]+","column"/g)).size
  }
  await expect.poll(failures).toBe(3)
  await expect(lethe.getByText('This one did not answer.')).toBeVisible()
  const seen = [...told(), await heldBy(lethe)]
  for (const it of seen) for (const name of names) expect(it).not.toContain(name)
  renameSync(`${folder}-away`, folder)
  await lethe.getByRole('button', { name: 'Try again for this one only' }).click()
  await lethe.getByRole('button', { name: 'B is better' }).click()
  await expect(lethe.getByText('You found the second better.')).toBeVisible()
})
