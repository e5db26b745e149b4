// A large file of questions and answers, the same for every seed: words as rare as in a language (Zipf's
// law), one record in twenty said before, one in twenty with an e-mail address, one in ten nearly said
// before.
import { createWriteStream, existsSync, mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { once } from 'node:events'

const vocabulary = 60_000
const wordsOfRecord = 55
const syllables = [
  'ba',
  'co',
  'di',
  'fe',
  'gu',
  'la',
  'me',
  'ni',
  'po',
  'ru',
  'sa',
  'te',
  'vi',
  'zo'
]

/** The word of a rank: the most frequent ones are the shortest. */
export function wordOf(rank: number): string {
  let word = ''
  for (let rest = rank + syllables.length; rest > 0; rest = Math.floor(rest / syllables.length)) {
    word += syllables[rest % syllables.length]
  }
  return word
}

/** xorshift32. */
function generator(seed: number): () => number {
  let value = seed
  return () => {
    value ^= value << 13
    value ^= value >>> 17
    value ^= value << 5
    return (value >>> 0) / 2 ** 32
  }
}

export async function recordFile(cache: string, rows: number): Promise<string> {
  const path = join(cache, `records-${rows}.jsonl`)
  if (existsSync(path)) return path
  mkdirSync(cache, { recursive: true })
  const file = createWriteStream(`${path}.partial`)
  const next = generator(20_250_101)
  const words = Array.from({ length: vocabulary }, (_, rank) => wordOf(rank))
  const draw = (count: number): string[] =>
    Array.from({ length: count }, () => words[Math.floor(vocabulary ** next()) - 1] ?? 'end')
  let before = draw(wordsOfRecord)
  let text = ''
  for (let at = 0; at < rows; at++) {
    const kind = next()
    if (kind < 0.1) before = before.with(Math.floor(next() * wordsOfRecord), 'changed')
    else if (kind > 0.15) before = draw(wordsOfRecord)
    const answer = before.slice(12).join(' ')
    const line = {
      prompt: `${before.slice(0, 12).join(' ')}?`,
      completion: kind > 0.95 ? `${answer} person${at}@example.org` : answer,
      subject: `person ${at % 5000}`
    }
    text += `${JSON.stringify(line)}\n`
    if (text.length > 2 ** 20) {
      if (!file.write(text)) await once(file, 'drain')
      text = ''
    }
  }
  file.end(text)
  await once(file, 'close')
  renameSync(`${path}.partial`, path)
  return path
}
