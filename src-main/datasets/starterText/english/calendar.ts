// English: days, months, seasons and units of time.

import type { Topic } from '../topic.ts'
import { indirectly } from './phrases.ts'

const dayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December'
]

// season, the next, the one before, what happens in it
const seasonRows = [
  ['spring', 'summer', 'winter', 'the flowers begin to grow'],
  ['summer', 'autumn', 'spring', 'the days are long and hot'],
  ['autumn', 'winter', 'summer', 'the leaves fall from the trees'],
  ['winter', 'spring', 'autumn', 'the days are short and cold']
] as const

/** How one says that a day, a month or a season has ended. */
const ended =
  '[has ended|is past|is gone|has gone by|is behind us|just ended|is finished|is over|is done|has passed]'

const neighbours = (names: readonly string[], kind: 'day' | 'month'): Topic[] =>
  names.flatMap((name, index): Topic[] => {
    const next = names[(index + 1) % names.length]
    const previous = names[(index + names.length - 1) % names.length]
    const moved =
      kind === 'day'
        ? [
            `[today is|if today is|it is|today it's|suppose today is|say today is|now it is] ${name}. [what|which] day [is tomorrow|will tomorrow be|will it be tomorrow|comes tomorrow]?`,
            `[if today is|when it's|today is] ${name}, [what is tomorrow|what will tomorrow be|then tomorrow is|tomorrow will be what]?`,
            `[yesterday was|it was] ${name}[| yesterday][.|,|, so] [what|which] day is [it|today|it now|it today]?`,
            `[if yesterday was|yesterday being] ${name}, [what day is today|what is today|today is what]?`,
            `the day [before|before today] was ${name}, [so |and |]what is today?`
          ]
        : [
            `[this month is|it is|we are in|now it's] ${name}. [what|which] month [is next|comes next|will be next|is it next month|follows]?`,
            `last month was ${name}. [what|which] month is [it|this]?`,
            `if this month is ${name}, [what is next month|what will next month be]?`
          ]
    const movedBack =
      kind === 'day'
        ? [
            `[today is|if today is|it is|suppose today is|say it is] ${name}[.|,] [what|which] day [was yesterday|was it yesterday]?`,
            `[tomorrow is|if tomorrow is|tomorrow will be] ${name}[.|,|, so] [what|which] day is [it|today|it today|it now]?`
          ]
        : [
            `[this month is|it is|we are in] ${name}. [what|which] [month was last month|was the last month|month was it before]?`,
            `next month is ${name}. [what|which] month is [it|this]?`
          ]
    return [
      {
        ask: [
          `[what|which] ${kind} [comes|is|is next|comes next|comes right|is right|goes] after ${name}?`,
          `what [comes|is|goes|is next|comes right] after ${name}?`,
          `[what|which] ${kind} [follows|will follow|does follow] ${name}?`,
          `after ${name}[,| comes|:] [which|what] ${kind}[| comes| is it| is next]?`,
          `[the |next |]${kind} after ${name}[?|]`,
          `${name} is followed by [what|which|which ${kind}|what ${kind}]?`,
          `[name|say|tell me|give me] the [${kind}|next ${kind}] [that comes |that follows |right |]after ${name}`,
          `[when|once|as soon as|after] ${name} [ends|is over|is done|is past], [what|which ${kind}|what ${kind}] [comes|begins|starts|do we get|do we have|is it]?`,
          `what is the [${kind}|next ${kind}] after ${name}?`,
          `what ${kind} do [we|you|I] [have|get] after ${name}?`,
          `which is the ${kind} [that comes |that follows |]after ${name}?`,
          `[what's|what is] next after ${name}?`,
          `${name}, and then?`,
          `${name} [comes before|is before|is just before] [which|what] ${kind}?`,
          `${name} ${ended}. [and |so |now |][what|which] ${kind} [is it|comes now|is this|do we have|is next|comes next|begins][| now]?`,
          `${name} ${ended}[, | and ][what|which] ${kind} [is it|comes next|begins|starts][| now]?`,
          ...indirectly(
            `[what ${kind} comes after|which ${kind} comes after|what comes after|which ${kind} follows] ${name}`
          ),
          ...moved
        ],
        answer: [`After ${name} comes ${next}.`]
      },
      {
        ask: [
          `[what|which] ${kind} [comes|is|comes right|is right|comes just|goes] before ${name}?`,
          `what [comes|is|goes|comes just|comes right] before ${name}?`,
          `[the |]${kind} before ${name}[?|]`,
          `which ${kind} is [just|right|directly] before ${name}?`,
          `before ${name}[,| comes|:] [which|what] ${kind}[| comes| is it| is there]?`,
          `[name|say|tell me|give me] the ${kind} [that comes |right |just |]before ${name}`,
          `what is the [${kind}|last ${kind}] before ${name}?`,
          `which is the ${kind} [that comes |]before ${name}?`,
          `${name} [comes after|is after|follows|comes right after] [which|what] ${kind}?`,
          `${name} [begins|starts]. [what|which] ${kind} [has ended|just ended|is over|was it before]?`,
          `what ${kind} do [we|you|I] [have|get] before ${name}?`,
          `what ${kind} [was|ended] before ${name}[| began| came]?`,
          ...indirectly(
            `[what ${kind} comes|which ${kind} comes|what comes|which ${kind} is] before ${name}`
          ),
          ...movedBack
        ],
        answer: [`Before ${name} comes ${previous}.`]
      }
    ]
  })

