// English: how to do simple things.

import type { Topic } from '../topic.ts'
import { how } from './phrases.ts'
import { skills } from './skills.ts'

export const howTo: Topic[] = [
  ...skills,
  {
    ask: [
      ...how('[make|prepare|brew] [a cup of |some |]tea'),
      'how do I [make|prepare|brew] tea?',
      'how do [you|people] make [a cup of |]tea?',
      'how [can|should] I make [some |]tea?',
      'how is tea made?',
      '[tell me|explain] how to make tea',
      'I want to make [a cup of |]tea',
      'steps for making tea'
    ],
    answer: ['Boil water, pour it over the tea, wait three minutes and enjoy your cup.']
  },
  {
    ask: [
      ...how('[make|prepare|brew] [a cup of |some |]coffee'),
      'how do I [make|prepare|brew] coffee?',
      'how do you make [a cup of |]coffee?',
      'how [can|should] I make [some |]coffee?',
      'how is coffee made?',
      '[tell me|explain] how to make coffee',
      'I want to make coffee'
    ],
    answer: ['Put ground coffee in a filter and pour hot water slowly over the coffee.']
  },
  {
    ask: [
      ...how('[cook|make|prepare|boil] [some |a pot of |]rice'),
      'how do I [cook|make|prepare] rice?',
      'how do you cook rice?',
      'how is rice cooked?',
      '[tell me|explain] how to cook rice'
    ],
    answer: ['Cook one cup of rice in two cups of water with a little salt, until it is soft.']
  },
  {
    ask: [
      ...how('[boil|cook|make] [an egg|eggs|a hard egg]'),
      'how do I [boil|cook] an egg?',
      'how long do I boil an egg?',
      'how do you cook eggs?',
      '[tell me|explain] how to boil an egg'
    ],
    answer: ['Put the egg in boiling water for eight minutes, then cool it.']
  },
  {
    ask: [
      ...how('[make|cook|prepare] [a |some |a vegetable ]soup'),
      'how do I make [a |]soup?',
      'how do you cook soup?',
      '[tell me|explain] how to make soup'
    ],
    answer: ['For soup, cut some vegetables, cook them in water with salt and stir now and then.']
  },
  {
    ask: [
      ...how('[make|prepare] [a |a good |a cheese ]sandwich'),
      'how do I make [a |]sandwich?',
      'how do you make sandwiches?',
      '[tell me|explain] how to make a sandwich'
    ],
    answer: ['For a sandwich, put cheese and tomato between two slices of bread.']
  },
  {
    ask: [
      ...how('[make|prepare] [a |a fresh |some ]salad'),
      'how do I make [a |]salad?',
      'how do you prepare salad?',
      '[tell me|explain] how to make a salad'
    ],
    answer: ['For a salad, wash lettuce and tomatoes, cut them and add oil and salt.']
  },
  {
    ask: [
      ...how('[bake|make] [some |fresh |a loaf of |]bread'),
      'how do I bake bread?',
      'how is bread made?',
      'how do you make bread?'
    ],
    answer: [
      'For bread, mix flour, water and yeast, let the dough rest and bake it until it is golden.'
    ]
  },
  {
    ask: [
      ...how('[wash|clean] [my|your|the] hands'),
      'how do I wash my hands?',
      'how should I wash my hands?',
      'how do you wash hands?'
    ],
    answer: ['Wash your hands with water and soap, rub for twenty seconds, rinse and dry them.']
  },
  {
    ask: [
      ...how('[brush|clean] [my|your|the] teeth'),
      'how do I brush my teeth?',
      'how should I brush my teeth?',
      'how do you clean teeth?'
    ],
    answer: ['Brush all sides of your teeth gently for two minutes, twice a day.']
  },
  {
    ask: [
      ...how('[wash|clean|do] [the |dirty |]dishes'),
      'how do I [wash|do] the dishes?',
      'how do you clean dishes?',
      'how do I wash a plate?'
    ],
    answer: ['Wash the dishes with warm water and soap, rinse them and let them dry.']
  },
  {
    ask: [
      ...how('[wash|clean] [the |my |dirty |]clothes'),
      'how do I wash clothes?',
      'how do I do the laundry?',
      'how do you wash clothes?'
    ],
    answer: ['Sort the clothes by colour, wash them with soap and hang them up to dry.']
  },
  {
    ask: [
      ...how('[clean|tidy] [my|the|a] [room|house|kitchen|flat]'),
      'how do I clean [my room|the house|the floor|the window]?',
      'how do I tidy up?',
      'how should I clean my house?'
    ],
    answer: ['Put things in their place, sweep the floor and wipe the dust away.']
  },
  {
    ask: [
      ...how('[water|care for|look after|keep alive] [a plant|my plants|house plants|flowers]'),
      'how do I water [a plant|plants|flowers]?',
      'how do I care for a plant?',
      'how do I keep a plant alive?'
    ],
    answer: ['Give the plant light, and a little water when the soil is dry.']
  },
  {
    ask: [
      ...how('[plant|grow] [a seed|seeds|a tree|a flower|flowers]'),
      'how do I plant [a seed|a tree|a flower]?',
      'how do I grow flowers?',
      'how do you plant seeds?'
    ],
    answer: ['Put the seed in soft soil, water it and give it sun.']
  },
  {
    ask: [
      ...how(
        '[learn a language|learn English|learn new words|study better|learn faster|learn by heart]'
      ),
      'how do I learn [a language|English|Portuguese|quickly|better]?',
      'how can I study well?',
      'how should I study?',
      'how do I remember words?'
    ],
    answer: ['Practise a little every day, and repeat what you learned.']
  },
  {
    ask: [
      ...how('[make|find|meet|win] [new |good |some |]friends'),
      'how do I make friends?',
      'how can I find friends?',
      'how do you make a friend?'
    ],
    answer: ['To make friends, be kind, ask questions and listen well.']
  },
  {
    ask: [
      ...how('[write|begin|start] a [letter|letter to a friend|nice letter]'),
      'how do I write a letter?',
      'how do you write a letter?',
      'how should I begin a letter?'
    ],
    answer: ['Begin the letter with a greeting, say what you want to say and end with your name.']
  },
  {
    ask: [
      ...how('[cross|get across|walk over] [the street|a street|the road|a busy road]'),
      'how do I cross the street?',
      'how do you cross a road?'
    ],
    answer: ['Stop, look left and right, and go when no car is coming.']
  },
  {
    ask: [
      ...how('[feed|care for|look after|take care of] [my |a ][cat|dog]'),
      'how do I feed a [cat|dog]?',
      'how do I care for a [cat|dog]?',
      'how should I look after my [cat|dog]?'
    ],
    answer: ['Give it good food, fresh water and time to play.']
  },
  {
    ask: [
      ...how('[wake up|get up|rise] early'),
      'how do I wake up early?',
      'how can I get up early?'
    ],
    answer: ['Go to bed early and put the alarm far from your bed.']
  },
  {
    ask: [
      ...how('save [water|money|power|energy|electricity]'),
      'how do I save [water|money|power|energy]?',
      'how can I save energy?'
    ],
    answer: ['Use only what you need, and turn off what you do not use.']
  },
  {
    ask: [
      ...how('[stay healthy|stay fit|live a healthy life|keep healthy|be healthy]'),
      'how do I stay healthy?',
      'how can I live well?',
      'what is good for my health?',
      'how do I stay fit?'
    ],
    answer: ['Sleep well, move every day, eat vegetables and drink water.']
  },
  {
    ask: [
      'what should I [eat|cook][| today| for dinner| for lunch]?',
      'what [can|could|shall] I [eat|cook|make|have] [for dinner|for lunch|tonight|today|this evening]?',
      '[suggest|recommend|give me] [a meal|a dish|something to eat|a lunch|a dinner]',
      '[any|give me] ideas for [dinner|lunch|a meal|a simple meal]?',
      '[dinner|lunch|meal] ideas',
      'what [goes|is good] for [dinner|lunch]?',
      'what can I cook?',
      'give me an idea for dinner',
      'what is a good meal?'
    ],
    answer: [
      'Rice and beans with a salad is a good and simple meal.',
      'A vegetable soup with bread is easy and warm.'
    ]
  },
  {
    ask: [
      'what should I eat for breakfast?',
      'what [can|could|shall] I [have|make|eat] for breakfast?',
      '[breakfast ideas|a good breakfast|a breakfast please]',
      '[suggest|recommend] [a |a good |a simple ]breakfast',
      'what is a good breakfast?',
      'what do people eat for breakfast?'
    ],
    answer: ['Bread, fruit and a cup of coffee or milk make a good breakfast.']
  },
  {
    ask: [
      'what is a healthy food?',
      '[which|what] [foods|food|things to eat] [are|is] [healthy|good for me|good for the body|good for us]?',
      '[name|tell me|give me] [some |a ]healthy [food|foods]',
      'what should I eat to be healthy?',
      'healthy food[?|]',
      'which food is healthy?',
      'what food is good for me?'
    ],
    answer: ['Fruit, vegetables, beans and rice are healthy.']
  },
  {
    ask: [
      ...how('[say sorry|apologise|ask for forgiveness|say sorry to a friend]'),
      'how do I say sorry?',
      'how do I apologise?'
    ],
    answer: ['Say what you did, say that you are sorry and try to make it better.']
  },
  {
    ask: [
      ...how('[calm down|relax|become calm|be calm|find peace]'),
      'how do I calm down?',
      'how can I relax?',
      'how do I relax?'
    ],
    answer: ['Breathe in slowly, hold it, and breathe out slowly. Do it five times.']
  },
  {
    ask: [
      'what do I do in a fire?',
      'what [should|must|do] I do [if|when] [something|my house|the house|the kitchen] [burns|is on fire]?',
      '[the kitchen|the house|something] [burns|is on fire]',
      '[in case of fire|if it burns|when there is fire], what [do|should] I do?',
      'help, fire',
      'there is a fire',
      'what should I do if there is a fire?'
    ],
    answer: ['Leave the building and call the fire service at once.']
  },
  {
    ask: [
      'I cut my finger',
      '[I have|there is|I got] a [small |little |bad |]cut [on|in] my [finger|hand|foot|knee]',
      'I am bleeding[| a little]',
      'what [helps|do I do] [with|for] a [cut|scratch|wound]?',
      'I [hurt|scratched] my [knee|finger|hand]',
      'what do I do with a small cut?',
      'my finger is bleeding'
    ],
    answer: ['Wash the cut with water, press a clean cloth on it and cover it.']
  },
  {
    ask: ['what do I need [for the rain|on a rainy day]?', 'what should I wear in the rain?'],
    answer: ['Take an umbrella and a coat.']
  },
  {
    ask: ['what should I wear in [winter|the cold]?', 'what do I wear when it is cold?'],
    answer: ['Wear a warm coat, a hat and gloves.']
  },
  {
    ask: [
      'what is your favourite [food|animal|book|film|song]?',
      'what do you like[| to eat| to do]?',
      'do you have a favourite animal?'
    ],
    answer: ['I have no tastes, because I am only a model. What do you like?']
  }
]
