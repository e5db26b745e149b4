import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newId } from '../base/ids'
import { temporaryFolder } from '../testing/temporaryFolder'
import { Uploads } from './uploads'

const refused = { code: 'invalidInput' }
const body = (text: string): Readable => Readable.from([text])

test.each([
  '../x',
  '/x',
  'a//b',
  'a\\b',
  '..',
  '.',
  '',
  'nul',
  'COM1.txt',
  'a:b',
  'x ',
  'x.',
  'a\0b'
])('the name %j is refused', async (name) => {
  const folder = temporaryFolder()
  await expect(new Uploads(folder).receive(newId(), name, body('x'))).rejects.toMatchObject(refused)
  expect(readdirSync(folder)).toEqual([])
})

test('no name leads out of the upload', async () => {
  const folder = temporaryFolder()
  const uploads = new Uploads(join(folder, 'staging'))
  const part = fc.oneof(
    fc.constantFrom('..', '.', '', '/', '\\', 'a', '~'),
    fc.string({ maxLength: 8 })
  )
  await fc.assert(
    fc.asyncProperty(fc.array(part, { maxLength: 6 }), async (parts) => {
      const id = newId()
      await uploads.receive(id, parts.join('/'), body('x')).catch(() => {})
      await uploads.drop(id)
      expect(readdirSync(folder).filter((name) => name !== 'staging')).toEqual([])
    }),
    { numRuns: 200 }
  )
})

test('files arrive with their folders, and the upload is taken once', async () => {
  const uploads = new Uploads(temporaryFolder())
  const id = newId()
  await uploads.receive(id, 'config.json', body('{}'))
  await uploads.receive(id, 'original/params.json', body('[]'))
  await expect(uploads.receive(id, 'config.json', body('x'))).rejects.toMatchObject(refused)
  const folder = uploads.take(id)
  expect(readFileSync(join(folder, 'original/params.json'), 'utf8')).toBe('[]')
  expect(readFileSync(join(folder, 'config.json'), 'utf8')).toBe('{}')
  expect(() => uploads.take(id)).toThrow(expect.objectContaining({ code: 'notFound' }))
  await expect(uploads.receive(id, 'late', body('x'))).rejects.toMatchObject(refused)
  expect(() => uploads.take(newId())).toThrow(expect.objectContaining({ code: 'notFound' }))
  await expect(uploads.receive('../../x', 'a', body('x'))).rejects.toMatchObject(refused)
})

test('an upload that breaks off leaves nothing', async () => {
  const folder = temporaryFolder()
  const uploads = new Uploads(folder)
  const id = newId()
  await uploads.receive(id, 'whole', body('whole'))
  const broken = Readable.from(
    (function* () {
      yield 'half'
      throw new Error('the line dropped')
    })()
  )
  await expect(uploads.receive(id, 'half', broken)).rejects.toThrow('the line dropped')
  expect(readdirSync(folder)).toEqual([])
  expect(() => uploads.take(id)).toThrow(expect.objectContaining({ code: 'notFound' }))
})
