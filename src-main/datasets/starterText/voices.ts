// The two languages, each with its topics, its manner and its hand-written stories.

import { readFileSync } from 'node:fs'

import { englishGroups } from './english/groups.ts'
import { englishManner } from './english/manner.ts'
import { portugueseGroups } from './portuguese/groups.ts'
import { portugueseManner } from './portuguese/manner.ts'
import type { Language, Manner, TopicGroup } from './topic.ts'

export type Voice = { groups: readonly TopicGroup[]; manner: Manner; stories: readonly string[] }

/** Paragraphs of a text file: blank lines part them. */
function paragraphs(name: string): string[] {
  const text = readFileSync(new URL(name, import.meta.url), 'utf8')
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
}

export const voices: Record<Language, Voice> = {
  en: {
    groups: englishGroups,
    manner: englishManner,
    stories: paragraphs('./english/stories.txt')
  },
  'pt-BR': {
    groups: portugueseGroups,
    manner: portugueseManner,
    stories: paragraphs('./portuguese/stories.txt')
  }
}
