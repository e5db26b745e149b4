// English: the topics in groups, each with its share of the conversations.

import type { TopicGroup } from '../topic.ts'
import { animals } from './animals.ts'
import { calendar } from './calendar.ts'
import { colours } from './colours.ts'
import { feelings } from './feelings.ts'
import { greetings } from './greetings.ts'
import { howTo } from './howTo.ts'
import { identity } from './identity.ts'
import { models } from './models.ts'
import { sums, numbers } from './numbers.ts'
import { why } from './reasons.ts'
import { things } from './things.ts'
import { unknown } from './unknown.ts'
import { opposites, capitals, words } from './words.ts'

export const englishGroups: TopicGroup[] = [
  { name: 'identity', weight: 13, topics: identity },
  { name: 'models', weight: 12, topics: models },
  { name: 'greetings', weight: 11, topics: greetings },
  { name: 'feelings', weight: 7, topics: feelings },
  { name: 'unknown', weight: 11, topics: unknown },
  { name: 'animals', weight: 6, topics: animals },
  { name: 'colours', weight: 4, topics: colours },
  { name: 'opposites', weight: 5, topics: opposites },
  { name: 'sums', weight: 7, topics: sums },
  { name: 'numbers', weight: 4, topics: numbers },
  { name: 'calendar', weight: 7, topics: calendar },
  { name: 'capitals', weight: 4, topics: capitals },
  { name: 'words', weight: 6, topics: words },
  { name: 'things', weight: 9, topics: things },
  { name: 'why', weight: 5, topics: why },
  { name: 'howTo', weight: 6, topics: howTo }
]
