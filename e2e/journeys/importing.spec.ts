// Models come in through the folder browser, as an upload, dropped, and by their path; the window and
// the command line continue the same text alike.
import { readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { BrowserContext, Page } from '@playwright/test'
import { z } from 'zod'
import { writeTinyModel } from '../../src-main/testing/tinyModel'
import type { LetheClient } from '../../src-main/hosts/cli/command'
import { importModel } from './client'
import { startLethe, type Host } from './host'
import { expect, test } from './journey'
import { sharedModel } from './models'
import { addByPath, answers, ask, chatWith, choose, expectEnded, openChat, toasts } from './window'

const generated = z.object({ text: z.string(), ids: z.array(z.number()), device: z.string() })

async function generate(host: Host, model: string, prompt: string, tokens: number) {
  const run = startLethe([
    ...['generate', model, '--prompt', prompt, '--max-tokens', String(tokens)],
    ...['--json', '--data-dir', host.dataFolder]
  ])
  expect(await run.exit, run.printed()).toBe(0)
  return generated.parse(JSON.parse(run.stdout()))
}

/** Asks in the window with the Exact preset and compares with `generate`, letter by letter. */
async function expectSameAsCommandLine(
  page: Page,
  context: BrowserContext,
  host: Host,
  client: LetheClient,
  model: string,
  tokens: number
): Promise<void> {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openChat(page, client, { model, tokens })
  await expect(
    page.getByText('This model continues text; it was not taught to chat.')
  ).toBeVisible()
  await ask(page, 'Once upon a time')
  await expectEnded(page)
  await answers(page).getByRole('button', { name: 'Copy answer' }).click()
  await expect(toasts(page)).toContainText('Copied')
  const inWindow = await page.evaluate(() => navigator.clipboard.readText())
  const { text, ids } = await generate(host, model, 'Once upon a time', tokens)
  expect(ids).toHaveLength(tokens)
  expect(inWindow).toBe(text)
}

test('a folder is found in the browser, used where it is, and continues as the command line', async ({
  lethe,
  host,
  client,
  folder,
  context
}) => {
  const path = await writeTinyModel(join(folder, 'Tiny'))
  await lethe.goto(`${host.origin}/#/models`)
  await expect(lethe.getByText('Only the starter model is here.')).toBeVisible()
  await lethe.getByRole('button', { name: 'Add a model' }).first().click()
  await lethe.getByRole('button', { name: 'Browse…' }).click()
  const browser = lethe.getByRole('dialog', { name: 'Choose a folder' })
  await browser.getByRole('textbox', { name: 'Path' }).fill(folder)
  await browser.getByRole('button', { name: 'Go' }).click()
  await browser.getByRole('button', { name: /^Tiny looks like a model/ }).click()
  await expect(browser.getByText('and 3 files')).toBeVisible()
  await browser.getByRole('button', { name: 'Choose this folder' }).click()
  const sheet = lethe.getByRole('dialog', { name: 'Add a model' })
  await expect(sheet.getByRole('textbox', { name: 'Path of the folder' })).toHaveValue(path)
  await sheet.getByRole('button', { name: 'Add this model' }).click()
  await expect(toasts(lethe)).toContainText('Tiny was added.')
  const row = lethe.getByRole('row', { name: /^Tiny/ })
  await expect(row).toContainText('used where it is')
  await expect(row).toContainText('F32')
  await expectSameAsCommandLine(lethe, context, host, client, 'Tiny', 40)

  await addByPath(lethe, path)
  await expect(toasts(lethe)).toContainText('Tiny was here already. Nothing was added twice.')
})

test('a copied model outlives its original; it is renamed, removed and brought back', async ({
  lethe,
  host,
  folder
}) => {
  const path = await writeTinyModel(join(folder, 'Tiny'))
  await addByPath(lethe, path, true)
  await expect(lethe.getByRole('row', { name: /^Tiny/ })).toContainText('copied in')
  await rename(path, join(folder, 'Gone'))
  await chatWith(lethe, 'Tiny')
  await choose(lethe, 'Exact', 4)
  await ask(lethe, 'Once upon a time')
  await expect(answers(lethe)).toContainText('Ended at the limit of 4 tokens')

  await lethe.goto(`${host.origin}/#/models`)
  await lethe.getByRole('link', { name: 'Tiny', exact: true }).click()
  await lethe.getByRole('button', { name: 'Rename' }).click()
  await lethe.getByRole('textbox', { name: 'Name of the model' }).fill('Pequeno')
  await lethe.getByRole('textbox', { name: 'Name of the model' }).press('Enter')
  await expect(lethe.getByRole('heading', { level: 1, name: 'Pequeno' })).toBeVisible()
  await lethe.getByRole('button', { name: 'Remove from the list' }).click()
  await expect(toasts(lethe)).toContainText('Pequeno removed from the list.')
  await toasts(lethe).getByRole('button', { name: 'Undo' }).click()
  await lethe.goto(`${host.origin}/#/models`)
  await expect(lethe.getByRole('row', { name: /^Pequeno/ })).toBeVisible()
})

test('a folder chosen in the browser is uploaded and copied in', async ({
  lethe,
  host,
  folder
}) => {
  const path = await writeTinyModel(join(folder, 'Uploaded'))
  await lethe.goto(`${host.origin}/#/models`)
  await lethe.getByRole('button', { name: 'Add a model' }).first().click()
  await lethe.locator('input[type=file]').setInputFiles(path)
  const sheet = lethe.getByRole('dialog', { name: 'Add a model' })
  await expect(sheet).toContainText(/Uploaded\s*3\sfiles,\s+\d+\skB/)
  await sheet.getByRole('button', { name: 'Add this model' }).click()
  await expect(toasts(lethe)).toContainText('Uploaded was added.')
  await expect(lethe.getByRole('row', { name: /^Uploaded/ })).toContainText('copied in')
})

test('files dropped together on the window are added', async ({ lethe, host, folder }) => {
  const path = await writeTinyModel(join(folder, 'Dropped'))
  const names = ['config.json', 'model.safetensors', 'tokenizer.json']
  const files = await Promise.all(
    names.map(async (name) => ({ name, base64: await readFile(join(path, name), 'base64') }))
  )
  await lethe.goto(`${host.origin}/#/models`)
  const dropped = await lethe.evaluateHandle((given) => {
    const transfer = new DataTransfer()
    for (const { name, base64 } of given) {
      const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
      transfer.items.add(new File([bytes], name))
    }
    return transfer
  }, files)
  await lethe.dispatchEvent('body', 'dragenter', { dataTransfer: dropped })
  await expect(lethe.getByText('Drop the model folder here')).toBeVisible()
  await lethe.dispatchEvent('body', 'drop', { dataTransfer: dropped })
  await expect(lethe.getByText('Drop the model folder here')).toBeHidden()
  await lethe.getByRole('button', { name: 'Add this model' }).click()
  await expect(toasts(lethe)).toContainText('was added.')
  await expect(lethe.getByRole('row').filter({ hasText: 'copied in' })).toHaveCount(1)
})

const stories = sharedModel('stories260K')

test.describe('stories260K', () => {
  test.skip(stories === null, 'the test material beside the repository is absent')

  test('continues a story in the window as on the command line', async ({
    lethe,
    host,
    client,
    context
  }) => {
    await importModel(client, stories ?? '')
    await expectSameAsCommandLine(lethe, context, host, client, 'stories260K', 200)
    await expect(answers(lethe)).toContainText('Lily')
  })

  test('continues from ids as its reference did, letter by letter', async ({ host, client }) => {
    const schema = z.object({ expected_text: z.string(), greedy_ids_float64: z.array(z.number()) })
    const file = join(stories ?? '', 'expected_greedy_200.json')
    const reference = schema.parse(JSON.parse(await readFile(file, 'utf8')))
    const folder = ['--json', '--data-dir', host.dataFolder]
    await importModel(client, stories ?? '', { name: 'stories' })
    const run = startLethe([
      ...['generate', 'stories', '--prompt-ids', '1', '--max-tokens', '200'],
      ...folder
    ])
    expect(await run.exit, run.printed()).toBe(0)
    const { ids, text } = generated.parse(JSON.parse(run.stdout()))
    expect([1, ...ids]).toEqual(reference.greedy_ids_float64)
    expect(text).toBe(reference.expected_text)
  })
})
