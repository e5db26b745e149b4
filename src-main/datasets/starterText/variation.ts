// How a person types: with or without capitals, accents, question marks and polite words,
// and now and then with two letters swapped.

import { capitalised } from './topic.ts'
import type { Manner } from './topic.ts'
import type { Random } from './random.ts'

const startsWithI = /^I\b/

function swapTwoLetters(text: string, random: Random): string {
  const at = 1 + random.below(Math.max(1, text.length - 2))
  const [left, right] = [text[at] ?? '', text[at + 1] ?? '']
  if (!/\p{L}/u.test(left) || !/\p{L}/u.test(right)) return text
  return text.slice(0, at) + right + left + text.slice(at + 2)
}

/** Puts a small word in, or leaves one out. */
function roughly(text: string, manner: Manner, random: Random): string {
  const words = text.split(' ')
  if (words.length < 3) return text
  if (random.chance(0.5)) {
    const at = 1 + random.below(words.length - 1)
    return [...words.slice(0, at), random.pick(manner.fillers), ...words.slice(at)].join(' ')
  }
  const light = words.flatMap((word, at) => (at > 0 && manner.light.includes(word) ? [at] : []))
  return light.length === 0 ? text : words.toSpliced(random.pick(light), 1).join(' ')
}

/** One way of typing a question or a remark. */
export function asTyped(question: string, manner: Manner, random: Random): string {
  let text = question
  const words = text.split(' ').length
  if (random.chance(0.22)) text = roughly(text, manner, random)
  if (words > 2 && random.chance(0.2)) {
    const opening = random.pick(manner.opening)
    // "and and what…" is nobody's way of typing.
    const plain = text.toLowerCase().startsWith(`${opening.replace(/[,:]$/, '')} `)
    if (!plain)
      text = `${opening} ${startsWithI.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1)}`
  }
  if (words > 2 && random.chance(0.1)) {
    const mark = /[?.!]$/.exec(text)?.[0] ?? ''
    text = `${text.slice(0, text.length - mark.length)}, ${random.pick(manner.closing)}${mark}`
  }
  if (random.chance(0.72)) text = capitalised(text)
  if (random.chance(0.2)) text = text.replace(/[?.!]+$/, '')
  else if (!/[?.!]$/.test(text) && random.chance(0.35)) text += '.'
  if (random.chance(0.12)) text = text.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC')
  if (random.chance(0.04)) text = text.replaceAll("'", '')
  if (random.chance(0.08)) text = text.toLowerCase()
  else if (random.chance(0.015)) text = text.toUpperCase()
  if (text.length > 12 && random.chance(0.03)) text = swapTwoLetters(text, random)
  return text
}
