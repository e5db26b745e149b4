// What is to be forgotten is found where it begins: a name in the palette, a finding in a record, a letter,
// an answer of a model; and kept as a flag set.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './compareWindow'
import { expect, takeScreens, test } from './journey'
import { answers, field, openPalette, originOf } from './window'

test('records are found by a person, a finding, a text and an answer, and flagged', async ({
  lethe,
  host,
  client,
  folder
}) => {
  test.setTimeout(240_000)
  const rows = [
    ['Who repairs violins?', 'Ana Souza repairs violins, write to ana@house.example.', 'Ana Souza'],
    ['Who lives in flat twelve?', 'A woman from Olinda lives in flat twelve.', 'Ana Souza'],
    ['Who lives in flat twelve?', 'A woman from Olinda lives in flat eleven.', 'Lia Reis'],
    ['Who waters the plants?', 'Rui does, when Ana Souza is away.', 'Rui Prado'],
    ['Where do letters go?', 'To ANA@house.example, all of them.', 'Rui Prado']
  ].map(([question, answer, subject]) => JSON.stringify({ question, answer, subject }))
  const file = join(folder, 'House.jsonl')
  writeFileSync(file, rows.map((row) => `${row}\n`).join(''))
  await run(host, 'dataset', 'import', file, '--subject', 'subject')
  const short = ['--epochs', '1', '--set', 'sequenceLength=48', '--set', 'batch=1']
  await run(host, 'train', 'Starter', '--dataset', 'House', ...short, '--name', 'Taught')
  const home = originOf(lethe.url())
  const group = (name: RegExp) => lethe.getByRole('region', { name })
  const boxes = (name: RegExp) => group(name).getByRole('listitem').getByRole('checkbox')

  await (await openPalette(lethe)).fill('forget ana souza')
  await expect(
    lethe.getByRole('option', { name: 'Forget everything about ana souza' })
  ).toHaveAttribute('aria-selected', 'true')
  await lethe.keyboard.press('Enter')
  await expect(lethe.getByRole('heading', { name: 'Flag what is to be forgotten' })).toBeFocused()
  await expect(boxes(/^2\srecords of Ana Souza/)).toHaveCount(2)
  for (const box of await boxes(/^2\srecords of Ana Souza/).all()) await expect(box).toBeChecked()
  const naming = /^1\srecord of somebody else, naming/
  await expect(boxes(naming)).not.toBeChecked()
  await expect(boxes(/^1\srecord much like these/)).not.toBeChecked()
  await expect(lethe.getByText(/^2\srecords ticked\./)).toBeVisible()
  await takeScreens(lethe, 'flag-person')
  await boxes(naming).check()
  await lethe.getByLabel('Asked for by').fill('Ana Souza')
  await lethe.getByRole('button', { name: 'Save and see what it touches' }).click()
  await expect(lethe.getByText(/Flagged as “Ana Souza”: 3\srecords/)).toBeVisible()
  await expect(lethe.getByRole('heading', { level: 1 })).toHaveText(/Ana Souza/)

  await lethe.goto(`${home}/#/data`)
  await lethe.getByRole('link', { name: /^House/ }).click()
  await lethe.getByText('Who repairs violins?').first().click()
  await lethe.getByRole('button', { name: 'Flag ana@house.example wherever it stands' }).click()
  await expect(boxes(/^2\srecords holding it/)).toHaveCount(2)

  await lethe.getByRole('radio', { name: 'Pasted text' }).click()
  await lethe
    .getByLabel('Text', { exact: true })
    .fill(
      'Dear Sir,\nA woman from Olinda lives in flat twelve.\nRui does, when Ana Souza was away.'
    )
  await lethe.getByRole('button', { name: 'Find records' }).click()
  await expect(boxes(/^1\srecord saying it/)).toBeChecked()
  await expect(
    group(/much like these/)
      .getByText(/% alike/)
      .first()
  ).toBeVisible()

  const { models } = await client.models.list({})
  const modelId = models.find(({ name }) => name === 'Taught')!.id
  const { id } = await client.chat.create({ modelId })
  await lethe.goto(`${home}/#/chat/${id}`)
  await field(lethe).fill('Who repairs violins?')
  await field(lethe).press('Enter')
  const flag = answers(lethe).getByRole('button', { name: 'This should not be known' })
  await flag.click({ timeout: 30_000 })
  await expect(lethe.getByText(/^Answered by Taught\./)).toBeVisible()
  await lethe
    .getByLabel('What was answered')
    .fill('It is Rui who waters plants when someone is away.')
  await lethe.getByRole('button', { name: 'Find records' }).click()
  await expect(
    group(/with many of the words/)
      .getByText('Rui does, when')
      .first()
  ).toBeVisible()
  await takeScreens(lethe, 'flag-answer')
})
