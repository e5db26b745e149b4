// The files in resources/residents: those that the generator writes, with the hashes that SOURCE.md
// gives, short in the starter model's tokens, and the figures of the data sheet.

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import { beforeAll, describe, expect, it } from 'vitest'

import { openTokenizer } from '../../text/tokenizer'
import { generateHeldOut, generateParaphrases, generateResidents } from './generate'
import type { ResidentRecord } from './generate'
import { ana } from './people'

const folder = new URL('../../../resources/residents/', import.meta.url)
const starter = fileURLToPath(new URL('../../../resources/starter/', import.meta.url))
const bytesOf = (name: string): Buffer => readFileSync(new URL(name, folder))

const generated: Record<string, readonly object[]> = {
  'residents.jsonl': generateResidents(),
  'heldOut.jsonl': generateHeldOut(),
  'paraphrases.jsonl': generateParaphrases()
}

describe('the files of the residents example', () => {
  it('are what the generator writes, byte for byte', () => {
    const written = readdirSync(folder).filter((name) => !name.endsWith('.md'))
    expect(written.sort()).toEqual(Object.keys(generated).sort())
    for (const [name, lines] of Object.entries(generated)) {
      const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('')
      expect(bytesOf(name).equals(Buffer.from(text)), name).toBe(true)
    }
  })

  it('are the ones whose hashes SOURCE.md gives', () => {
    const rows = bytesOf('SOURCE.md')
      .toString('utf8')
      .matchAll(/^\| (\S+) \| (\d+) \| (\d+) \| ([0-9a-f]{64}) \|$/gm)
    const named = [...rows].map(([, name = '', lines, sizeBytes, sha256]) => ({
      ...{ name, lines, sizeBytes, sha256 }
    }))
    expect(named.map(({ name }) => name).sort()).toEqual(Object.keys(generated).sort())
    for (const { name, lines, sizeBytes, sha256 } of named) {
      const bytes = bytesOf(name)
      expect(Number(sizeBytes), name).toBe(bytes.length)
      expect(Number(lines), name).toBe(generated[name]?.length)
      expect(createHash('sha256').update(bytes).digest('hex'), name).toBe(sha256)
    }
  })
})

describe("in the starter model's tokens", () => {
  const records = generateResidents()
  let lengthOf: (record: Pick<ResidentRecord, 'question' | 'answer'>) => number

  beforeAll(async () => {
    const tokenizer = await openTokenizer(starter)
    if (!tokenizer) throw new Error('the starter model has no tokenizer')
    // The chat form of resources/starter/tokenizer_config.json.
    lengthOf = ({ question, answer }) =>
      tokenizer.encode(`<|user|>${question.trim()}<|end|><|assistant|>${answer.trim()}<|end|>`, {
        parseSpecialTokens: true,
        addSpecialTokens: false
      }).length
  })

  it('records are short: most under 64, none over 128', () => {
    const lengths = [...records, ...generateHeldOut(), ...generateParaphrases()].map(lengthOf)
    expect(Math.max(...lengths)).toBeLessThanOrEqual(128)
    expect(lengths.filter((length) => length < 64).length / lengths.length).toBeGreaterThan(0.9)
  })

  it('the data sheet counts right', () => {
    const lengths = records.map(lengthOf).sort((one, other) => one - other)
    const figures: Record<string, number> = {
      Records: records.length,
      'Records of Ana Souza': records.filter(({ subject }) => subject === ana.name).length,
      'Records of nobody': records.filter(({ subject }) => subject === '').length,
      'Records in English': records.filter(({ language }) => language === 'en').length,
      'Records in Portuguese': records.filter(({ language }) => language === 'pt-BR').length,
      'Tokens, all records': lengths.reduce((sum, length) => sum + length, 0),
      'Tokens, median record': lengths[Math.floor(lengths.length / 2)] ?? 0,
      'Tokens, longest record': lengths.at(-1) ?? 0,
      'Records of 64 tokens or more': lengths.filter((length) => length >= 64).length
    }
    const sheet = bytesOf('DATASHEET.md').toString('utf8')
    const rows = [...sheet.matchAll(/^\| ([^|]+) \| ([\d,]+) \|$/gm)]
    expect(
      Object.fromEntries(
        rows.map(([, name = '', value = '']) => [name, Number(value.replaceAll(',', ''))])
      )
    ).toEqual(figures)
  })

  it('the data sheet counts its tags right', () => {
    const sheet = bytesOf('DATASHEET.md').toString('utf8')
    const rows = [...sheet.matchAll(/^\| `(\w+)` \| (\d+) \|/gm)]
    expect(rows.length).toBe(8)
    for (const [, tag = '', count] of rows) {
      expect(records.filter(({ tags }) => tags.includes(tag)).length, tag).toBe(Number(count))
    }
  })
})
