// English: sums up to ten and the order of numbers.

import type { Topic } from '../topic.ts'
import { indirectly } from './phrases.ts'

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
        `what is the sum of ${pairs[0]} and ${pairs[1]}?`,
        `[there are|I see|on the table are] ${pairs[0]} [birds|cups|keys|trees|boxes] and ${pairs[1]} [more |others |]come. how many [are there|is that|in all|now]?`,
        ...indirectly(`[how much|what] ${pairs[0]} [plus|and] ${pairs[1]} [is|makes|gives]`)
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
          `[[I have|we have] ${pairs[0]} [pears|sweets|coins|books|oranges|eggs|pens|cookies|cards|balls|flowers|stamps|apples] and [eat|lose|give away|sell|use]|[I had|we had] ${pairs[0]} [pears|sweets|coins|books|oranges|eggs|pens|cookies|cards|balls|flowers|stamps|apples] and [lost|gave away|sold|dropped|used|lent|ate up]] ${pairs[1]}. How many [are left over|do I have|remain|are left now|stay|do I still have]?`,
          `what is left [of ${pairs[0]} without|if ${pairs[0]} lose] ${pairs[1]}?`,
          `[subtract|take away] ${pairs[1]} from ${pairs[0]}`,
          `${pairs[0]} [take away|less|without] ${pairs[1]}[| is what| makes what]?`,
          ...indirectly(`[how much|what] ${pairs[0]} minus ${pairs[1]} [is|makes|gives]`)
        ],
        answer: [`${a} minus ${b} is ${a - b}.`]
      })
    }
  }
}

export const numbers: Topic[] = []

for (let value = 0; value <= 19; value++) {
  const [low, high] = [`[${value}|${word(value)}]`, `[${value + 1}|${word(value + 1)}]`]
  numbers.push(
    {
      ask: [
        `[what|which] number [comes|is|comes right|comes next|is next] after ${low}?`,
        `what [comes|is|comes next|is next] after ${low}?`,
        `what is the [next number after|number after|number that comes after|number that follows] ${low}?`,
        `[what|which] number follows ${low}?`,
        `after ${low}[,| comes|:] [which|what] number[| comes| is it]?`,
        `[the|next] number after ${low}[?|]`,
        `[tell me|name|say|give me] the [number|next number] after ${low}`,
        `[I count|I am counting|we count] and [I am|we are] at ${low}. what [is next|comes next|comes now]?`,
        `${low}, and then?`,
        `${low} comes before which number?`,
        `what is one more than ${low}?`,
        ...indirectly(`[what number|which number|what] [comes|is] after ${low}`)
      ],
      answer: [`After ${value} comes ${value + 1}.`]
    },
    {
      ask: [
        `[what|which] number [comes|is|comes right|comes just|stands] before ${high}?`,
        `what [comes|is|comes just] before ${high}?`,
        `what is the [number before|number that comes before|number just before] ${high}?`,
        `[which|what] number is [just |right |]before ${high}?`,
        `before ${high}[,| comes|:] [which|what] number[| comes| is it]?`,
        `the number before ${high}[?|]`,
        `[tell me|name|say|give me] the number [just |]before ${high}`,
        `${high} comes after which number?`,
        `counting back from ${high}, what comes next?`,
        `what is one less than ${high}?`,
        ...indirectly(`[what number|which number|what] [comes|is] before ${high}`)
      ],
      answer: [`Before ${value + 1} comes ${value}.`]
    }
  )
}

