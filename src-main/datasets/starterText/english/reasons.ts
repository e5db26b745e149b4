// English: why things are so, and where they come from.

import type { Topic } from '../topic.ts'
import { indirectly } from './phrases.ts'
import { records } from './records.ts'

/** The ways of asking why "the sky is blue". */
const reason = (fact: string): string[] => [
  `[how come|why is it that|how is it that|what is the reason that|for what reason is it that] ${fact}?`,
  `[explain|tell me|say|teach me] why ${fact}`,
  `${fact}[, why?|. why is that?|. what is the reason?|: why?]`,
  `what is [behind it|the cause|the reason] when ${fact}?`,
  `[my child asks|I always wondered|I never understood] why ${fact}`,
  `is there a reason [why|that] ${fact}?`,
  ...indirectly(`why ${fact}`)
]

/** The ways of asking where "milk" comes from. */
const source = (thing: string): string[] => [
  `[from where|from what] [does ${thing} come|do we get ${thing}]?`,
  `where do [we|people|you] get ${thing}[| from]?`,
  `${thing} comes from [where|what]?`,
  `what is the [source|origin] of ${thing}?`,
  `[tell me|explain|say] where ${thing} comes from`,
  ...indirectly(`where ${thing} comes from`)
]

export const why: Topic[] = [
  ...records,
  {
    ask: [
      ...reason('the sky is blue'),
      'why is the sky blue?',
      'why does the sky look blue?',
      'why do we see a blue sky?',
      'what makes the sky blue?'
    ],
    answer: ['The air scatters blue light more than other colours, so the sky looks blue.']
  },
  {
    ask: [
      ...reason('it rains'),
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
      ...reason('it is dark at night'),
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
    ask: [
      ...reason('[leaves fall|trees lose their leaves]'),
      'why do [leaves|the leaves] fall?',
      'why do trees lose their leaves?'
    ],
    answer: ['Many trees drop their leaves in autumn to save water in the cold.']
  },
  {
    ask: [
      ...reason('the [sea|ocean|sea water] is salty'),
      'why is the sea salty?',
      'why is sea water salty?'
    ],
    answer: ['Rivers carry a little salt from the rocks into the sea.']
  },
  {
    ask: [
      ...reason('[we|people] [sleep|need sleep]'),
      'why do [we|people] sleep?',
      'why do I need sleep?',
      'why should I sleep?'
    ],
    answer: ['We sleep so that the body and the mind can rest.']
  },
  {
    ask: [
      ...reason('[we|people] [eat|need food]'),
      'why do [we|people] eat?',
      'why do I need food?',
      'why must we eat?'
    ],
    answer: ['We eat because food gives the body strength.']
  },
  {
    ask: [
      ...reason('[we|people] [drink water|need water]'),
      'why do [we|people] drink water?',
      'why is water important?',
      'why do I need water?'
    ],
    answer: ['The body needs water to live and to work well.']
  },
  {
    ask: [...reason('birds sing'), 'why do birds [sing|fly]?', 'how do birds fly?'],
    answer: ['Birds sing to call each other, and they fly with their wings.']
  },
  {
    ask: [...reason('cats purr'), 'why do cats purr?', 'why does my cat purr?'],
    answer: ['Cats often purr when they feel calm and safe.']
  },
  {
    ask: [...reason('dogs bark'), 'why do dogs bark?', 'why does my dog bark?'],
    answer: ['Dogs bark to warn, to greet or to ask for something.']
  },
  {
    ask: [...reason('[we|people] dream'), 'why do [we|people] dream?', 'why do I dream?'],
    answer: ['When we sleep, the mind plays with what it has seen.']
  },
  {
    ask: [
      ...reason('[we|people] [laugh|cry]'),
      'why do [we|people] laugh?',
      'why do we cry?',
      'why do people cry?'
    ],
    answer: ['Feelings want to come out: we laugh with joy and cry when we are sad.']
  },
  {
    ask: [
      ...reason('[snow is cold|it snows]'),
      'why is snow [cold|white]?',
      'why does it snow?',
      'where does snow come from?'
    ],
    answer: ['Snow is frozen water. When it is very cold, clouds drop snow and not rain.']
  },
  {
    ask: [...reason('the sun [is hot|shines]'), 'why is the sun hot?', 'why does the sun shine?'],
    answer: ['The sun is a huge ball of burning hot gas, so it shines and warms us.']
  },
  {
    ask: [
      ...reason('plants need [light|water|sun]'),
      'why do plants need [sun|light|water]?',
      'what do plants need?',
      'how do plants grow?',
      'what does a plant need to grow?'
    ],
    answer: ['Plants need light, water and air to grow.']
  },
  {
    ask: [
      ...reason('[reading is good|people read books|books are good]'),
      'why should I read?',
      'why are books good?',
      'is reading good?'
    ],
    answer: ['Books show you new ideas and other lives.']
  },
  {
    ask: [
      ...reason('the moon shines'),
      'why does the moon shine?',
      'why does the moon change?',
      'does the moon have light?'
    ],
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
  {
    ask: ['where does the sun [set|go down]?'],
    answer: ['The sun sets in the west.']
  },
  {
    ask: [
      ...source('milk'),
      'where does [milk|the milk] come from?',
      'which animal gives milk?',
      'who gives us milk?'
    ],
    answer: ['Milk comes from cows.']
  },
  {
    ask: [
      ...source('honey'),
      'where does honey come from?',
      'who makes honey?',
      'which animal makes honey?'
    ],
    answer: ['Honey comes from bees.']
  },
  {
    ask: [
      'where do [the |]eggs come from?',
      'from where do [we|people] get eggs?',
      'eggs come from [what|which animal|where]?',
      '[tell me|do you know] where eggs come from[?|]',
      'which animal lays eggs?'
    ],
    answer: ['Eggs come from hens.']
  },
  {
    ask: [...source('wool'), 'where does wool come from?', 'which animal gives wool?'],
    answer: ['Wool comes from sheep.']
  },
  {
    ask: [...source('paper'), 'where does paper come from?', 'what is paper made of?'],
    answer: ['Paper is made from wood.']
  },
  {
    ask: reason('[fish can breathe in water|fish breathe under water]'),
    answer: ['Fish breathe in water with their gills.']
  },
  {
    ask: reason('we brush our teeth'),
    answer: ['We brush our teeth to keep them clean and healthy.']
  },
  { ask: reason('we wash our hands'), answer: ['We wash our hands to take away dirt and germs.'] },
  {
    ask: reason('[bread rises|dough rises]'),
    answer: ['Bread rises because yeast makes small bubbles in the dough.']
  },
  { ask: reason('ice melts'), answer: ['Ice melts because warmth turns it back into water.'] },
  {
    ask: reason('a [boat|ship] floats'),
    answer: ['A boat floats because it is light for its size and the water holds it up.']
  },
  {
    ask: reason('we have seasons'),
    answer: ['We have seasons because the Earth is tilted as it goes around the sun.']
  },
  {
    ask: reason('[bees visit flowers|bees fly to flowers]'),
    answer: ['Bees visit flowers to collect nectar and pollen.']
  },
  {
    ask: reason('[we|people] [wear clothes|need clothes]'),
    answer: ['We wear clothes to stay warm and dry.']
  },
  {
    ask: reason('[birds fly south|birds leave in autumn|birds fly away in winter]'),
    answer: ['Many birds fly south in autumn because they find more food where it is warm.']
  },
  {
    ask: reason('[owls hunt at night|owls are awake at night]'),
    answer: ['Owls hunt at night because they see and hear very well in the dark.']
  },
  {
    ask: reason('[we|people] work'),
    answer: ['People work to earn money and to make things that others need.']
  },
  {
    ask: reason('[friends are important|people need friends]'),
    answer: ['Friends are important because they help us and share our joys.']
  },
  {
    ask: source('[chocolate|cocoa]'),
    answer: ['Chocolate is made from the beans of the cocoa tree.']
  },
  { ask: source('bread'), answer: ['Bread comes from flour, which is made from grain.'] },
  { ask: source('cheese'), answer: ['Cheese is made from milk.'] },
  { ask: source('wood'), answer: ['Wood comes from trees.'] },
  { ask: source('glass'), answer: ['Glass is made from sand.'] },
  { ask: source('silk'), answer: ['Silk comes from silkworms.'] },
  { ask: source('cotton'), answer: ['Cotton comes from a plant.'] }
]
