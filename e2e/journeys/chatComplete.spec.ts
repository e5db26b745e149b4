// What one can do with an answer: look at its words, go on from another one, change the question.
import type { Locator, Page } from '@playwright/test'
import { expect, expectAccessible, takeScreens, test } from './journey'
import {
  answers,
  ask,
  choose,
  conversationList,
  expectEnded,
  field,
  openChat,
  questions,
  textOf,
  toasts
} from './window'

const question = 'Tell me a story about a dog.'

/** Clicks the first letter of the answer's word number `index`, as a person would: on the text. */
async function clickWord(page: Page, answer: Locator, index: number): Promise<string> {
  const found = await textOf(answer).evaluate(async (prose, at) => {
    const frame = () => new Promise((done) => requestAnimationFrame(done))
    const walker = document.createTreeWalker(prose, NodeFilter.SHOW_TEXT)
    let seen = 0
    while (walker.nextNode()) {
      const node = walker.currentNode as Text
      for (const match of node.data.matchAll(/[\p{L}]+/gu)) {
        if (seen++ !== at) continue
        const range = new Range()
        range.setStart(node, match.index)
        range.setEnd(node, match.index + 1)
        range.startContainer.parentElement?.scrollIntoView({ block: 'center' })
        await frame()
        await frame() // what moves by being scrolled has moved
        const { left, top, width, height } = range.getBoundingClientRect()
        return { word: match[0], x: left + width / 2, y: top + height / 2 }
      }
    }
    return null
  }, index)
  if (!found) throw new Error(`The answer has no word ${index}.`)
  await page.mouse.click(found.x, found.y)
  return found.word
}

const closeCalls = (page: Page): Promise<number> =>
  page.evaluate(() => CSS.highlights.get('close-call')?.size ?? 0)

test('a word shows what else could have come, and the answer goes on from another one', async ({
  lethe
}) => {
  await choose(lethe, 'Exact', 40)
  const answer = await ask(lethe, question)
  await expectEnded(lethe)
  const first = (await textOf(answer).innerText()).trim()
  await expect(answer.getByText('Dotted words were close calls')).toBeVisible()
  await expect.poll(() => closeCalls(lethe)).toBeGreaterThan(0)

  await clickWord(lethe, answer, 3)
  const panel = lethe.getByRole('dialog', { name: 'What else it could have said' })
  await expect(panel).toContainText(/Word 4 of \d+\. Likely is not the same as true\./)
  await expect(panel.getByRole('radio')).not.toHaveCount(0)
  await expect(panel).toContainText(/\d others/)
  await takeScreens(lethe, 'words')
  await lethe.keyboard.press('Escape')
  await expect(panel).toBeHidden()

  // The word at hand is the one under the pointer.
  const word = await clickWord(lethe, answer, 4)
  await expect(panel.locator('label').filter({ hasText: 'what it said' })).toContainText(
    word.slice(0, 2)
  )
  const other = panel.getByRole('button', { name: /^Continue from/ })
  await panel.getByRole('radio').nth(1).check()
  const chosen = /“(.*)”/.exec(await other.innerText())?.[1] ?? '?'
  await other.click()
  await expectEnded(lethe)
  await expect(answers(lethe).last().getByText('2 of 2')).toBeVisible()
  const second = (await textOf(answers(lethe).last()).innerText()).trim()
  expect(second).not.toBe(first)
  const start = first.split(/\s+/).slice(0, 4).join(' ')
  expect(second.startsWith(`${start} ${chosen}`)).toBe(true)

  // Both are kept, also by the next start of the window.
  await lethe.getByRole('button', { name: 'Previous version' }).click()
  await expect(textOf(answers(lethe).last())).toHaveText(first)
  await lethe.reload()
  await expect(textOf(answers(lethe).last())).toHaveText(first)
  await clickWord(lethe, answers(lethe).last(), 3)
  await expect(panel).toContainText('Word 4 of')
})

