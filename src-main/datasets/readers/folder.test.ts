import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../testing/temporaryFolder'
import { openFile } from '../fileForm'
import { previewFile } from '../previewFile'

test('the texts of a folder and of those below it, in the order of their names', async () => {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'b'))
  writeFileSync(join(folder, 'b', 'two.md'), '# Two\n\nlines')
  writeFileSync(join(folder, 'a.TXT'), 'Olá')
  writeFileSync(join(folder, 'broken.txt'), Buffer.of(0x61, 0xff))
  writeFileSync(join(folder, 'picture.png'), 'not a text')
  writeFileSync(join(folder, '.hidden.txt'), 'not meant')
  symlinkSync(join(folder, 'a.TXT'), join(folder, 'link.txt'))
  const file = await openFile(folder, {})
  expect(file).toMatchObject({ form: { format: 'folder' }, sizeBytes: 4 + 12 + 2 })
  const rows = []
  for await (const row of file.rows()) rows.push(row)
  expect(rows).toEqual([
    { line: 1, value: { text: 'Olá', file: 'a.TXT' } },
    { line: 2, value: { text: '# Two\n\nlines', file: 'b/two.md' } },
    { line: 3, problem: 'notUtf8', detail: 'broken.txt' }
  ])
  expect(file.doneBytes()).toBe(file.sizeBytes)
  const preview = await previewFile(folder, { form: { format: 'txt' }, mapping: null })
  expect(preview).toMatchObject({ mapping: { shape: 'text', columns: { text: 'text' } } })
})

test('a folder without texts is refused', async () => {
  const path = temporaryFolder()
  await expect(openFile(path, {})).rejects.toMatchObject({ code: 'noRecords', params: { path } })
})
