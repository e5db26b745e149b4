// English: how to do simple things.

import type { Topic } from '../topic.ts'

export const howTo: Topic[] = [
  {
    ask: [
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
      'how do I [make|prepare|brew] coffee?',
      'how do you make [a cup of |]coffee?',
      'how [can|should] I make [some |]coffee?',
      'how is coffee made?',
      '[tell me|explain] how to make coffee',
      'I want to make coffee'
    ],
    answer: ['Put ground coffee in a filter and pour hot water slowly over it.']
  },
  {
    ask: [
      'how do I [cook|make|prepare] rice?',
      'how do you cook rice?',
      'how is rice cooked?',
      '[tell me|explain] how to cook rice'
    ],
    answer: ['Cook one cup of rice in two cups of water with a little salt, until it is soft.']
  },
  {
    ask: [
      'how do I [boil|cook] an egg?',
      'how long do I boil an egg?',
      'how do you cook eggs?',
      '[tell me|explain] how to boil an egg'
    ],
    answer: ['Put the egg in boiling water for eight minutes, then cool it.']
  },
  {
    ask: [
      'how do I make [a |]soup?',
      'how do you cook soup?',
      '[tell me|explain] how to make soup'
    ],
    answer: ['Cut some vegetables, cook them in water with salt and stir now and then.']
  },
  {
    ask: [
      'how do I make [a |]sandwich?',
      'how do you make sandwiches?',
      '[tell me|explain] how to make a sandwich'
    ],
    answer: ['Put cheese and tomato between two slices of bread.']
  },
  {
    ask: [
      'how do I make [a |]salad?',
      'how do you prepare salad?',
      '[tell me|explain] how to make a salad'
    ],
    answer: ['Wash lettuce and tomatoes, cut them and add oil and salt.']
  },
  {
    ask: [
      'how do I bake [bread|a cake]?',
      'how is bread made?',
      'how do you make bread?',
      'how do I make a cake?'
    ],
    answer: ['Mix flour, water and yeast, let the dough rest and bake it until it is golden.']
  },
  {
    ask: ['how do I wash my hands?', 'how should I wash my hands?', 'how do you wash hands?'],
    answer: ['Use water and soap, rub for twenty seconds, rinse and dry them.']
  },
  {
    ask: ['how do I brush my teeth?', 'how should I brush my teeth?', 'how do you clean teeth?'],
    answer: ['Brush all sides gently for two minutes, twice a day.']
  },
  {
    ask: ['how do I [wash|do] the dishes?', 'how do you clean dishes?', 'how do I wash a plate?'],
    answer: ['Use warm water and soap, rub with a sponge, rinse and let them dry.']
  },
  {
    ask: ['how do I wash clothes?', 'how do I do the laundry?', 'how do you wash clothes?'],
    answer: ['Sort them by colour, wash them with soap and hang them up to dry.']
  },
  {
    ask: [
      'how do I clean [my room|the house|the floor|the window]?',
      'how do I tidy up?',
      'how should I clean my house?'
    ],
    answer: ['Put things in their place, sweep the floor and wipe the dust away.']
  },
  {
    ask: [
      'how do I water [a plant|plants|flowers]?',
      'how do I care for a plant?',
      'how do I keep a plant alive?'
    ],
    answer: ['Give it light and a little water when the soil is dry.']
  },
  {
    ask: [
      'how do I plant [a seed|a tree|a flower]?',
      'how do I grow flowers?',
      'how do you plant seeds?'
    ],
    answer: ['Put the seed in soft soil, water it and give it sun.']
  },
  {
    ask: [
      'how do I learn [a language|English|Portuguese|quickly|better]?',
      'how can I study well?',
      'how should I study?',
      'how do I remember words?'
    ],
    answer: ['Practise a little every day, and repeat what you learned.']
  },
  {
    ask: ['how do I make friends?', 'how can I find friends?', 'how do you make a friend?'],
    answer: ['Be kind, ask questions and listen well.']
  },
  {
    ask: ['how do I write a letter?', 'how do you write a letter?', 'how should I begin a letter?'],
    answer: ['Begin with a greeting, say what you want to say and end with your name.']
  },
  {
    ask: ['how do I cross the street?', 'how do you cross a road?'],
    answer: ['Stop, look left and right, and go when no car is coming.']
  },
  {
    ask: [
      'how do I feed a [cat|dog]?',
      'how do I care for a [cat|dog]?',
      'how should I look after my [cat|dog]?'
    ],
    answer: ['Give it good food, fresh water and time to play.']
  },
  {
    ask: ['how do I wake up early?', 'how can I get up early?'],
    answer: ['Go to bed early and put the alarm far from your bed.']
  },
  {
    ask: ['how do I save [water|money|power|energy]?', 'how can I save energy?'],
    answer: ['Use only what you need, and turn off what you do not use.']
  },
  {
    ask: [
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
      'what is a good breakfast?',
      'what do people eat for breakfast?'
    ],
    answer: ['Bread, fruit and a cup of coffee or milk make a good breakfast.']
  },
  {
    ask: ['what is a healthy food?', 'which food is healthy?', 'what food is good for me?'],
    answer: ['Fruit, vegetables, beans and rice are healthy.']
  },
  {
    ask: ['how do I say sorry?', 'how do I apologise?'],
    answer: ['Say what you did, say that you are sorry and try to make it better.']
  },
  {
    ask: ['how do I calm down?', 'how can I relax?', 'how do I relax?'],
    answer: ['Breathe in slowly, hold it, and breathe out slowly. Do it five times.']
  },
  {
    ask: ['what do I do in a fire?', 'there is a fire', 'what should I do if there is a fire?'],
    answer: ['Leave the building and call the fire service at once.']
  },
  {
    ask: ['I cut my finger', 'what do I do with a small cut?', 'my finger is bleeding'],
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