test('the keyboard walks through the words of an answer', async ({ lethe, client }) => {
  await openChat(lethe, client, { tokens: 12 })
  const answer = await ask(lethe, question)
  await expectEnded(lethe)
  await answer.focus()
  await lethe.keyboard.press('w')
  const list = answer.getByRole('listbox', { name: 'Look at words' })
  await expect(list).toBeFocused()
  const active = async (): Promise<string> => {
    const id = (await list.getAttribute('aria-activedescendant')) ?? ''
    return (await lethe.locator(`[id="${id}"]`).getAttribute('aria-label')) ?? ''
  }
  await expect.poll(active).toMatch(/^.+, [\d.]+%, close call: (yes|no)$/)
  const before = await active()
  await lethe.keyboard.press('ArrowRight')
  await expect.poll(active).not.toBe(before)
  await expectAccessible(lethe)
  await lethe.keyboard.press('Enter')
  const panel = lethe.getByRole('dialog', { name: 'What else it could have said' })
  await expect(panel).toBeVisible()
  await lethe.keyboard.press('Escape')
  await expect(panel).toBeHidden()
  await expect(list).toBeFocused()
  await lethe.keyboard.press('Escape')
  await expect(list).toBeHidden()
  await expect(answer).toBeFocused()
})

test('close calls can be left unmarked', async ({ lethe, client, host }) => {
  await lethe.goto(`${host.origin}/#/settings`)
  await lethe.getByRole('switch', { name: 'Underline close calls' }).click()
  await expect(lethe.getByRole('switch', { name: 'Underline close calls' })).not.toBeChecked()
  await openChat(lethe, client, { tokens: 12 })
  const answer = await ask(lethe, question)
  await expectEnded(lethe)
  await expect(answer.getByText('Dotted words')).toBeHidden()
  expect(await closeCalls(lethe)).toBe(0)
  await clickWord(lethe, answer, 1)
  await expect(lethe.getByRole('dialog', { name: 'What else it could have said' })).toBeVisible()
})

test('a question is asked in other words, and the first one is kept beside it', async ({
  lethe,
  client
}) => {
  await openChat(lethe, client, { tokens: 12 })
  await ask(lethe, question)
  await expectEnded(lethe)
  await field(lethe).press('ArrowUp')
  const editor = lethe.getByRole('textbox', { name: 'Edit the question' })
  await expect(editor).toBeFocused()
  await expect(editor).toHaveValue(question)
  await editor.press('Escape')
  await expect(editor).toBeHidden()
  await expect(field(lethe)).toBeFocused()

  await questions(lethe).first().hover()
  await lethe.getByRole('button', { name: 'Edit the question' }).click()
  await editor.fill('Tell me about a cat.')
  await expectAccessible(lethe)
  await lethe.getByRole('button', { name: 'Ask this instead' }).click()
  await expect(questions(lethe)).toHaveText(/Tell me about a cat/)
  await expectEnded(lethe)
  await expect(questions(lethe).first().getByText('2 of 2')).toBeVisible()
  await takeScreens(lethe, 'edited')
  await questions(lethe).first().getByRole('button', { name: 'Previous version' }).click()
  await expect(questions(lethe)).toHaveText(/about a dog/)
  await expect(answers(lethe)).toHaveCount(1)
})

test('an answer that ended at its limit goes on to what it would have been', async ({
  lethe,
  client
}) => {
  await openChat(lethe, client, { tokens: 30 })
  await ask(lethe, question)
  await expectEnded(lethe)
  const whole = (await textOf(answers(lethe).last()).innerText()).trim()

  await openChat(lethe, client, { tokens: 15 })
  await ask(lethe, question)
  await expectEnded(lethe)
  expect((await textOf(answers(lethe).last()).innerText()).trim()).not.toBe(whole)
  await lethe.getByRole('button', { name: 'Continue', exact: true }).click()
  await expect(textOf(answers(lethe).last())).toHaveText(whole)
  await expectEnded(lethe)
  await expect(answers(lethe)).toHaveCount(1)
})

