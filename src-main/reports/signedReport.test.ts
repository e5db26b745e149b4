// A signed report: any change to it is found and named, and the key is made once.
import { generateKeyPairSync } from 'node:crypto'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { EvidenceFile } from '../contract/evidenceFile'
import type { SignedReport } from '../contract/signedReport'
import { evidenceFile } from '../testing/evidenceFile'
import { temporaryFolder } from '../testing/temporaryFolder'
import { canonicalJson } from './canonicalJson'
import { checkReportFile } from './checkReportFile'
import { signReport } from './signedReport'
import { keyIdOf, signingKey } from './signingKey'

const signedAt = Date.UTC(2026, 10, 12)

async function signed(): Promise<{ folder: string; report: SignedReport; content: EvidenceFile }> {
  const folder = temporaryFolder()
  const content = evidenceFile()
  return {
    folder,
    content,
    report: signReport('evidence', content, await signingKey(folder), signedAt)
  }
}

function written(folder: string, report: unknown): string {
  const path = join(folder, 'report.json')
  writeFileSync(path, typeof report === 'string' ? report : JSON.stringify(report, null, 2))
  return path
}

describe('a report', () => {
  test('is unchanged, by the key that it brings or the one that is given', async () => {
    const { folder, report } = await signed()
    const path = written(folder, report)
    const keyId = keyIdOf(report.statement.publicKey)
    const found = { result: 'unchanged', signedAt, keyId }
    expect(await checkReportFile(path)).toEqual({ ...found, keyGiven: false })
    const given = join(folder, 'key.pub')
    writeFileSync(given, `${report.statement.publicKey}\n`)
    expect(await checkReportFile(path, given)).toEqual({ ...found, keyGiven: true })
    const { publicKey: other } = generateKeyPairSync('ed25519')
    writeFileSync(given, other.export({ type: 'spki', format: 'pem' }))
    expect(await checkReportFile(path, given)).toMatchObject({ result: 'otherKey', keyId })
  })

  test('names the part that was changed, added or left out', async () => {
    const { folder, report } = await signed()
    const changes: [part: string, change: (content: Record<string, unknown>) => void][] = [
      ['subject', (it) => (it['subject'] = { ...(it['subject'] as object), title: 'Bruno' })],
      ['createdAt', (it) => (it['createdAt'] = 1)],
      ['models', (it) => (it['models'] as unknown[]).reverse()],
      ['more', (it) => (it['more'] = true)],
      ['plan', (it) => delete it['plan']]
    ]
    for (const [part, change] of changes) {
      const copy = structuredClone(report)
      change(copy.content)
      const found = await checkReportFile(written(folder, copy))
      expect(found).toMatchObject({ result: 'changed', parts: [part] })
    }
  })

  test('whose statement was changed has a signature that is not its own', async () => {
    const { folder, report } = await signed()
    const { statement } = report
    const others = [
      { ...report, statement: { ...statement, signedAt: signedAt - 1 } },
      { ...report, statement: { ...statement, publicKey: 'AAAA' } },
      { ...report, signature: Buffer.alloc(64).toString('base64') },
      { ...report, signature: '' }
    ]
    for (const other of others)
      expect(await checkReportFile(written(folder, other))).toMatchObject({
        result: 'signatureWrong'
      })
  })

  test('signed by another key says so even when all the rest fits', async () => {
    const { folder, report, content } = await signed()
    const again = signReport('evidence', content, await signingKey(temporaryFolder()), signedAt)
    const given = join(folder, 'key.pub')
    writeFileSync(given, report.statement.publicKey)
    const path = written(folder, again)
    expect(await checkReportFile(path)).toMatchObject({ result: 'unchanged' })
    expect(await checkReportFile(path, given)).toMatchObject({ result: 'otherKey' })
  })

  test.each([['{'], ['[]'], ['{"statement":{}}']])('%s is none', async (text) => {
    const path = written(temporaryFolder(), text)
    await expect(checkReportFile(path)).rejects.toMatchObject({ code: 'fileMalformed' })
  })
})

test('the key is made once, for its owner alone to read', async () => {
  const folder = temporaryFolder()
  const [first, second] = [await signingKey(folder), await signingKey(folder)]
  expect(second.publicKey).toBe(first.publicKey)
  const path = join(folder, 'signing-key.pem')
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(readFileSync(path, 'utf8')).toContain('BEGIN PRIVATE KEY')
  writeFileSync(path, 'not a key')
  await expect(signingKey(folder)).rejects.toMatchObject({ code: 'fileMalformed' })
})

test('canonical JSON says the same whatever the order of keys', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value)
      expect(canonicalJson(JSON.parse(text))).toBe(text)
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
    })
  )
  expect(canonicalJson({ b: 1, a: [1e21, -0, 'é\u2028'], B: null })).toBe(
    '{"B":null,"a":[1e+21,0,"é\u2028"],"b":1}'
  )
  expect(() => canonicalJson(Number.NaN)).toThrow(TypeError)
})
