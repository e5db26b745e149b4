// English: colours.

import { capitalised } from '../topic.ts'
import type { Topic } from '../topic.ts'
import { indirectly } from './phrases.ts'

// thing (with its verb), colour
const colourRows = [
  ['the sky', 'blue'],
  ['grass', 'green'],
  ['a banana', 'yellow'],
  ['the sun', 'yellow'],
  ['snow', 'white'],
  ['a tomato', 'red'],
  ['a strawberry', 'red'],
  ['an orange', 'orange'],
  ['a carrot', 'orange'],
  ['milk', 'white'],
  ['coal', 'black'],
  ['the night', 'dark, almost black'],
  ['chocolate', 'brown'],
  ['blood', 'red'],
  ['a lemon', 'yellow'],
  ['the sea', 'blue'],
  ['a leaf', 'green'],
  ['a cherry', 'red'],
  ['an elephant', 'grey'],
  ['a flamingo', 'pink'],
  ['a frog', 'green'],
  ['a cloud', 'white or grey'],
  ['a polar bear', 'white'],
  ['wood', 'brown'],
  ['coffee', 'brown'],
  ['an apple', 'red or green'],
  ['a grape', 'purple or green'],
  ['gold', 'yellow'],
  ['salt', 'white'],
  ['rice', 'white'],
  ['a crow', 'black'],
  ['a rose', 'red, pink, white or yellow'],
  ['a pumpkin', 'orange'],
  ['an egg', 'white or brown'],
  ['cheese', 'yellow or white'],
  ['butter', 'yellow'],
  ['honey', 'golden'],
  ['sand', 'yellow or light brown'],
  ['ice', 'white or clear'],
  ['silver', 'grey'],
  ['the moon', 'white or grey'],
  ['fire', 'red, orange and yellow'],
  ['a cucumber', 'green'],
  ['a pig', 'pink'],
  ['a swan', 'white'],
  ['a sunflower', 'yellow'],
  ['a zebra', 'black and white'],
  ['a penguin', 'black and white'],
  ['a potato', 'brown'],
  ['a fire engine', 'mostly red'],
  ['lavender', 'purple']
] as const

const plurals: Record<string, string> = {
  'a banana': 'bananas',
  'a tomato': 'tomatoes',
  'a strawberry': 'strawberries',
  'an orange': 'oranges',
  'a carrot': 'carrots',
  'a lemon': 'lemons',
  'a leaf': 'leaves',
  'a cherry': 'cherries',
  'an elephant': 'elephants',
  'a flamingo': 'flamingos',
  'a frog': 'frogs',
  'a cloud': 'clouds',
  'a polar bear': 'polar bears',
  'an apple': 'apples',
  'a grape': 'grapes',
  'a crow': 'crows',
  'a rose': 'roses',
  'a pumpkin': 'pumpkins',
  'an egg': 'eggs',
  'a cucumber': 'cucumbers',
  'a pig': 'pigs',
  'a swan': 'swans',
  'a sunflower': 'sunflowers',
  'a zebra': 'zebras',
  'a penguin': 'penguins',
  'a potato': 'potatoes',
  'a fire engine': 'fire engines'
}

// two colours and what they make
const mixedRows = [
  ['blue', 'yellow', 'green'],
  ['red', 'yellow', 'orange'],
  ['red', 'blue', 'purple'],
  ['red', 'white', 'pink'],
  ['black', 'white', 'grey']
] as const

export const colours: Topic[] = [
  ...colourRows.map(([thing, colour]): Topic => {
    const many = plurals[thing]
    return {
      ask: [
        `[what|which] [colour|color] is ${thing}?`,
        `what is the [colour|color] of ${thing}?`,
        `the [colour|color] of ${thing}?`,
        `tell me the [colour|color] of ${thing}`,
        `${thing} is [which|what] [colour|color]?`,
        `which [colour|color] does ${thing} have?`,
        `what [colour|color] does ${thing} have?`,
        `${thing} [usually |normally |often |mostly |]has [what|which] [colour|color]?`,
        `do you know [what|which] [colour|color] ${thing} is?`,
        `in [what|which] [colour|color] do we see ${thing}?`,
        `[colour|color] of ${thing}[?|]`,
        `${thing}[:|,] [what is |]the [colour|color]?`,
        `[what|which] [colour|color] would you [say ${thing} is|give ${thing}|paint ${thing}]?`,
        `[what|which] [colour|color] do I need to [paint|draw] ${thing}?`,
        `I want to [paint|draw] ${thing}. [what|which] [colour|color] [do I need|should I take|is it]?`,
        `[what|which] [colour|color] [should|must] I [paint|use for|take for] ${thing}?`,
        `is ${thing} [red|blue|green|black|white|yellow] or [what colour|another colour]?`,
        `when [I|you|we] look at ${thing}, [what|which] [colour|color] [do I see|is it|is there]?`,
        ...indirectly(`[what colour ${thing} is|the colour of ${thing}|which color ${thing} has]`),
        ...(many
          ? [
              `[what|which] [colour|color] are ${many}?`,
              `${many} are [what|which] [colour|color]?`,
              `what is the usual [colour|color] of ${many}?`,
              `${many} [usually |normally |often |mostly |]have [what|which] [colour|color]?`,
              `${many} are [normally|mostly|often|most often] of [what|which] [colour|color]?`,
              `[normally|mostly|usually], [what|which] [colour|color] are ${many}?`,
              `do you know the [colour|color] of ${many}?`,
              `${many}: [what|which] [colour|color]?`
            ]
          : [])
      ],
      answer: [`${capitalised(thing)} is ${colour}.`]
    }
  }),
  {
    ask: [
      '[which|what] colours [do you know|are there|exist|can you name]?',
      '[can you |]name [a few|some|three|all the] [colours|colors]',
      'the names of [some|the] colours',
      'give me [some|a few|three] [colours|colors]',
      'name [some|three] colours',
      'tell me some colors',
      'list some colours'
    ],
    answer: ['Red, yellow, blue, green, orange, purple, black and white are colours.']
  },
  ...mixedRows.map(([one, two, result]): Topic => {
    const both = `[${one} and ${two}|${two} and ${one}]`
    return {
      ask: [
        `[what do|what colour do|which colour do] ${both} [make|give|become][| together| when mixed]?`,
        `what [is|are] ${both} [together|mixed|put together]?`,
        `[what|which colour] do [I|you|we] get [if|when] [I|you|we] mix ${both}?`,
        `[mix|mixing] ${both}[, what is it?|, what comes out?| gives what?]`,
        `how [do|can] I [make|mix|get] ${result}[| paint| from other colours]?`,
        `which [two |]colours [make|give|do I mix for] ${result}?`,
        `${both} [mixed |together |]make what?`,
        ...indirectly(`what ${both} make`)
      ],
      answer: [`${capitalised(one)} and ${two} make ${result}.`]
    }
  }),
  {
    ask: [
      'what is your favourite [colour|color]?',
      '[do you have|have you] a favourite [colour|color]?',
      '[which|what] [colour|color] do you [like|love|prefer|like best|like most]?',
      'your favourite [colour|color][?|]',
      "what's your favorite color?",
      'which colour do you like?'
    ],
    answer: ['I see no colours, but I like the word blue.']
  }
]
