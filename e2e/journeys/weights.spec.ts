// How weights are held: what each way takes and costs is shown before it is chosen, and what was chosen
// is what runs.
import type { Page } from '@playwright/test'
import { z } from 'zod'
import { weightChoiceSchema } from '../../src-main/contract/models'
import { en } from '../../src-renderer/messages/en/index'
import { ptBR } from '../../src-renderer/messages/pt-BR/index'
import { writeTinyModel } from '../../src-main/testing/tinyModel'
import { bothLanguages } from './bothLanguages'
import { importModel } from './client'
import { engineProcesses, killEngines, startLethe, type Host } from './host'
import { expect, takeScreens, test } from './journey'
import { answers, ask, expectEnded, fillAtOnce, inPortuguese } from './window'

const listed = z.object({ choices: z.array(weightChoiceSchema) })

test('sizes and the measured loss stand beside each way; four bits answer', async ({
  lethe,
  host,
  client
}) => {
  const say = en.models
  await lethe.goto(`${host.origin}/#/models`)
  await lethe.getByRole('link', { name: 'Starter' }).or(lethe.getByText('Starter')).first().click()
  const group = lethe.getByRole('radiogroup', { name: say.weightsTitle })
  const four = group.getByRole('radio', { name: /^4 bits/ })
  await expect(
    group.getByText(/ in memory, as a file of .*which the first opening makes/)
  ).toHaveCount(2)
  await expect(lethe.getByText(say.lossNone)).toBeVisible()
  await lethe.getByRole('button', { name: say.measureLoss }).click()
  await expect(group.getByText(/bits per byte/)).toHaveCount(4, { timeout: 60_000 })
  await expect(group.getByText(/against full precision/)).toHaveCount(2)
  await expect(group.getByText(/which is there/)).toHaveCount(2)
  await expect(lethe.getByText(/on the included text/)).toBeVisible()
  await takeScreens(lethe, 'weights')
  await inPortuguese(lethe, client, async () => {
    const groupInPortuguese = lethe.getByRole('radiogroup', { name: ptBR.models.weightsTitle })
    await expect(groupInPortuguese.getByText(/bits por byte/)).toHaveCount(4)
    await takeScreens(lethe, 'pesos')
  })

  // The command line tells the same, and its scores are those of `score`.
  const run = startLethe(['weights', 'Starter', '--json', '--data-dir', host.dataFolder])
  expect(await run.exit, run.printed()).toBe(0)
  const { choices } = listed.parse(JSON.parse(run.stdout()))
  expect(choices.map(({ mode }) => mode)).toEqual(['mapped', 'packed', 'blocks8', 'blocks4'])
  const [mapped, packed, eight, fourBits] = choices.map(({ loss }) => loss?.bitsPerByte ?? 0)
  expect(mapped).toBe(packed)
  expect(Math.abs((eight ?? 0) - (mapped ?? 0))).toBeLessThan(0.05)
  expect(fourBits).not.toBe(mapped)

  // A text of one's own, and what was measured before stays when it is cancelled.
  await lethe.getByText(say.lossOwnText, { exact: true }).click()
  await lethe.getByRole('textbox', { name: say.lossOwnText }).fill('The sky is blue. '.repeat(40))
  await lethe.getByRole('button', { name: say.measureAgain }).click()
  await expect(lethe.getByText(/on a text of your own/)).toBeVisible({ timeout: 60_000 })

  // What goes wrong is said, and stays said; the figures of before stay too.
  await lethe.getByText(say.lossOwnText, { exact: true }).click()
  const own = lethe.getByRole('textbox', { name: say.lossOwnText })
  await fillAtOnce(own, 'word '.repeat(1_000_000))
  await lethe.getByRole('button', { name: say.measureAgain }).click()
  await expect(lethe.getByRole('button', { name: say.measureAgain })).toBeVisible()
  await expect(lethe.getByRole('alert')).toContainText('“text” cannot be used')
  await expect(group.getByText(/bits per byte/)).toHaveCount(4)

  await four.check()
  await expect(four).toBeChecked()
  await lethe.getByRole('button', { name: say.chat, exact: true }).click()
  await ask(lethe, 'Hello!')
  await expectEnded(lethe)
  await expect(answers(lethe).last().getByText('tokens/s')).toBeVisible()
})

