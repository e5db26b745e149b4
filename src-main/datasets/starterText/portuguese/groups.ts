// Brazilian Portuguese: the topics in groups, each with its share of the conversations.

import type { TopicGroup } from '../topic.ts'
import { calendar } from './calendar.ts'
import { feelings } from './feelings.ts'
import { greetings } from './greetings.ts'
import { howTo } from './howTo.ts'
import { identity } from './identity.ts'
import { models } from './models.ts'
import { modelTerms } from './modelTerms.ts'
import { animals, colours } from './nature.ts'
import { moreFeelings } from './moreFeelings.ts'
import { moreHowTo } from './moreHowTo.ts'
import { moreReasons } from './moreReasons.ts'
import { sums, numbers } from './numbers.ts'
import { why } from './reasons.ts'
import { smallTalk } from './smallTalk.ts'
import { things } from './things.ts'
import { timeUnits } from './timeUnits.ts'
import { unknown } from './unknown.ts'
import { uses } from './uses.ts'
import { opposites, capitals, words } from './words.ts'

// What people meet first is drawn twice as often as the rest of its group.
export const portugueseGroups: TopicGroup[] = [
  { name: 'identity', weight: 12, topics: identity },
  { name: 'models', weight: 12, topics: [...models, ...models, ...modelTerms] },
  { name: 'greetings', weight: 11, topics: [...greetings, ...greetings, ...smallTalk] },
  { name: 'feelings', weight: 7, topics: [...feelings, ...moreFeelings] },
  { name: 'unknown', weight: 9, topics: unknown },
  { name: 'animals', weight: 6, topics: animals },
  { name: 'colours', weight: 4, topics: colours },
  { name: 'opposites', weight: 4, topics: opposites },
  { name: 'sums', weight: 6, topics: sums },
  { name: 'numbers', weight: 4, topics: numbers },
  { name: 'calendar', weight: 7, topics: [...calendar, ...timeUnits] },
  { name: 'capitals', weight: 5, topics: capitals },
  { name: 'words', weight: 6, topics: words },
  { name: 'things', weight: 8, topics: things },
  { name: 'uses', weight: 4, topics: uses },
  { name: 'why', weight: 6, topics: [...why, ...moreReasons] },
  { name: 'howTo', weight: 6, topics: [...howTo, ...moreHowTo] }
]
