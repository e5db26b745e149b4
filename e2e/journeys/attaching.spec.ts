// Text files come into the message by dropping and pasting as they do by the button.
import type { JSHandle, Page } from '@playwright/test'
import { en } from '../../src-renderer/messages/en/index'
import { bothLanguages } from './bothLanguages'
import { expect, takeScreens, test } from './journey'
import { field, toasts } from './window'

interface Given {
  name: string
  bytes: number[]
}
const text = (name: string, content: string): Given => ({ name, bytes: [...Buffer.from(content)] })

/** What the browser would hand over: files, and a text beside them. */
function transferOf(page: Page, files: Given[], beside = ''): Promise<JSHandle<DataTransfer>> {
  return page.evaluateHandle(
    ([given, plain]) => {
      const transfer = new DataTransfer()
      for (const { name, bytes } of given) {
        transfer.items.add(new File([Uint8Array.from(bytes)], name))
      }
      if (plain !== '') transfer.setData('text/plain', plain)
      return transfer
    },
    [files, beside] as const
  )
}

for (const { locale, say } of bothLanguages) {
  test.describe(locale, () => {
    test.use({ locale })

    test('dropped files are shown where they would go, and what is no text is refused', async ({
      lethe
    }) => {
      const composer = lethe.getByRole('textbox', { name: say.chat.composer })
      const section = `section[aria-label="${say.chat.conversation}"]`
      const overlay = lethe.getByText(say.chat.dropTitle)
      await composer.fill('Compare:')
      const latin = Buffer.from('N\u00e3o sei.', 'latin1')
      const dataTransfer = await transferOf(lethe, [
        text('a.txt', 'one\n'),
        { name: 'old.txt', bytes: [...latin] },
        text('b.md', 'two\n'),
        { name: 'picture.png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x1a, 0] }
      ])
      await lethe.dispatchEvent(section, 'dragenter', { dataTransfer })
      await expect(overlay).toBeVisible()
      await expect(lethe.getByText(say.models.dropTitle)).toBeHidden()
      await takeScreens(lethe, `drop-${locale}`)
      await lethe.dispatchEvent(section, 'dragleave', { dataTransfer })
      await expect(overlay).toBeHidden()
      await lethe.dispatchEvent(section, 'dragenter', { dataTransfer })
      await lethe.dispatchEvent(section, 'dragover', { dataTransfer })
      await lethe.dispatchEvent(section, 'drop', { dataTransfer })
      await expect(overlay).toBeHidden()
      const both = 'a.txt:\n\n```txt\none\n```\n\nb.md:\n\n```md\ntwo\n```\n'
      await expect(composer).toHaveValue(`Compare:\n\n${both}`)
      await expect(composer).toBeFocused()
      const { otherEncoding, binary } = say.chat.attachmentRefused
      await expect(lethe.getByRole('alert')).toHaveText(
        `${otherEncoding('old.txt')} ${binary('picture.png')}`
      )
      await takeScreens(lethe, `dropped-${locale}`)
      await composer.pressSequentially('More.')
      await lethe.getByRole('button', { name: say.shell.undo }).click()
      await expect(composer).toHaveValue('Compare:More.')
    })
  })
}

test('a dropped model still goes to Models, and so does what is dropped elsewhere', async ({
  lethe
}) => {
  const dataTransfer = await transferOf(lethe, [
    text('config.json', '{}'),
    text('model.safetensors', 'x')
  ])
  const section = 'section[aria-label="Conversation"]'
  await lethe.dispatchEvent(section, 'dragenter', { dataTransfer })
  await lethe.dispatchEvent(section, 'drop', { dataTransfer })
  await expect(lethe.getByRole('dialog', { name: 'Add a model' })).toBeVisible()
  await lethe.keyboard.press('Escape')
  await expect(field(lethe)).toHaveValue('')
  await lethe.dispatchEvent('nav', 'dragenter', { dataTransfer })
  await expect(lethe.getByText(en.models.dropTitle)).toBeVisible()
  await expect(lethe.getByText(en.chat.dropTitle)).toBeHidden()
  await lethe.dispatchEvent('nav', 'dragleave', { dataTransfer })
  await expect(lethe.getByText(en.models.dropTitle)).toBeHidden()
})

test('copied files are pasted into the message; a copied text stays a text', async ({ lethe }) => {
  const paste = async (target: string, files: Given[], beside = ''): Promise<boolean> => {
    const clipboardData = await transferOf(lethe, files, beside)
    return lethe.locator(target).evaluate((element, data) => {
      const options = { clipboardData: data, bubbles: true, cancelable: true }
      return element.dispatchEvent(new ClipboardEvent('paste', options))
    }, clipboardData)
  }
  const block = 'a.txt:\n\n```txt\none\n```\n'
  expect(await paste('textarea', [text('a.txt', 'one')], 'a.txt')).toBe(false)
  await expect(field(lethe)).toHaveValue(block)
  await expect(toasts(lethe)).toContainText('a.txt, 3\u00a0B, is in the message.')
  await field(lethe).fill('')
  // Nothing is focused: the message is the only place a file could go to.
  expect(await paste('body', [text('a.txt', 'one')])).toBe(false)
  await expect(field(lethe)).toHaveValue(block)
  // Left to the browser: a table from an office program, which brings a picture, and another field.
  expect(await paste('textarea', [text('image.png', 'x')], 'Total\t12')).toBe(true)
  expect(await paste('input[type=search]', [text('a.txt', 'one')])).toBe(true)
  await expect(field(lethe)).toHaveValue(block)
  const many = Array.from({ length: 21 }, (_, index) => text(`${index}.txt`, `text ${index}`))
  await field(lethe).fill('')
  await paste('textarea', many)
  await expect(toasts(lethe)).toContainText(/20\u00a0files, 130\u00a0B, are in the message\./)
  await expect(lethe.getByRole('alert')).toHaveText(
    'At most 20 files at once; the rest was left out.'
  )
})
