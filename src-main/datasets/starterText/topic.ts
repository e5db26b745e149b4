// What the starter text is made of. A topic is one thing that a person may ask, many ways of
// asking it, and some good answers. Patterns hold alternatives: "[what is|what's] a cat?".

import type { Random } from './random.ts'

export type Language = 'en' | 'pt-BR'

export type FollowUp = { ask: readonly string[]; answer: readonly string[] }

export type Topic = {
  ask: readonly string[]
  answer: readonly string[]
  /** Questions that make sense right after this one. */
  then?: readonly FollowUp[]
}

/** Topics drawn together: the weight is the group's share of all conversations. */
export type TopicGroup = { name: string; weight: number; topics: readonly Topic[] }

/** A dialogue in which the answer is in an earlier turn: {x} is told first and asked for later. */
export type Remembered = {
  tell: readonly string[]
  reply: readonly string[]
  ask: readonly string[]
  answer: readonly string[]
  /** What {x} may be; 'names' takes the first names of the language. */
  fill: 'names' | readonly string[]
}

/** How one language is spoken: everything that is not a topic. In patterns {a} is a story's hero. */
export type Manner = {
  opening: readonly string[]
  closing: readonly string[]
  /** Words that may stand between others without changing the question. */
  fillers: readonly string[]
  /** Small words that a hurried person leaves out. */
  light: readonly string[]
  systemPrompts: readonly string[]
  names: readonly string[]
  remembered: readonly Remembered[]
  storyRequests: readonly string[]
  anotherStory: readonly string[]
  storyAbout: readonly string[]
  storyHeroes: readonly string[]
  storyPatterns: readonly string[]
  passages: readonly string[]
}

export type Message = { role: 'system' | 'user' | 'assistant'; content: string }

export type StarterDocument =
  | { language: Language; kind: 'chat'; messages: Message[] }
  | { language: Language; kind: 'text'; text: string }

/**
 * Chooses one alternative of every bracket in a pattern, inner brackets first.
 * Throws an Error that names the pattern when its brackets do not close.
 */
export function expand(pattern: string, random: Random): string {
  let text = pattern
  for (;;) {
    const close = text.indexOf(']')
    if (close < 0) break
    const open = text.lastIndexOf('[', close)
    if (open < 0) throw new Error(`a bracket closes that was never opened: ${pattern}`)
    const choice = random.pick(text.slice(open + 1, close).split('|'))
    text = text.slice(0, open) + choice + text.slice(close + 1)
  }
  if (text.includes('[')) throw new Error(`a bracket is never closed: ${pattern}`)
  return text.replace(/ {2,}/g, ' ').trim()
}

/** Lower case, no accents, no punctuation, single spaces: the form in which prompts are compared. */
export function comparable(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** The first letter as a capital. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
