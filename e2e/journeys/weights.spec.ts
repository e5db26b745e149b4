// How weights are held: what each way takes and costs is shown before it is chosen, and what was chosen
// is what runs.
import { z } from 'zod'
import { weightChoiceSchema } from '../../src-main/contract/models'
import { en } from '../../src-renderer/messages/en/index'
import { ptBR } from '../../src-renderer/messages/pt-BR/index'
import { startLethe } from './host'
import { expect, takeScreens, test } from './journey'
import { answers, ask, expectEnded } from './window'

const listed = z.object({ choices: z.array(weightChoiceSchema) })

test('sizes and the measured loss stand beside each way; four bits answer', async ({
  lethe,
  host
}) => {
  test.setTimeout(120_000)
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
  await lethe.getByRole('textbox', { name: say.lossOwnText }).fill('word '.repeat(1_000_000))
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

test.describe('pt-BR', () => {
  test.use({ locale: 'pt-BR' })

  test('fala português', async ({ lethe, host }) => {
    test.setTimeout(120_000)
    const say = ptBR.models
    await lethe.goto(`${host.origin}/#/models`)
    await lethe.getByText('Starter').first().click()
    await lethe.getByRole('button', { name: say.measureLoss }).click()
    const group = lethe.getByRole('radiogroup', { name: say.weightsTitle })
    await expect(group.getByText(/bits por byte/)).toHaveCount(4, { timeout: 60_000 })
    await takeScreens(lethe, 'pesos')
  })
})
