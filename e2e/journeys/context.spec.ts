// How much the model reads: the meter, what to do when it is too much, and that nothing is lost by it.
import type { Page } from '@playwright/test'
import { bothLanguages } from './bothLanguages'
import { expect, expectAccessible, takeScreens, test } from './journey'
import { answers, ask, expectEnded, field, fillAtOnce, openChat, questions, toasts } from './window'

/** The figures beside the field, in tokens: what would be read of what can be. */
async function measured(page: Page, pattern = /^([\d,.]+) of ([\d,.]+) tokens$/) {
  const text = await page.getByText(pattern).innerText()
  const [, tokens = '', context = ''] = pattern.exec(text) ?? []
  return { tokens: Number(tokens.replace(/\D/g, '')), context: Number(context.replace(/\D/g, '')) }
}

const poem = 'The river runs to the sea and the sea is blue. '

test('the meter counts while one types, and leaving out the earliest turns makes room', async ({
  lethe,
  client
}) => {
  await field(lethe).fill('Hello')
  await expect(lethe.getByText(/^\d+ of 512 tokens$/)).toBeVisible()
  const { tokens: alone } = await measured(lethe)
  await field(lethe).fill(`Hello ${poem.repeat(5)}`)
  await expect.poll(async () => (await measured(lethe)).tokens).toBeGreaterThan(alone + 30)
  // One letter typed at a time is never held up by the counting.
  await field(lethe).fill('')
  await field(lethe).pressSequentially('quick', { delay: 0 })
  await expect(field(lethe)).toHaveValue('quick')

  await openChat(lethe, client, {
    tokens: 40,
    asked: ['First', 'Second', 'Third'].map((start) => `${start}: ${poem.repeat(9)}`)
  })
  await expect(questions(lethe)).toHaveCount(3)
  await field(lethe).fill(`And now? ${poem.repeat(13)}`)
  await expect(lethe.getByText(/tokens; the model reads 512\./)).toBeVisible()
  const offer = lethe.getByRole('button', { name: /^Leave out the earliest turns/ })
  await takeScreens(lethe, 'context-over')
  await offer.click()
  await expect(toasts(lethe)).toContainText('The model no longer reads the earliest turns.')
  await expect(lethe.getByText('The model reads from here on.')).toBeVisible()
  await expect.poll(async () => (await measured(lethe)).tokens).toBeLessThan(512)
  await expect(questions(lethe)).toHaveCount(3)
  await field(lethe).press('Enter')
  await expect(answers(lethe)).toHaveCount(4)
  await expectEnded(lethe)
  await expect(answers(lethe).last().getByText('tokens/s')).toBeVisible()
  await takeScreens(lethe, 'context-view')

  // Kept by the next start of the window, and taken back at will.
  await lethe.reload()
  await expect(lethe.getByText('The model reads from here on.')).toBeVisible()
  await expect(questions(lethe)).toHaveCount(4)
  await lethe.getByRole('button', { name: 'Let it read all' }).click()
  await expect(lethe.getByText('The model reads from here on.')).toBeHidden()
  await expect.poll(async () => (await measured(lethe)).tokens).toBeGreaterThan(512)
  await toasts(lethe).getByRole('button', { name: 'Undo' }).click()
  await expect(lethe.getByText('The model reads from here on.')).toBeVisible()
  await expectAccessible(lethe)
})

test('a message that is too long is cut at either end, and comes back whole', async ({ lethe }) => {
  const long = `The beginning. ${poem.repeat(80)}The very end.`
  await field(lethe).fill(long)
  await expect(lethe.getByText(/^This is [\d,]+ tokens; the model reads 512\./)).toBeVisible()
  await takeScreens(lethe, 'context-message')
  await lethe.getByRole('button', { name: 'Keep the end' }).click()
  await expect(field(lethe)).toHaveValue(/The very end\.$/)
  await expect(field(lethe)).not.toHaveValue(/^The beginning/)
  await expect.poll(async () => (await measured(lethe)).tokens).toBeLessThan(512)
  await toasts(lethe).getByRole('button', { name: 'Undo' }).click()
  await expect(field(lethe)).toHaveValue(long)
  await lethe.getByRole('button', { name: 'Keep the beginning' }).click()
  await expect(field(lethe)).toHaveValue(/^The beginning\./)
  await expect.poll(async () => (await measured(lethe)).tokens).toBeLessThan(512)
  await field(lethe).press('Enter')
  await expectEnded(lethe)
  await expect(answers(lethe).last().getByText('tokens/s')).toBeVisible()
})

