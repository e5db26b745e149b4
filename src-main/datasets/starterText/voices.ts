// The two languages, each with its topics, its manner and its hand-written stories.

import { readFileSync } from 'node:fs'

import { englishFacts } from './english/facts.ts'
import { englishManner } from './english/manner.ts'
import { englishSelf } from './english/self.ts'
import { englishTalk } from './english/talk.ts'
import { englishWorld } from './english/world.ts'
import { portugueseFacts } from './portuguese/facts.ts'
import { portugueseManner } from './portuguese/manner.ts'
import { portugueseSelf } from './portuguese/self.ts'
import { portugueseTalk } from './portuguese/talk.ts'
import { portugueseWorld } from './portuguese/world.ts'
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
    groups: [...englishSelf, ...englishTalk, ...englishFacts, ...englishWorld],
    manner: englishManner,
    stories: paragraphs('./english/stories.txt')
  },
  'pt-BR': {
    groups: [...portugueseSelf, ...portugueseTalk, ...portugueseFacts, ...portugueseWorld],
    manner: portugueseManner,
    stories: paragraphs('./portuguese/stories.txt')
  }
}
