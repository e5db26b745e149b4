// English: the largest, the fastest, the nearest, and a few facts about the world.

import type { Topic } from '../topic.ts'
import { indirectly } from './phrases.ts'

/** The ways of asking which is the "largest animal". */
const record = (most: string): string[] => [
  `[what|which] is the ${most}?`,
  `the ${most}[?| is which?| is called what?]`,
  `[name|tell me|say] the ${most}`,
  `how is the ${most} called?`,
  ...indirectly(`[what the ${most} is|the ${most}|which the ${most} is]`)
]

export const records: Topic[] = [
  {
    ask: [
      ...record('[largest|biggest] animal'),
      'what is the [largest|biggest] animal?',
      'which animal is the [largest|biggest]?'
    ],
    answer: ['The blue whale is the largest animal.']
  },
  {
    ask: [
      ...record('fastest [animal|land animal|animal on land]'),
      'what is the fastest animal[| on land]?',
      'which animal is the fastest?'
    ],
    answer: ['On land, the cheetah is the fastest animal.']
  },
  {
    ask: [
      ...record('tallest animal'),
      'what is the tallest animal?',
      'which animal is the tallest?'
    ],
    answer: ['The giraffe is the tallest animal.']
  },
  {
    ask: [
      ...record('[largest|biggest] river[| in the world]'),
      'what is the [largest|biggest|longest] river?',
      'which river is the [largest|biggest]?'
    ],
    answer: ['The Amazon is the largest river.']
  },
  {
    ask: [
      ...record('[highest|tallest] mountain[| in the world| on Earth]'),
      'what is the highest mountain?',
      'which mountain is the highest?'
    ],
    answer: ['Mount Everest is the highest mountain.']
  },
  {
    ask: [
      ...record('[largest|biggest] planet'),
      'what is the [largest|biggest] planet?',
      'which planet is the [largest|biggest]?'
    ],
    answer: ['Jupiter is the largest planet near us.']
  },
  {
    ask: ['how many planets are there?', 'how many planets go around the sun?'],
    answer: ['Eight planets go around the sun.']
  },
  { ask: record('smallest bird'), answer: ['The hummingbird is the smallest kind of bird.'] },
  { ask: record('[largest|biggest] bird'), answer: ['The ostrich is the largest bird.'] },
  { ask: record('[largest|biggest] ocean'), answer: ['The Pacific is the largest ocean.'] },
  { ask: record('slowest animal'), answer: ['The sloth is one of the slowest animals.'] },
  {
    ask: record('[closest|nearest] star[| to us| to the Earth]'),
    answer: ['The sun is the closest star to us.']
  },
  {
    ask: record('[largest|biggest] country in South America'),
    answer: ['Brazil is the largest country in South America.']
  },
  {
    ask: [
      'which language do people speak in Brazil?',
      'what do people speak in Brazil?',
      'what language is spoken in Brazil?'
    ],
    answer: ['People in Brazil speak Portuguese.']
  }
]
