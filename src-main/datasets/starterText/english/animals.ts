// English: animals.

import { capitalised } from '../topic.ts'
import type { Topic } from '../topic.ts'
import { indirectly, withArticle } from './phrases.ts'

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
  ['parrot', 'squawks and talks', 'in the forest', 'fruit and seeds', 'chick'],
  ['donkey', 'brays', 'on a farm', 'grass and hay', 'foal'],
  ['goose', 'honks', 'near water', 'grass and plants', 'gosling'],
  ['turkey', 'gobbles', 'on a farm', 'seeds and insects', 'poult'],
  ['crow', 'caws', 'in trees', 'almost anything', 'chick'],
  ['pigeon', 'coos', 'in cities', 'seeds and crumbs', 'squab'],
  ['fox', 'barks and yelps', 'in the forest', 'mice, birds and fruit', 'cub'],
  ['deer', '', 'in the forest', 'grass and leaves', 'fawn'],
  ['kangaroo', '', 'in Australia', 'grass', 'joey'],
  ['zebra', '', 'in Africa', 'grass', 'foal'],
  ['swan', '', 'on lakes and rivers', 'water plants', 'cygnet'],
  ['shark', '', 'in the sea', 'fish', 'pup'],
  ['camel', 'grunts', 'in the desert', 'dry grass and thorny plants', 'calf']
] as const

const animalPlurals: Record<string, string> = {
  sheep: 'sheep',
  fish: 'fish',
  deer: 'deer',
  mouse: 'mice',
  wolf: 'wolves',
  goose: 'geese',
  fox: 'foxes',
  butterfly: 'butterflies'
}

export const animals: Topic[] = animalRows.flatMap(([name, sound, home, food, young]): Topic[] => {
  const a = withArticle(name)
  const plural = animalPlurals[name] ?? `${name}s`
  const topics: Topic[] = [
    {
      ask: [
        `where [does ${a} live|do ${plural} live]?`,
        `in what place do ${plural} live?`,
        `[where can I find|where do you find] ${plural}?`,
        `where is the home of ${a}?`,
        `what is the home of ${a}[| like]?`,
        `the home of ${a}[?|]`,
        `${plural} live [where|in what place|in which place]?`,
        `${plural}, where do they live?`,
        `in [what|which] place [does ${a} live|does ${a} have its home]?`,
        `where would I [see|meet|find] ${a}?`,
        `where in [nature|the world] [does ${a}|do ${plural}] live?`,
        `[tell me|say] where ${plural} live`,
        ...indirectly(`where [${a} lives|${plural} live|the home of ${a} is]`)
      ],
      answer: [`${capitalised(a)} lives ${home}.`]
    },
    {
      ask: [
        `what [does ${a} eat|do ${plural} eat]?`,
        `what is the food of ${a}?`,
        `what should I feed ${a}?`,
        `what do ${plural} like to eat?`,
        `[which|what] food [does ${a}|do ${plural}] [eat|like|need|want]?`,
        `[what|which food] [can|should|may|do] [I|you|we|people] [feed|give] [to |]${a}[| to eat]?`,
        `[tell me|say] what ${plural} eat`,
        `${plural} eat [what|which food]?`,
        `${plural}, what do they eat?`,
        `the food of ${a}[?|]`,
        `food for ${a}[?|]`,
        `what [is in|is on] the menu of ${a}?`,
        `what does ${a} [feed on|live on|have for dinner|like to eat|find to eat]?`,
        `what is eaten by ${plural}?`,
        ...indirectly(`what [${a} eats|${plural} eat|food ${a} needs]`)
      ],
      answer: [`${capitalised(a)} eats ${food}.`]
    },
    {
      ask: [
        `what is a baby ${name}[| called]?`,
        `what do you call a [baby|young] ${name}?`,
        `what is the name of a [baby|young] ${name}?`,
        `how is a [young|baby] ${name} called?`,
        `[what|how] do [we|you|people] call [the young|the baby|a baby|the child|the little one] of ${a}?`,
        `the [young|baby|child] of ${a} is [called what|what|called how]?`,
        `the [name for|name of|word for] a [young|baby|little] ${name}[?|]`,
        `[baby|young] ${name}[?|, what is it called?| is called what?]`,
        `[what|which] [word|name] is [used for|given to] a [baby|young] ${name}?`,
        `when ${a} has a [baby|young one], what is it called?`,
        `the young of ${plural}, what are they called?`,
        `[tell me|say] [the word for|the name of] a baby ${name}`,
        ...indirectly(`what a [baby|young|little] ${name} is called`)
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
        `how do ${plural} [talk|call|sound|speak]?`,
        `${plural} make [which|what] [sound|noise]?`,
        `[sound|noise] of ${a}[?|]`,
        `what [sound|noise] do we hear from ${a}?`,
        `when ${a} [calls|opens its mouth|makes a noise], what do [we|you|I] hear?`,
        `[make|imitate|do] the [sound|noise] of ${a}`,
        `the [voice|call] of ${a}[, how is it?|?| sounds how?]`,
        `${a} [goes|says] what?`,
        `in what way does ${a} [call|make itself heard]?`,
        ...indirectly(
          `[what sound ${a} makes|what ${a} says|what noise ${plural} make|how ${plural} sound]`
        )
      ],
      answer: [`${capitalised(a)} ${sound}.`]
    })
  }
  return topics
})
