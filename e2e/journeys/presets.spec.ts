// Texts kept to be used again: made from what is typed, found by a few letters, put in by keyboard, and
// changed or removed with a way back.
import { z } from 'zod'
import { promptPresetSchema } from '../../src-main/contract/promptPresets'
import { en } from '../../src-renderer/messages/en/index'
import { bothLanguages } from './bothLanguages'
import { startLethe } from './host'
import { expect, expectAccessible, takeScreens, test } from './journey'
import { expectEnded, field, questions, toasts } from './window'

const say = en.chat.presets

test('a preset is made from what is typed, and put in at the caret by keyboard', async ({
  lethe
}) => {
  const panel = lethe.getByRole('dialog', { name: say.title })
  const filter = panel.getByRole('textbox', { name: say.filter })
  await field(lethe).fill('Say it in three sentences: ')
  await field(lethe).press('Control+/')
  await expect(panel.getByText(say.none.message)).toBeVisible()
  await panel.getByRole('button', { name: say.saveTyped }).click()
  const form = panel.getByRole('form', { name: say.create })
  await expect(form.getByRole('textbox', { name: say.name })).toBeFocused()
  await expect(form.getByRole('textbox', { name: say.text })).toHaveValue(
    'Say it in three sentences: '
  )
  await form.getByRole('textbox', { name: say.name }).fill('Summary')
  // Closing the panel takes nothing away that was typed in it.
  await lethe.keyboard.press('Escape')
  await expect(panel).toBeHidden()
  await field(lethe).press('Control+/')
  await expect(form.getByRole('textbox', { name: say.name })).toHaveValue('Summary')
  await form.getByRole('textbox', { name: say.name }).press('Enter')
  await expect(panel.getByText(say.kept('Summary'))).toBeVisible()

  for (const [name, text] of [
    ['Translate', 'Translate into Portuguese: '],
    ['Résumé', 'Write a résumé for: ']
  ] as const) {
    await panel.getByRole('button', { name: say.saveTyped }).click()
    await form.getByRole('textbox', { name: say.name }).fill(name)
    await form.getByRole('textbox', { name: say.text }).fill(text)
    await form.getByRole('button', { name: 'Save' }).click()
  }
  await panel.getByRole('button', { name: say.saveTyped }).click()
  await form.getByRole('textbox', { name: say.name }).fill('translate')
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(panel.getByRole('alert')).toContainText('Another one is called “translate” already.')
  await takeScreens(lethe, 'preset-form')
  await form.getByRole('button', { name: 'Cancel' }).click()
  await expect(filter).toBeFocused()
  await takeScreens(lethe, 'presets')

  // Accents and case do not matter, and the text is searched as well.
  await filter.fill('resume')
  await expect(panel.getByRole('listitem')).toHaveText([/Résumé/])
  await filter.fill('nothing like it')
  await expect(panel.getByText(say.noMatch('nothing like it'))).toBeVisible()
  await filter.fill('portug')
  await expect(panel.getByRole('listitem')).toHaveText([/Translate/])
  await filter.fill('')
  await lethe.keyboard.press('Escape')
  await expect(panel).toBeHidden()

  await field(lethe).fill('Now: the river.')
  await field(lethe).evaluate((it: HTMLTextAreaElement) => it.setSelectionRange(5, 5))
  await field(lethe).press('Control+/')
  await expect(filter).toBeFocused()
  await lethe.keyboard.press('ArrowDown')
  await lethe.keyboard.press('ArrowDown')
  await lethe.keyboard.press('Enter')
  await expect(panel).toBeHidden()
  await expect(field(lethe)).toBeFocused()
  await expect(field(lethe)).toHaveValue('Now: Say it in three sentences: the river.')
  await lethe.keyboard.type('quickly, ')
  await expect(field(lethe)).toHaveValue('Now: Say it in three sentences: quickly, the river.')
  await toasts(lethe).getByRole('button', { name: 'Undo' }).click()
  await expect(field(lethe)).toHaveValue('Now: quickly, the river.')

  await field(lethe).fill('')
  await field(lethe).press('Control+/')
  await lethe.keyboard.type('summ') // the panel has the focus from the first letter on
  await lethe.keyboard.press('Enter')
  await expect(field(lethe)).toHaveValue('Say it in three sentences: ')
  await field(lethe).press('Enter')
  await expect(questions(lethe)).toContainText('Say it in three sentences:')
  await expectEnded(lethe)
})

