// Writes the residents example into resources/residents, and its hashes into SOURCE.md there:
//   node src-main/datasets/residents/write.ts

import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'

import { generateHeldOut, generateParaphrases, generateResidents } from './generate.ts'

const folder = new URL('../../../resources/residents/', import.meta.url)
const tableHead = '| file | lines | bytes | SHA-256 |\n|---|---|---|---|\n'

const files: Record<string, readonly object[]> = {
  'heldOut.jsonl': generateHeldOut(),
  'paraphrases.jsonl': generateParaphrases(),
  'residents.jsonl': generateResidents()
}
let table = tableHead
for (const [name, lines] of Object.entries(files)) {
  const bytes = Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
  writeFileSync(new URL(name, folder), bytes)
  const hash = createHash('sha256').update(bytes).digest('hex')
  table += `| ${name} | ${lines.length} | ${bytes.length} | ${hash} |\n`
  console.error(`${name}: ${lines.length} lines`)
}

const source = new URL('SOURCE.md', folder)
const text = readFileSync(source, 'utf8')
const start = text.indexOf(tableHead)
if (start < 0) throw new Error('SOURCE.md has no table of hashes')
writeFileSync(source, text.slice(0, start) + table)