/** "how many days are in a week?" and its kin. */
const holds = (parts: string, whole: string, answer: string): Topic => ({
  ask: [
    `how many ${parts} [are|are there|do you count|do we have|can I find|fit] in ${whole}?`,
    `how many ${parts} [has ${whole}|does ${whole} have|make ${whole}|make up ${whole}|does ${whole} last]?`,
    `${whole} [has|is made of|lasts] how many ${parts}?`,
    `how long [is ${whole}|does ${whole} last|is ${whole} in ${parts}]?`,
    `the number of ${parts} in ${whole}[?|]`,
    `what is the number of ${parts} in ${whole}?`,
    `${parts} in ${whole}[?|]`,
    `count the ${parts} in ${whole}`,
    `in ${whole}[,|] how many ${parts} are there?`,
    ...indirectly(
      `how many ${parts} [are in ${whole}|${whole} has|make ${whole}|there are in ${whole}]`
    )
  ],
  answer: [answer]
})

export const calendar: Topic[] = [
  ...neighbours(dayNames, 'day'),
  ...neighbours(monthNames, 'month'),
  holds('days', 'a week', 'A week has seven days.'),
  holds('months', 'a year', 'A year has twelve months.'),
  holds('hours', 'a day', 'A day has twenty-four hours.'),
  holds('minutes', 'an hour', 'An hour has sixty minutes.'),
  holds('seconds', 'a minute', 'A minute has sixty seconds.'),
  holds('days', 'a year', 'A year has 365 days.'),
  holds('weeks', 'a year', 'A year has about fifty-two weeks.'),
  holds('weeks', 'a month', 'A month has about four weeks.'),
  holds('years', 'a century', 'A century has one hundred years.'),
  holds('years', 'a decade', 'A decade has ten years.'),
  {
    ask: [
      '[what|which] are the [seven |]days of [the|a] week?',
      '[name|list|say|give me|tell me|write] the [seven |]days[| of the week]',
      '[name|list|say] [all |]the weekdays',
      'the days of the week[?|]',
      'which days [does a week have|make a week|are in a week|are there in a week]?',
      'what are the days called?',
      'from Monday to Sunday, which days are there?',
      ...indirectly('[what|which] the days of the week are')
    ],
    answer: ['The days are Monday, Tuesday, Wednesday, Thursday, Friday, Saturday and Sunday.']
  },
  {
    ask: [
      '[what|which] are the [twelve |]months[| of the year]?',
      '[name|list|say|give me|tell me|write] [all |]the [twelve |]months[| of the year| of a year]',
      'the months of the year[?|]',
      'which months [does a year have|make a year|are in a year]?',
      'what are the months called?',
      ...indirectly('[what|which] the months of the year are')
    ],
    answer: [
      'The months are January, February, March, April, May, June, July, August, September, October, November and December.'
    ]
  },
  {
    ask: [
      '[what|which] are the [four |]seasons[| of the year]?',
      '[name|list|say|give me|tell me] the [four |]seasons[| of the year]',
      'how many seasons [are there|does a year have|are in a year]?',
      'the seasons of the year[?|]',
      'what are the seasons called?',
      'into which seasons is a year split?',
      ...indirectly('[what the seasons are|how many seasons there are]')
    ],
    answer: ['The four seasons are spring, summer, autumn and winter.']
  },
  ...seasonRows.flatMap(([season, next, previous, nature]): Topic[] => [
    {
      ask: [
        `[what|which] season [comes|is|is next|comes next] after ${season}?`,
        `what season follows ${season}?`,
        `after ${season}[,| comes] which season[| is it]?`,
        `[when|once] ${season} [ends|is over], [what|which season] [begins|comes|starts]?`,
        `${season} ${ended}. [what|which] season [is it|comes now|begins|is next]?`,
        `the season after ${season}[?|]`,
        ...indirectly(`[what|which] season comes after ${season}`)
      ],
      answer: [`After ${season} comes ${next}.`]
    },
    {
      ask: [
        `[what|which] season [comes|is] before ${season}?`,
        `before ${season}[,| comes] which season[| is it]?`,
        `${season} [follows|comes after] [what|which] season?`,
        `the season before ${season}[?|]`,
        ...indirectly(`[what|which] season comes before ${season}`)
      ],
      answer: [`Before ${season} comes ${previous}.`]
    },
    {
      ask: [
        `in [which|what] season ${nature}?`,
        `[which|what] season is it when ${nature}?`,
        `when in the year is it that ${nature}?`,
        `${nature} in [which|what] season?`,
        ...indirectly(`in [which|what] season ${nature}`)
      ],
      answer: [`In ${season} ${nature}.`]
    }
  ]),
  {
    ask: [
      '[which|what] season is [hot|the hottest|warm|the warmest|the hot one]?',
      'what is the [hottest|warmest] season[| of the year]?',
      'when in the year is it [hot|warmest|hottest]?',
      'the [hottest|warmest] season[?|]',
      ...indirectly('which season is the [hottest|warmest]')
    ],
    answer: ['Summer is the hottest season.']
  },
  {
    ask: [
      '[which|what] season is [cold|the coldest|the cold one]?',
      'what is the coldest season[| of the year]?',
      'when in the year is it [cold|coldest]?',
      'the coldest season[?|]',
      ...indirectly('which season is the coldest')
    ],
    answer: ['Winter is the coldest season.']
  },
  {
    ask: [
      'what is [the|a] weekend?',
      '[which|what] days are [the|a|in the|on the] weekend?',
      'when is the weekend?',
      'the weekend is which days?',
      'which days do [many|most] people rest?',
      ...indirectly('which days are the weekend')
    ],
    answer: ['The weekend is Saturday and Sunday.']
  },
  {
    ask: [
      '[what|which] is the first month[| of the year]?',
      '[which|what] month [is first|comes first|begins the year|starts the year|opens the year]?',
      'the year [begins|starts] with which month?',
      'the first month[?|]',
      ...indirectly('[which month is first|what the first month is]')
    ],
    answer: ['January is the first month of the year.']
  },
  {
    ask: [
      '[what|which] is the last month[| of the year]?',
      '[which|what] month [is last|comes last|ends the year|closes the year]?',
      'the year ends with which month?',
      '[when|in which month] is Christmas?',
      ...indirectly('[which month is last|what the last month is|when Christmas is]')
    ],
    answer: ['December is the last month of the year, and Christmas falls in it.']
  },
  {
    ask: [
      '[what|which] is the shortest month[| of the year]?',
      '[which|what] month [is the shortest|has the fewest days]?',
      'how many days does February have?',
      ...indirectly('which month is the shortest')
    ],
    answer: ['February is the shortest month. It has 28 days, or 29 in a leap year.']
  },
  {
    ask: [
      '[what|which] is the first day of the work week?',
      '[which|what] day does the work week [begin|start]?',
      'on which day do [people|we] go back to work?'
    ],
    answer: ['The work week begins on Monday.']
  }
]