test('a question that was refused as too long is cut to what fits beside what was said', async ({
  lethe,
  client
}) => {
  await openChat(lethe, client, { tokens: 20 })
  await ask(lethe, poem.repeat(12))
  await expectEnded(lethe)
  const long = `The beginning. ${poem.repeat(60)}The very end.`
  await ask(lethe, long)
  await expectEnded(lethe)
  const refusal = answers(lethe).last().getByRole('alert')
  await expect(refusal).toContainText(/This is [\d,]+ tokens; the model reads 511\./)
  await refusal.getByRole('button', { name: 'Keep the end' }).click()
  await expect(questions(lethe)).toHaveCount(2)
  await expect(field(lethe)).toHaveValue(/The very end\.$/)
  await expect(toasts(lethe)).toContainText('The message was shortened.')
  await expect(field(lethe)).not.toHaveValue(/^The beginning/)
  // Counted again: with what was said, and with the room that the longest answer needs, no less.
  const isWell = async (): Promise<boolean> => {
    const { tokens } = await measured(lethe)
    return tokens > 440 && tokens <= 492
  }
  await expect.poll(isWell).toBe(true)
  await expect(lethe.getByText(/Nearly full|the model reads 512\. /)).toBeHidden()
  await toasts(lethe).getByRole('button', { name: 'Undo' }).click()
  await expect(field(lethe)).toHaveValue(long)
  await lethe.getByRole('button', { name: 'Keep the beginning' }).click()
  await expect(field(lethe)).not.toHaveValue(/end\.$/)
  await expect.poll(async () => (await measured(lethe)).tokens).toBeLessThanOrEqual(492)
  await field(lethe).press('Enter')
  await expectEnded(lethe)
  await expect(answers(lethe).last().getByText('tokens/s')).toBeVisible()
  await expect(questions(lethe)).toHaveCount(2)
  await expect(questions(lethe).last().getByText('2 of 2')).toBeVisible()
})

test('a text that fits only by itself can be asked without what was said before', async ({
  lethe,
  client
}) => {
  await openChat(lethe, client, { tokens: 20 })
  await ask(lethe, `First: ${poem.repeat(22)}`)
  await expectEnded(lethe)
  await field(lethe).fill(`And now? ${poem.repeat(24)}`)
  const offer = lethe.getByRole('button', {
    name: 'Leave out what was said before (1\u00a0question)'
  })
  await expect(offer).toBeVisible()
  await takeScreens(lethe, 'context-all')
  await offer.click()
  await expect(toasts(lethe)).toContainText('The model no longer reads what was said before.')
  const begins = lethe.getByText('The model reads from here on.')
  await expect(begins).toBeVisible()
  await expect.poll(async () => (await measured(lethe)).tokens).toBeLessThan(512)
  await expect(offer).toBeHidden()
  await toasts(lethe).getByRole('button', { name: 'Undo' }).click()
  await expect(begins).toBeHidden()
  await offer.click()
  await expect(begins).toBeVisible()

  // Kept by the next start of the window, with the text.
  await lethe.reload()
  await expect(begins).toBeVisible()
  await expect(field(lethe)).toHaveValue(/^And now\?/)
  await field(lethe).press('Enter')
  await expect(answers(lethe)).toHaveCount(2)
  await expectEnded(lethe)
  await expect(answers(lethe).last().getByText('tokens/s')).toBeVisible()
  await expect(begins).toBeVisible()
  await takeScreens(lethe, 'context-all-view')
})

