// English: animals and colours.

import { capitalised } from '../topic.ts'
import type { Topic } from '../topic.ts'

const withArticle = (noun: string): string => (/^[aeiou]/.test(noun) ? `an ${noun}` : `a ${noun}`)

// name, what it says, where it lives, what it eats, young
const animalRows = [
  ['dog', 'says woof', 'with people', 'meat and dog food', 'puppy'],
  ['cat', 'says meow', 'with people', 'meat and fish', 'kitten'],
  ['cow', 'says moo', 'on a farm', 'grass', 'calf'],
  ['sheep', 'says baa', 'on a farm', 'grass', 'lamb'],
  ['pig', 'says oink', 'on a farm', 'almost anything', 'piglet'],
  ['horse', 'neighs', 'on a farm', 'grass and hay', 'foal'],
  ['duck', 'says quack', 'near water', 'plants and insects', 'duckling'],
  ['chicken', 'clucks', 'on a farm', 'seeds and worms', 'chick'],
  ['lion', 'roars', 'in Africa', 'meat', 'cub'],
  ['bear', 'growls', 'in the forest', 'berries, fish and honey', 'cub'],
  ['frog', 'croaks', 'near ponds', 'insects', 'tadpole'],
  ['bee', 'buzzes', 'in a hive', 'nectar', 'larva'],
  ['owl', 'hoots', 'in trees', 'mice', 'owlet'],
  ['snake', 'hisses', 'in warm places', 'small animals', 'hatchling'],
  ['mouse', 'squeaks', 'in small holes', 'seeds and cheese', 'pup'],
  ['wolf', 'howls', 'in the forest', 'meat', 'cub'],
  ['bird', 'says tweet', 'in trees', 'seeds and insects', 'chick'],
  ['goat', 'says baa', 'on a farm', 'grass and leaves', 'kid'],
  ['elephant', 'trumpets loudly', 'in Africa and Asia', 'leaves and grass', 'calf'],
  ['monkey', 'chatters loudly', 'in the forest', 'fruit and leaves', 'infant'],
  ['fish', '', 'in water', 'plants and small animals', 'fry'],
  ['whale', '', 'in the sea', 'tiny sea animals', 'calf'],
  ['rabbit', '', 'in a burrow', 'grass and carrots', 'kit'],
  ['penguin', '', 'on cold coasts', 'fish', 'chick'],
  ['spider', '', 'in a web', 'insects', 'spiderling'],
  ['butterfly', '', 'near flowers', 'nectar', 'caterpillar'],
  ['ant', '', 'in a nest under the ground', 'leaves and seeds', 'larva'],
  ['giraffe', '', 'in Africa', 'leaves', 'calf'],
  ['tiger', 'roars', 'in Asia', 'meat', 'cub'],
  ['parrot', 'squawks and talks', 'in the forest', 'fruit and seeds', 'chick']
] as const

export const animals: Topic[] = animalRows.flatMap(([name, sound, home, food, young]): Topic[] => {
  const a = withArticle(name)
  const plural =
    name === 'sheep' || name === 'fish'
      ? name
      : name === 'mouse'
        ? 'mice'
        : name === 'wolf'
          ? 'wolves'
          : name === 'butterfly'
            ? 'butterflies'
            : `${name}s`
  const topics: Topic[] = [
    {
      ask: [
        `where [does ${a} live|do ${plural} live]?`,
        `in what place do ${plural} live?`,
        `[where can I find|where do you find] ${plural}?`,
        `where is the home of ${a}?`
      ],
      answer: [`${capitalised(a)} lives ${home}.`]
    },
    {
      ask: [
        `what [does ${a} eat|do ${plural} eat]?`,
        `what is the food of ${a}?`,
        `what should I feed ${a}?`,
        `what do ${plural} like to eat?`,
        `which food [does ${a}|do ${plural}] eat?`
      ],
      answer: [`${capitalised(a)} eats ${food}.`]
    },
    {
      ask: [
        `what is a baby ${name}[| called]?`,
        `what do you call a [baby|young] ${name}?`,
        `what is the name of a [baby|young] ${name}?`,
        `how is a young ${name} called?`
      ],
      answer: [`A baby ${name} is called ${withArticle(young)}.`]
    }
  ]
  if (sound) {
    topics.push({
      ask: [
        `what [sound|noise] does ${a} make?`,
        `what does ${a} say?`,
        `which [sound|noise] [does ${a}|do ${plural}] make?`,
        `how does ${a} sound?`,
        `the sound of ${a}?`,
        `what noise do ${plural} make?`,
        `what do ${plural} say?`,
        `[tell me|say] the [sound|noise] [of|that comes from] ${a}`,
        `what [noise|sound] comes from ${a}?`,
        `do you know how ${a} sounds?`,
        `can you [make|do|imitate] ${a}?`,
        `how do ${plural} [talk|call|sound]?`
      ],
      answer: [`${capitalised(a)} ${sound}.`]
    })
  }
  return topics
})

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
  ['a pumpkin', 'orange']
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
  'a pumpkin': 'pumpkins'
}

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
      'which colours [do you know|are there|exist]?',
      'name [some|three] colours',
      'tell me some colors',
      'list some colours'
    ],
    answer: ['Red, yellow, blue, green, orange, purple, black and white are colours.']
  },
  {
    ask: [
      '[what is|what do] [blue and yellow|yellow and blue] [together|make|mixed]?',
      'what do I get if I mix blue and yellow?',
      'how do I make green?'
    ],
    answer: ['Blue and yellow make green.']
  },
  {
    ask: [
      'what do [red and yellow|yellow and red] make?',
      'what do I get if I mix red and yellow?',
      'how do I make orange?'
    ],
    answer: ['Red and yellow make orange.']
  },
  {
    ask: [
      'what do [red and blue|blue and red] make?',
      'what do I get if I mix red and blue?',
      'how do I make purple?'
    ],
    answer: ['Red and blue make purple.']
  },
  {
    ask: [
      'what is your favourite [colour|color]?',
      "what's your favorite color?",
      'which colour do you like?'
    ],
    answer: ['I see no colours, but I like the word blue.']
  }
]
