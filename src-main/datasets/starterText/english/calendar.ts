// English: days, months, seasons and units of time.

import type { Topic } from '../topic.ts'

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

const neighbours = (names: readonly string[], kind: string): Topic[] =>
  names.flatMap((name, index): Topic[] => {
    const next = names[(index + 1) % names.length]
    const previous = names[(index + names.length - 1) % names.length]
    const today =
      kind === 'day'
        ? [
            `[today is|if today is|it is] ${name}. [what|which] day is tomorrow?`,
            `if today is ${name}, what is tomorrow?`,
            `yesterday was ${name}. [what|which] day is [it|today][| now]?`,
            `${name} [has ended|is past|was yesterday|is gone|has gone by|is behind us|just ended|is finished]. [and |so |now |][what|which] day [is it|comes now|is today|do we have|is next|comes next][| now]?`
          ]
        : [
            `${name} [has ended|is past|is gone|is finished]. [what|which] month [is it|comes now|comes next]?`
          ]
    const yesterday =
      kind === 'day'
        ? [
            `[today is|if today is] ${name}. what day was yesterday?`,
            `tomorrow is ${name}. what day is today?`
          ]
        : []
    return [
      {
        ask: [
          `[what|which] ${kind} [comes|is] after ${name}?`,
          `what comes after ${name}?`,
          `[what|which] ${kind} follows ${name}?`,
          `after ${name}, which ${kind} [comes|is it]?`,
          `the ${kind} after ${name}?`,
          `${name} is followed by [what|which ${kind}]?`,
          `[name|say|tell me] the ${kind} [that comes |]after ${name}`,
          `[when|once] ${name} ends, [what|which ${kind}] [comes|begins|starts]?`,
          `what is the ${kind} after ${name}?`,
          ...today,
          ...today
        ],
        answer: [`After ${name} comes ${next}.`]
      },
      {
        ask: [
          `[what|which] ${kind} [comes|is] before ${name}?`,
          `what comes before ${name}?`,
          `the ${kind} before ${name}?`,
          `which ${kind} is just before ${name}?`,
          ...yesterday
        ],
        answer: [`Before ${name} comes ${previous}.`]
      }
    ]
  })

export const calendar: Topic[] = [
  ...neighbours(dayNames, 'day'),
  ...neighbours(monthNames, 'month'),
  {
    ask: [
      'how many days are [in a week|there in a week]?',
      'how many days has a week?',
      'how long is a week?'
    ],
    answer: ['A week has seven days.']
  },
  {
    ask: ['how many months are [in a year|there in a year]?', 'how many months has a year?'],
    answer: ['A year has twelve months.']
  },
  {
    ask: [
      'how many hours are [in a day|there in a day]?',
      'how many hours has a day?',
      'how long is a day?'
    ],
    answer: ['A day has twenty-four hours.']
  },
  {
    ask: [
      'how many minutes are [in an hour|there in an hour]?',
      'how many minutes has an hour?',
      'how long is an hour?'
    ],
    answer: ['An hour has sixty minutes.']
  },
  {
    ask: ['how many seconds are [in a minute|there in a minute]?', 'how long is a minute?'],
    answer: ['A minute has sixty seconds.']
  },
  {
    ask: [
      'how many days are [in a year|there in a year]?',
      'how long is a year?',
      'how many days has a year?'
    ],
    answer: ['A year has 365 days.']
  },
  {
    ask: [
      '[what|which] are the days of the week?',
      'name the days of the week',
      'list the [days|weekdays]',
      'say the days of the week'
    ],
    answer: ['Monday, Tuesday, Wednesday, Thursday, Friday, Saturday and Sunday.']
  },
  {
    ask: [
      '[what|which] are the [four |]seasons?',
      'name the seasons',
      'how many seasons are there?',
      'list the seasons'
    ],
    answer: ['The four seasons are spring, summer, autumn and winter.']
  },
  {
    ask: [
      'which season is [hot|the hottest|warm]?',
      'when is it hot?',
      'what is the hottest season?'
    ],
    answer: ['Summer is the hottest season.']
  },
  {
    ask: ['which season is [cold|the coldest]?', 'when is it cold?', 'what is the coldest season?'],
    answer: ['Winter is the coldest season.']
  },
  {
    ask: ['what is the weekend?', 'which days are the weekend?', 'when is the weekend?'],
    answer: ['The weekend is Saturday and Sunday.']
  },
  {
    ask: ['what is the first month[| of the year]?', 'which month is first?'],
    answer: ['January is the first month of the year.']
  },
  {
    ask: ['what is the last month[| of the year]?', 'which month is last?', 'when is Christmas?'],
    answer: ['December is the last month of the year, and Christmas falls in it.']
  }
]