/** Lets the engines of a host go on for moments only, until `seen`: what is quick can be looked at. */
async function inSlowMotion(host: Host, seen: () => Promise<boolean>): Promise<void> {
  const engines = (): number[] => engineProcesses(host.process.pid ?? 0)
  const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))
  await expect
    .poll(
      async () => {
        for (const pid of engines()) process.kill(pid, 'SIGCONT')
        await pause(15)
        for (const pid of engines()) process.kill(pid, 'SIGSTOP')
        await pause(100)
        return seen()
      },
      { intervals: [0], timeout: 60_000 }
    )
    .toBe(true)
}

function goOn(host: Host): void {
  for (const pid of engineProcesses(host.process.pid ?? 0)) process.kill(pid, 'SIGCONT')
}

async function hold(page: Page, model: string, mode: 'blocks4' | 'blocks8', say: typeof en) {
  await page.goto(`${new URL(page.url()).origin}/#/models`)
  await page.getByRole('link', { name: model, exact: true }).click()
  const radio = page.getByRole('radio', { name: new RegExp(`^${say.models.weightMode[mode]}`) })
  await radio.check()
  await expect(radio).toBeChecked()
}

for (const { locale, say } of bothLanguages) {
  test.describe(locale, () => {
    test.use({ locale })

    test('the first answer in a precision tells how far rounding is, the next needs none', async ({
      lethe,
      host,
      client,
      folder
    }) => {
      test.setTimeout(180_000)
      const path = await writeTinyModel(`${folder}/Larger`, {
        config: { hidden_size: 768, intermediate_size: 2048, num_hidden_layers: 4 }
      })
      await importModel(client, path)
      await hold(lethe, 'Larger', 'blocks4', say)
      await lethe.getByRole('button', { name: say.models.chat, exact: true }).click()
      const field = lethe.getByRole('textbox', { name: say.chat.composer })
      const rounding = lethe.getByText(new RegExp(say.chat.rounding('[\\d,.]+.MB', '[\\d,.]+.MB')))
      await field.fill('Once')
      await field.press('Enter')
      const left = say.chat.roundingLeft('', '', '.+').split(', ').at(-1) ?? ''
      await inSlowMotion(host, async () => {
        const [text] = await rounding.allTextContents()
        return new RegExp(`, ${left}$`).test(text ?? '')
      })
      await expect(lethe.getByRole('progressbar')).toHaveAttribute(
        'aria-valuetext',
        await rounding.innerText()
      )
      await takeScreens(lethe, `rounding-${locale}`)
      await lethe.getByRole('button', { name: say.chat.stop }).click()
      goOn(host)
      await expect(lethe.getByRole('button', { name: say.chat.stop })).toBeHidden()
      await expect(lethe.getByRole('button', { name: say.chat.continue })).toBeVisible()

      // What was stopped is begun again; once it is done, it is kept.
      await lethe.getByRole('button', { name: say.chat.continue }).click()
      await inSlowMotion(host, async () => (await rounding.count()) > 0)
      goOn(host)
      await expect(rounding).toBeHidden({ timeout: 60_000 })
      await expect(lethe.locator('.prose')).toHaveText(/\S/)
      const stop = lethe.getByRole('button', { name: say.chat.stop })
      await stop.click()
      await expect(stop).toBeHidden()
      await killEngines(host.process.pid ?? 0)
      await lethe.evaluate(
        (pattern) => {
          const seen = { rounding: false }
          Object.assign(window, { seen })
          new MutationObserver(() => {
            seen.rounding ||= new RegExp(pattern).test(document.body.innerText)
          }).observe(document.body, { subtree: true, childList: true, characterData: true })
        },
        say.chat.rounding('.*', '.*')
      )
      await field.fill('Twice')
      await expect(lethe.getByRole('button', { name: say.chat.send, exact: true })).toBeEnabled()
      await field.press('Enter')
      await expect(lethe.locator('.prose')).toHaveCount(2, { timeout: 60_000 })
      await stop.click()
      expect(await lethe.evaluate(() => (window as unknown as { seen: object }).seen)).toEqual({
        rounding: false
      })
    })
  })
}