for (const [low, high] of [
  [2, 5],
  [3, 8],
  [1, 9],
  [4, 6],
  [0, 7],
  [5, 10],
  [6, 9],
  [2, 3]
] as const) {
  const either = [`[${low}|${word(low)}]`, `[${high}|${word(high)}]`] as const
  numbers.push(
    {
      ask: [
        `[which|what] is [bigger|larger|more|greater][,|:] ${either[0]} or ${either[1]}?`,
        `[which|what] is [bigger|larger|more|greater][,|:] ${either[1]} or ${either[0]}?`,
        `is ${either[1]} [bigger|larger|more] than ${either[0]}?`,
        `${either[0]} or ${either[1]}, which [is bigger|is more|is the bigger number]?`,
        `which number is [bigger|larger|greater], ${either[0]} or ${either[1]}?`
      ],
      answer: [`${high} is bigger than ${low}.`]
    },
    {
      ask: [
        `[which|what] is [smaller|less][,|:] ${either[0]} or ${either[1]}?`,
        `is ${either[0]} [smaller|less] than ${either[1]}?`,
        `which number is smaller, ${either[1]} or ${either[0]}?`
      ],
      answer: [`${low} is smaller than ${high}.`]
    }
  )
}

for (let half = 1; half <= 10; half++) {
  numbers.push(
    {
      ask: [
        `what is [half of|half|one half of] [${half * 2}|${word(half * 2)}]?`,
        `[tell me|say] half of [${half * 2}|${word(half * 2)}]`,
        `[${half * 2}|${word(half * 2)}] cut in half is what?`,
        `half of [${half * 2}|${word(half * 2)}][?|]`
      ],
      answer: [`Half of ${half * 2} is ${half}.`]
    },
    {
      ask: [
        `what is [the double of|twice|double] [${half}|${word(half)}]?`,
        `double [${half}|${word(half)}][?|]`,
        `how much is two times [${half}|${word(half)}]?`
      ],
      answer: [`Twice ${half} is ${half * 2}.`]
    }
  )
}

for (const [most, names] of [
  [3, 'three'],
  [5, 'five'],
  [10, 'ten']
] as const) {
  const counted = numberWords.slice(1, most + 1).join(', ')
  numbers.push({
    ask: [
      `[count|please count|count up|can you count|could you count|I want you to count] [to|up to|until|from one to|from 1 to] [${names}|${most}]`,
      `[say|list|name|give me] the numbers from [one to ${names}|1 to ${most}]`,
      `the numbers [from one |]to ${names}[?|]`,
      `${names} numbers in [order|a row], please`,
      ...(most === 10 ? ['can you count?', 'count for me', 'do you know how to count?'] : [])
    ],
    answer: [`${counted.charAt(0).toUpperCase()}${counted.slice(1)}.`]
  })
}

const bodyRows = [
  ['legs', 'a dog', 'dogs', 'four'],
  ['legs', 'a cat', 'cats', 'four'],
  ['legs', 'a horse', 'horses', 'four'],
  ['legs', 'a cow', 'cows', 'four'],
  ['legs', 'a spider', 'spiders', 'eight'],
  ['legs', 'an insect', 'insects', 'six'],
  ['legs', 'a bird', 'birds', 'two'],
  ['legs', 'a person', 'people', 'two'],
  ['legs', 'a chicken', 'chickens', 'two'],
  ['fingers', 'a hand', 'hands', 'five'],
  ['toes', 'a foot', 'feet', 'five'],
  ['eyes', 'a person', 'people', 'two'],
  ['arms', 'an octopus', 'octopuses', 'eight'],
  ['wheels', 'a car', 'cars', 'four'],
  ['wheels', 'a bicycle', 'bicycles', 'two'],
  ['sides', 'a triangle', 'triangles', 'three'],
  ['sides', 'a square', 'squares', 'four']
] as const

for (const [part, one, many, count] of bodyRows) {
  numbers.push({
    ask: [
      `how many ${part} [does ${one} have|has ${one}|do ${many} have|are there on ${one}]?`,
      `${one} has how many ${part}?`,
      `the number of ${part} of ${one}[?|]`,
      `count the ${part} of ${one}`,
      ...indirectly(`how many ${part} ${one} has`)
    ],
    answer: [`${one.charAt(0).toUpperCase()}${one.slice(1)} has ${count} ${part}.`]
  })
}

numbers.push({
  ask: [
    '[how many|how much] is a dozen?',
    'what is a dozen?',
    'a dozen [is|means] how many?',
    'how many eggs [are in|make] a dozen?',
    ...indirectly('how many a dozen is')
  ],
  answer: ['A dozen is twelve.']
})