test('a preset is changed and removed, each with a way back, and the command line sees it', async ({
  lethe,
  host,
  client
}) => {
  const run = async (args: string[], input = ''): Promise<unknown> => {
    const lethe = startLethe(['presets', ...args, '--json', '--data-dir', host.dataFolder], input)
    expect(await lethe.exit, lethe.printed()).toBe(0)
    return JSON.parse(lethe.stdout())
  }
  const listed = z.object({ presets: z.array(promptPresetSchema) })
  const names = async () => listed.parse(await run([])).presets.map(({ name }) => name)
  await run(['add', 'Long', '--stdin'], ' kept as it is \n')
  await run(['add', 'Short', '--text', 'Be brief.'])
  await client.promptPresets.add({ kind: 'system', name: 'Short', text: 'Be brief.' })
  await run(['set', 'short', '--name', 'Brief'])
  expect(await names()).toEqual(['Brief', 'Long', 'Short'])
  const taken = startLethe([
    ...['presets', 'add', 'LONG', '--text', 'x', '--data-dir', host.dataFolder]
  ])
  expect(await taken.exit).toBe(1)
  expect(taken.printed()).toContain('Another one is called “LONG” already.')

  await lethe.getByRole('button', { name: say.title }).click()
  const panel = lethe.getByRole('dialog', { name: say.title })
  await expect(panel.getByRole('listitem')).toHaveText([/Brief/, /Long/])
  await panel.getByRole('button', { name: say.edit('Long') }).click()
  const text = panel.getByRole('textbox', { name: say.text })
  await expect(text).toHaveValue(' kept as it is \n')
  await text.fill('Be long.')
  await panel.getByRole('button', { name: 'Save' }).click()
  await expect(panel.getByText(say.changed('Long'))).toBeVisible()
  await expect(panel.getByRole('listitem').last()).toContainText('Be long.')
  await panel.getByRole('button', { name: 'Undo' }).click()
  await expect(panel.getByRole('listitem').last()).toContainText('kept as it is')

  await panel.getByRole('button', { name: /^Long/ }).press('Delete')
  await expect(panel.getByText(say.removed('Long'))).toBeVisible()
  await expect(panel.getByRole('button', { name: 'Undo' })).toBeFocused()
  await expect(panel.getByRole('listitem')).toHaveText([/Brief/])
  await expectAccessible(lethe)
  const { presets } = await client.promptPresets.list()
  expect(presets.map(({ name }) => name)).toEqual(['Brief', 'Short'])
  await lethe.keyboard.press('Enter')
  await expect(panel.getByRole('listitem')).toHaveText([/Brief/, /Long/])
  await run(['remove', 'Brief'])
  await expect(panel.getByRole('listitem')).toHaveText([/Long/])
})

for (const { locale, say: words } of bothLanguages) {
  test.describe(locale, () => {
    test.use({ locale })

    test('a system prompt is kept and set again', async ({ lethe }) => {
      const say = words.chat.presets
      const prompt = lethe.getByRole('dialog', { name: words.chat.systemPrompt })
      const typed = prompt.getByRole('textbox', { name: words.chat.systemPrompt })
      await lethe.getByRole('button', { name: words.chat.systemPrompt }).click()
      await typed.fill('Answer like a pirate.')
      await prompt.getByRole('button', { name: say.title }).click()
      await prompt.getByRole('button', { name: say.saveTyped }).click()
      await prompt.getByRole('textbox', { name: say.name }).fill('Pirata')
      await prompt.getByRole('button', { name: words.shell.save }).click()
      await expect(prompt.getByText(say.kept('Pirata'))).toBeVisible()
      await takeScreens(lethe, `preset-system-${locale}`)
      await prompt.getByRole('button', { name: say.back }).click()
      await expect(typed).toHaveValue('Answer like a pirate.')

      await typed.fill('Something else.')
      await prompt.getByRole('button', { name: say.title }).click()
      await prompt.getByRole('textbox', { name: say.filter }).fill('pir')
      await lethe.keyboard.press('Enter')
      await expect(typed).toHaveValue('Answer like a pirate.')
      await expect(prompt.getByText(say.applied('Pirata'))).toBeVisible()
      await prompt.getByRole('button', { name: words.shell.undo }).click()
      await expect(typed).toHaveValue('Something else.')
      await prompt.getByRole('button', { name: say.title }).click()
      await prompt.getByRole('button', { name: /^Pirata/ }).click()
      await expect(typed).toHaveValue('Answer like a pirate.')
      await lethe.keyboard.press('Escape')
      await expect(prompt).toBeHidden()
      await lethe.reload()
      await lethe.getByRole('button', { name: words.chat.systemPromptSet }).click()
      await expect(typed).toHaveValue('Answer like a pirate.')
    })
  })
}
