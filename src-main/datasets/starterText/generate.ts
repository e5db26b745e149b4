// The starter text: short conversations and plain paragraphs in English and Brazilian Portuguese,
// put together from hand-written parts by a seeded generator. The same seed gives the same text.

import { seededRandom } from './random.ts'
import type { Random } from './random.ts'
import { asTyped } from './variation.ts'
import { capitalised, comparable, expand } from './topic.ts'
import type { Language, Message, StarterDocument, TopicGroup } from './topic.ts'
import { voices } from './voices.ts'
import type { Voice } from './voices.ts'

export type GenerateOptions = {
  seed: number
  /** How many documents; half of them in each language. */
  count: number
  /** Questions that must not occur as prompts, compared without case, accents and punctuation. */
  heldOut: readonly string[]
}

type Turns = { ask: string; answer: string }[]

const plainShare = 0.15
const otherLanguageShare = 0.04

function pickGroup(groups: readonly TopicGroup[], random: Random): TopicGroup {
  let left = random.next() * groups.reduce((sum, group) => sum + group.weight, 0)
  for (const group of groups) {
    left -= group.weight
    if (left < 0) return group
  }
  return random.pick(groups)
}

function topicTurns(voice: Voice, random: Random): Turns {
  const topic = random.pick(pickGroup(voice.groups, random).topics)
  const turns = [{ ask: expand(random.pick(topic.ask), random), answer: random.pick(topic.answer) }]
  if (topic.then && random.chance(0.35)) {
    const next = random.pick(topic.then)
    turns.push({ ask: expand(random.pick(next.ask), random), answer: random.pick(next.answer) })
  }
  return turns
}

function storyTurns(voice: Voice, random: Random): Turns {
  const { manner, stories } = voice
  if (random.chance(0.4)) {
    const hero = random.pick(manner.storyHeroes)
    const fill = (text: string): string => text.replaceAll('{a}', hero)
    const about = expand(random.pick(manner.storyAbout), random)
    return [{ ask: fill(about), answer: fill(random.pick(manner.storyPatterns)) }]
  }
  const turns = [
    { ask: expand(random.pick(manner.storyRequests), random), answer: random.pick(stories) }
  ]
  if (random.chance(0.25))
    turns.push({ ask: random.pick(manner.anotherStory), answer: random.pick(stories) })
  return turns
}

function rememberedTurns(voice: Voice, random: Random): Turns {
  const dialogue = random.pick(voice.manner.remembered)
  const x = random.pick(dialogue.fill === 'names' ? voice.manner.names : dialogue.fill)
  const fill = (texts: readonly string[]): string => random.pick(texts).replaceAll('{x}', x)
  const turns = [{ ask: fill(dialogue.tell), answer: capitalised(fill(dialogue.reply)) }]
  if (random.chance(0.25)) turns.push(...topicTurns(voice, random))
  turns.push({ ask: fill(dialogue.ask), answer: fill(dialogue.answer) })
  return turns
}

function someTurns(voice: Voice, random: Random): Turns {
  const kind = random.next()
  if (kind < 0.06) return storyTurns(voice, random)
  if (kind < 0.1) return rememberedTurns(voice, random)
  return topicTurns(voice, random)
}

/** How many exchanges a conversation has: mostly one, sometimes up to eight. */
function exchanges(random: Random): number {
  const kind = random.next()
  if (kind < 0.64) return 1
  if (kind < 0.84) return 2
  if (kind < 0.95) return 3
  return 4 + random.below(5)
}

function chatMessages(language: Language, random: Random): Message[] {
  const other: Language = language === 'en' ? 'pt-BR' : 'en'
  const messages: Message[] = []
  if (random.chance(0.15)) {
    const speaker = random.chance(0.1) ? other : language
    messages.push({ role: 'system', content: random.pick(voices[speaker].manner.systemPrompts) })
  }
  for (let wanted = exchanges(random); wanted > 0; wanted--) {
    const speaker = messages.length > 1 && random.chance(otherLanguageShare) ? other : language
    const voice = voices[speaker]
    for (const turn of someTurns(voice, random)) {
      messages.push({ role: 'user', content: asTyped(turn.ask, voice.manner, random) })
      messages.push({ role: 'assistant', content: turn.answer })
    }
  }
  return messages
}

function plainText(voice: Voice, random: Random): string {
  const kind = random.next()
  if (kind < 0.4) return expand(random.pick(voice.manner.passages), random)
  if (kind < 0.6) return random.pick(voice.stories)
  if (kind < 0.75) {
    const hero = random.pick(voice.manner.storyHeroes)
    return random.pick(voice.manner.storyPatterns).replaceAll('{a}', hero)
  }
  const group = pickGroup(
    voice.groups.filter((entry) =>
      ['things', 'why', 'colours', 'animals', 'models', 'calendar', 'capitals'].includes(entry.name)
    ),
    random
  )
  const sentences = Array.from({ length: 2 + random.below(3) }, () =>
    random.pick(random.pick(group.topics).answer)
  )
  return [...new Set(sentences)].join(' ')
}

/** The documents for a seed. Throws an Error when too few different ones can be made. */
export function generateStarterText(options: GenerateOptions): StarterDocument[] {
  const random = seededRandom(options.seed)
  const heldOut = new Set(options.heldOut.map(comparable))
  const seen = new Set<string>()
  const documents: StarterDocument[] = []
  for (let attempt = 0; documents.length < options.count; attempt++) {
    if (attempt > options.count * 20) {
      throw new Error(
        `only ${documents.length} of ${options.count} different documents could be made`
      )
    }
    const language: Language = documents.length % 2 === 0 ? 'en' : 'pt-BR'
    const document: StarterDocument = random.chance(plainShare)
      ? { language, kind: 'text', text: plainText(voices[language], random) }
      : { language, kind: 'chat', messages: chatMessages(language, random) }
    if (
      document.kind === 'chat' &&
      document.messages.some(
        (message) => message.role === 'user' && heldOut.has(comparable(message.content))
      )
    )
      continue
    const key = JSON.stringify(document)
    if (seen.has(key)) continue
    seen.add(key)
    documents.push(document)
  }
  return documents
}