test('a text of several megabytes is refused before it goes anywhere, and stays', async ({
  lethe
}) => {
  await field(lethe).fill('Hello')
  await expect(lethe.getByText(/^\d+ of 512 tokens$/)).toBeVisible()
  const long = 'word '.repeat(1_000_000)
  await fillAtOnce(field(lethe), long)
  await lethe.evaluate(() => {
    const post = WebSocket.prototype.send
    Object.assign(window, { sentMessages: [] as string[] })
    WebSocket.prototype.send = function (data) {
      const head = typeof data === 'string' ? data : new TextDecoder().decode(data as ArrayBuffer)
      ;(window as unknown as { sentMessages: string[] }).sentMessages.push(head.slice(0, 300))
      return post.call(this, data)
    }
  })
  await field(lethe).press('Enter')
  await expect(lethe.getByRole('alert')).toContainText(
    'This text has 5\u00a0MB; at most 4.2\u00a0MB can be sent at once.'
  )
  await expect(lethe.getByRole('alert')).toContainText('What you typed is still in the field.')
  expect((await field(lethe).inputValue()) === long).toBe(true)
  await expect(answers(lethe)).toHaveCount(0)
  const heads = await lethe.evaluate(
    () => (window as unknown as { sentMessages: string[] }).sentMessages
  )
  expect(heads.filter((head) => /chat\/(send|measure)/.test(head))).toEqual([])
})

for (const { locale, say } of bothLanguages) {
  const figure = '([\\d,.]+)'
  const pattern = new RegExp(`^${say.chat.tokensOf(figure, figure)}$`)
  test.describe(locale, () => {
    test.use({ locale })

    test('an answer that fills the context goes on without the earliest turns', async ({
      lethe
    }) => {
      const composer = lethe.getByRole('textbox', { name: say.chat.composer })
      const asked = async (text: string): Promise<void> => {
        await composer.fill(text)
        await expect(lethe.getByRole('button', { name: say.chat.send })).toBeEnabled()
        await composer.press('Enter')
        await expect(lethe.getByRole('button', { name: say.chat.tryAgain }).last()).toBeEnabled()
        await expect(lethe.getByRole('button', { name: say.chat.stop })).toBeHidden()
      }
      await asked(`One. ${poem.repeat(12)}`)
      const { tokens } = await measured(lethe, pattern)
      // So that fewer than ten tokens are left for the answer.
      let fill = 'Tell me a story about a dog.'
      await composer.fill(fill)
      await expect
        .poll(async () => (await measured(lethe, pattern)).tokens)
        .toBeGreaterThan(tokens + 3)
      for (let missing = 500; missing > 0;) {
        const before = (await measured(lethe, pattern)).tokens
        missing = Math.floor((503 - before) / 2)
        if (missing <= 0) break
        fill = `${'story '.repeat(missing)}${fill}`
        await composer.fill(fill)
        await expect.poll(async () => (await measured(lethe, pattern)).tokens).not.toBe(before)
      }
      await asked(fill)
      await expect(lethe.getByText(say.chat.contextFull)).toBeVisible()
      const offer = lethe.getByRole('button', {
        name: say.chat.leaveOutContinue('').replace(/ ?\(\).*/, '')
      })
      await expect(offer).toBeVisible()
      await takeScreens(lethe, `context-full-${locale}`)
      const before = (await lethe.locator('.prose').last().innerText()).trim()
      await offer.click()
      await expect(lethe.getByText(say.chat.viewStarts)).toBeVisible()
      await expect(lethe.getByText(say.chat.contextFull)).toBeHidden()
      await expect(lethe.getByRole('button', { name: say.chat.stop })).toBeHidden()
      const after = (await lethe.locator('.prose').last().innerText()).trim()
      expect(after.startsWith(before)).toBe(true)
      expect(after.length).toBeGreaterThan(before.length)
    })
  })
}
