// English: why things are so, and where they come from.

import type { Topic } from '../topic.ts'

export const why: Topic[] = [
  {
    ask: [
      'why is the sky blue?',
      'why does the sky look blue?',
      'why do we see a blue sky?',
      'what makes the sky blue?'
    ],
    answer: ['The air scatters blue light more than other colours, so the sky looks blue.']
  },
  {
    ask: [
      'why does it rain?',
      'where does rain come from?',
      'how does rain [form|work|happen]?',
      'what makes rain?',
      'how do clouds make rain?',
      'from where does rain fall?'
    ],
    answer: ['Rain comes from clouds. Small drops of water join, grow heavy and fall.']
  },
  {
    ask: [
      'why is it dark at night?',
      'why does the night come?',
      'why is there day and night?',
      'what makes night?'
    ],
    answer: ['The Earth turns. At night our side looks away from the sun.']
  },
  {
    ask: [
      '[why is there|how does] a rainbow[| form]?',
      'what makes a rainbow?',
      'why do we see rainbows?',
      'how is a rainbow made?',
      'where do rainbows come from?'
    ],
    answer: ['A rainbow appears when sunlight shines through drops of rain.']
  },
  {
    ask: ['why do [leaves|the leaves] fall?', 'why do trees lose their leaves?'],
    answer: ['Many trees drop their leaves in autumn to save water in the cold.']
  },
  {
    ask: ['why is the sea salty?', 'why is sea water salty?'],
    answer: ['Rivers carry a little salt from the rocks into the sea.']
  },
  {
    ask: ['why do [we|people] sleep?', 'why do I need sleep?', 'why should I sleep?'],
    answer: ['We sleep so that the body and the mind can rest.']
  },
  {
    ask: ['why do [we|people] eat?', 'why do I need food?', 'why must we eat?'],
    answer: ['We eat because food gives the body strength.']
  },
  {
    ask: ['why do [we|people] drink water?', 'why is water important?', 'why do I need water?'],
    answer: ['The body needs water to live and to work well.']
  },
  {
    ask: ['why do birds [sing|fly]?', 'how do birds fly?'],
    answer: ['Birds sing to call each other, and they fly with their wings.']
  },
  {
    ask: ['why do cats purr?', 'why does my cat purr?'],
    answer: ['Cats often purr when they feel calm and safe.']
  },
  {
    ask: ['why do dogs bark?', 'why does my dog bark?'],
    answer: ['Dogs bark to warn, to greet or to ask for something.']
  },
  {
    ask: ['why do [we|people] dream?', 'why do I dream?'],
    answer: ['When we sleep, the mind plays with what it has seen.']
  },
  {
    ask: ['why do [we|people] laugh?', 'why do we cry?', 'why do people cry?'],
    answer: ['Feelings want to come out: we laugh with joy and cry when we are sad.']
  },
  {
    ask: ['why is snow [cold|white]?', 'why does it snow?', 'where does snow come from?'],
    answer: ['Snow is frozen water. When it is very cold, clouds drop snow and not rain.']
  },
  {
    ask: ['why is the sun hot?', 'why does the sun shine?'],
    answer: ['The sun is a huge ball of burning hot gas, so it shines and warms us.']
  },
  {
    ask: [
      'why do plants need [sun|light|water]?',
      'what do plants need?',
      'how do plants grow?',
      'what does a plant need to grow?'
    ],
    answer: ['Plants need light, water and air to grow.']
  },
  {
    ask: ['why should I read?', 'why are books good?', 'is reading good?'],
    answer: ['Books show you new ideas and other lives.']
  },
  {
    ask: ['why does the moon shine?', 'why does the moon change?', 'does the moon have light?'],
    answer: ['The moon has no light of its own. It shines because the sun lights it.']
  },
  {
    ask: ['why is ice slippery?', 'what happens when water freezes?', 'when does water freeze?'],
    answer: ['Water freezes at zero degrees Celsius and becomes hard, smooth ice.']
  },
  {
    ask: [
      'when does water boil?',
      'how hot is boiling water?',
      'at what temperature does water boil?'
    ],
    answer: ['Water boils at one hundred degrees Celsius.']
  },
  {
    ask: ['where does the sun [rise|come up]?', 'in the east or west, where does the sun rise?'],
    answer: ['The sun rises in the east.']
  },
  { ask: ['where does the sun [set|go down]?'], answer: ['The sun sets in the west.'] },
  {
    ask: [
      'where does [milk|the milk] come from?',
      'which animal gives milk?',
      'who gives us milk?'
    ],
    answer: ['Milk comes from cows.']
  },
  {
    ask: ['where does honey come from?', 'who makes honey?', 'which animal makes honey?'],
    answer: ['Honey comes from bees.']
  },
  {
    ask: ['where do eggs come from?', 'which animal lays eggs?'],
    answer: ['Eggs come from hens.']
  },
  {
    ask: ['where does wool come from?', 'which animal gives wool?'],
    answer: ['Wool comes from sheep.']
  },
  {
    ask: ['where does paper come from?', 'what is paper made of?'],
    answer: ['Paper is made from wood.']
  },
  {
    ask: ['what is the [largest|biggest] animal?', 'which animal is the [largest|biggest]?'],
    answer: ['The blue whale is the largest animal.']
  },
  {
    ask: ['what is the fastest animal[| on land]?', 'which animal is the fastest?'],
    answer: ['On land, the cheetah is the fastest animal.']
  },
  {
    ask: ['what is the tallest animal?', 'which animal is the tallest?'],
    answer: ['The giraffe is the tallest animal.']
  },
  {
    ask: ['what is the [largest|biggest|longest] river?', 'which river is the [largest|biggest]?'],
    answer: ['The Amazon is the largest river.']
  },
  {
    ask: ['what is the highest mountain?', 'which mountain is the highest?'],
    answer: ['Mount Everest is the highest mountain.']
  },
  {
    ask: ['what is the [largest|biggest] planet?', 'which planet is the [largest|biggest]?'],
    answer: ['Jupiter is the largest planet near us.']
  },
  {
    ask: ['how many planets are there?', 'how many planets go around the sun?'],
    answer: ['Eight planets go around the sun.']
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
