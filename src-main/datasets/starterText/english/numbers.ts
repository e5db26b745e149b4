// English: sums up to ten and the order of numbers.

import type { Topic } from '../topic.ts'

const numberWords = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
  'twenty'
]

const word = (value: number): string => numberWords[value] ?? String(value)

export const sums: Topic[] = []

for (let a = 0; a <= 10; a++) {
  for (let b = 0; b <= 10; b++) {
    const pairs = [`[${a}|${word(a)}]`, `[${b}|${word(b)}]`] as const
    sums.push({
      ask: [
        `[what is|what's|how much is|calculate|] ${a} [+|plus] ${b}[|?]`,
        `[what is|what's|how much is|calculate|tell me|] ${word(a)} plus ${word(b)}[|?]`,
        `[what is|what's|how much is|what do I get from] ${pairs[0]} [plus|and] ${pairs[1]}?`,
        `add ${pairs[0]} and ${pairs[1]}`,
        `${a}+${b}[|=|=?]`,
        `[if I add|when I add|if you add|adding] ${pairs[0]} [and|to|plus|with] ${pairs[1]}, [how much is it|what is it|what is the result|how much is that|what comes out|what is the sum]?`,
        `[[I have|we have] ${pairs[0]} [apples|books|coins|cats|pens|eggs|cookies|stamps|balls|flowers|pears|cards] and [get|find|buy]|[I had|we had] ${pairs[0]} [apples|books|coins|cats|pens|eggs|cookies|stamps|balls|flowers|pears|cards] and [got|found|bought|received]] ${pairs[1]} more. How many [do I have|are there|is that|does that make|in all][| now]?`,
        `[add|put] ${pairs[0]} [to|and|together with] ${pairs[1]}[, what is it?|. the result?|]`,
        `${pairs[0]} [and|plus|with] ${pairs[1]}, [how much|how many] [is that|does it make|together]?`,
        `[if I|when I|if you|when we] [put together|join|sum|count together] ${pairs[0]} and ${pairs[1]}, [how much|what] [is it|do I have|is the total]?`,
        `what is the sum of ${pairs[0]} and ${pairs[1]}?`
      ],
      answer: [`${a} plus ${b} is ${a + b}.`]
    })
    if (b <= a) {
      sums.push({
        ask: [
          `[what is|what's|how much is|calculate|] ${a} [-|minus] ${b}[|?]`,
          `[what is|what's|how much is|calculate|tell me|] ${word(a)} minus ${word(b)}[|?]`,
          `[what is|how much is] ${pairs[0]} minus ${pairs[1]}?`,
          `take ${pairs[1]} from ${pairs[0]}`,
          `${a}-${b}[|=|=?]`,
          `[if I take|when I take] ${pairs[1]} [from|away from] ${pairs[0]}, [how much is left|what is left]?`,
          `[[I have|we have] ${pairs[0]} [pears|sweets|coins|books|oranges|eggs|pens|cookies|cards|balls|flowers|stamps|apples] and [eat|lose|give away|sell|use]|[I had|we had] ${pairs[0]} [pears|sweets|coins|books|oranges|eggs|pens|cookies|cards|balls|flowers|stamps|apples] and [lost|gave away|sold|dropped|used|lent|ate up]] ${pairs[1]}. How many [are left over|do I have|remain|are left now|stay|do I still have]?`
        ],
        answer: [`${a} minus ${b} is ${a - b}.`]
      })
    }
  }
}

export const numbers: Topic[] = []

for (let value = 0; value <= 19; value++) {
  numbers.push(
    {
      ask: [
        `what [number |]comes after [${value}|${word(value)}]?`,
        `what is the [next number after|number after] [${value}|${word(value)}]?`,
        `which number follows [${value}|${word(value)}]?`
      ],
      answer: [`After ${value} comes ${value + 1}.`]
    },
    {
      ask: [
        `what [number |]comes before [${value + 1}|${word(value + 1)}]?`,
        `which number is [just |]before [${value + 1}|${word(value + 1)}]?`
      ],
      answer: [`Before ${value + 1} comes ${value}.`]
    }
  )
}

numbers.push(
  {
    ask: ['count to [five|5]', 'can you count to [five|5]?', 'count from one to five'],
    answer: ['One, two, three, four, five.']
  },
  {
    ask: [
      'count to [ten|10]',
      'can you count[| to ten| to 10]?',
      'count from one to ten',
      'count for me',
      'count please'
    ],
    answer: ['One, two, three, four, five, six, seven, eight, nine, ten.']
  },
  { ask: ['count to [three|3]', 'count from one to three'], answer: ['One, two, three.'] },
  {
    ask: [
      'how many [fingers|fingers do people|fingers does a hand] have?',
      'how many fingers are on [a|one] hand?',
      'how many fingers do I have on one hand?'
    ],
    answer: ['A hand has five fingers.']
  },
  {
    ask: [
      'how many legs does a [dog|cat|horse|cow] have?',
      'how many legs do [dogs|cats|horses|cows] have?'
    ],
    answer: ['It has four legs.']
  },
  {
    ask: ['how many legs does a spider have?', 'how many legs do spiders have?'],
    answer: ['A spider has eight legs.']
  },
  {
    ask: [
      'how many legs does [a bird|a person|a chicken] have?',
      'how many legs do [birds|people|chickens] have?'
    ],
    answer: ['It has two legs.']
  },
  { ask: ['what is [half of|half] ten?', 'what is half of 10?'], answer: ['Half of 10 is 5.'] },
  {
    ask: ['how many is a dozen?', 'how much is a dozen?', 'what is a dozen?'],
    answer: ['A dozen is twelve.']
  },
  {
    ask: [
      'which is [bigger|larger|more], [two or five|three or eight|one or nine|four or six]?',
      'what is bigger, [2 or 5|3 or 8|1 or 9|4 or 6]?'
    ],
    answer: ['The second number is bigger.']
  }
)