test('a pinned conversation stands first, also in Portuguese', async ({ lethe, client }) => {
  await openChat(lethe, client, { tokens: 5 })
  await ask(lethe, 'Hello!')
  await expectEnded(lethe)
  const list = conversationList(lethe)
  await list.getByRole('button', { name: 'More for “Hello!”' }).click()
  await lethe.getByRole('menuitem', { name: 'Pin', exact: true }).click()
  await expect(list.getByRole('heading', { name: 'Pinned' })).toBeVisible()
  await expect(list.getByRole('heading', { name: 'Today' })).toBeHidden()
  await lethe.reload()
  await lethe.getByRole('button', { name: 'Português' }).click()
  await expect(lethe.getByRole('heading', { name: 'Fixadas' })).toBeVisible()
  await lethe.getByRole('button', { name: /Hello!/ }).click()
  await lethe.getByRole('menuitem', { name: 'Desafixar' }).click()
  await expect(lethe.getByRole('heading', { name: 'Hoje' })).toBeVisible()

  await lethe.getByRole('article', { name: /^Resposta/ }).focus()
  await lethe.keyboard.press('w')
  await expect(lethe.getByRole('listbox')).toBeFocused()
  await lethe.keyboard.press('Enter')
  await expect(lethe.getByRole('dialog', { name: 'O que mais poderia ter dito' })).toContainText(
    'Provável não é o mesmo que verdadeiro.'
  )
  await takeScreens(lethe, 'palavras')
})

test('a search leads to the message that was found, on whichever branch it is', async ({
  lethe,
  client
}) => {
  await openChat(lethe, client, {
    tokens: 40,
    asked: [
      'Tell me about the Júpiter mission.',
      ...['Hello', 'What is a model?', 'Tell me a story about a dog.', 'Bye']
    ]
  })
  await expect(questions(lethe)).toHaveCount(5)
  await questions(lethe).first().hover()
  await questions(lethe).first().getByRole('button', { name: 'Edit the question' }).click()
  await lethe.getByRole('textbox', { name: 'Edit the question' }).fill('Good morning!')
  await lethe.keyboard.press('Enter')
  await expect(questions(lethe)).toHaveCount(1)
  await expect(questions(lethe)).toHaveText(/Good morning/)
  await expectEnded(lethe)

  await lethe.getByRole('searchbox', { name: 'Search in conversations' }).fill('jupiter mission')
  const found = conversationList(lethe).getByRole('link', { name: /Júpiter mission/ })
  await expect(found).toHaveAttribute('href', /#\/chat\/[^/]+\/[^/]+$/)
  await found.click()
  await expect(questions(lethe)).toHaveCount(5)
  await expect(questions(lethe).first()).toBeInViewport()
  const marked = () =>
    lethe.evaluate(() => [...(CSS.highlights.get('search-match') ?? [])].map(String))
  await expect.poll(marked).toEqual(expect.arrayContaining(['Júpiter', 'mission']))
  await takeScreens(lethe, 'found')
  await lethe.getByRole('searchbox', { name: 'Search in conversations' }).fill('')
  await expect.poll(marked).toEqual([])
})

test('a text file is put into the message; what is too large or no text is refused in words', async ({
  lethe
}) => {
  const attach = async (name: string, buffer: Buffer): Promise<void> => {
    const chooser = lethe.waitForEvent('filechooser')
    await lethe.getByRole('button', { name: 'Attach text files' }).click()
    await (await chooser).setFiles({ name, mimeType: 'text/plain', buffer })
  }
  await field(lethe).fill('What is in it?')
  await attach('notes.txt', Buffer.from('one ``` two\n'))
  await expect(field(lethe)).toHaveValue(
    'What is in it?\n\nnotes.txt:\n\n````txt\none ``` two\n````\n'
  )
  await expect(toasts(lethe)).toContainText('notes.txt, 12\u00a0B, is in the message.')
  await attach('large.txt', Buffer.alloc(1_500_000, 'a'))
  await expect(lethe.getByRole('alert')).toHaveText(
    'large.txt is 1.5\u00a0MB; a file may have up to 1\u00a0MB. Attach a part of it.'
  )
  await takeScreens(lethe, 'attached')
  await attach('picture.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0x00]))
  await expect(lethe.getByRole('alert')).toHaveText(
    'picture.png holds no text, so it was left out.'
  )
  await expect(field(lethe)).toHaveValue(/````\n$/)
  await field(lethe).press('Enter')
  await expect(questions(lethe)).toContainText('one ``` two')
  await expectEnded(lethe)
})
