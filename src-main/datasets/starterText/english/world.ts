// English: everyday things, how to do simple things, why things are so, and stories on request.

import type { Topic, TopicGroup } from '../topic.ts'

const withArticle = (noun: string): string => (/^[aeiou]/.test(noun) ? `an ${noun}` : `a ${noun}`)

// noun: what it is
const thingRows = `cat: a small animal with soft fur that likes to sleep and to hunt mice
dog: an animal that lives with people and is a loyal friend
cow: a large farm animal that gives milk
horse: a large animal that people can ride
bird: an animal with feathers and wings
fish: an animal that lives and breathes in water
bee: an insect that makes honey
butterfly: an insect with large bright wings
elephant: a very large animal with a long trunk
lion: a big wild cat that lives in Africa
frog: a small animal that jumps and lives near water
whale: the largest animal of the sea
tree: a tall plant with a trunk, branches and leaves
flower: the part of a plant that has colours and makes seeds
seed: a small thing from which a plant grows
leaf: a thin green part of a plant
forest: a large place full of trees
river: water that flows through the land to the sea
lake: a large body of water with land all around
sea: a very large body of salt water
mountain: a very high piece of land
island: land with water all around it
beach: a place with sand beside the sea
desert: a very dry place with little rain
cloud: many tiny drops of water in the sky
star: a huge hot ball of gas that shines
planet: a large round body that moves around a star
rainbow: a band of colours in the sky, made by sun and rain
storm: bad weather with strong wind and rain
volcano: a mountain that can throw out hot melted rock
house: a building where people live
room: a part of a house with walls and a door
door: a thing that you open to go into a room
window: an opening with glass that lets light in
kitchen: the room where people cook
bed: a soft place to sleep
table: a flat thing on legs where people eat or work
chair: a thing to sit on
lamp: a thing that gives light
mirror: a glass in which you can see yourself
key: a small thing that opens a lock
clock: a thing that shows the time
book: many pages with words or pictures to read
letter: a message on paper that you send to someone
pen: a thing to write with
spoon: a thing to eat soup with
knife: a tool that cuts
cup: a small bowl with a handle for drinking
bottle: a thing that holds water or other drinks
bag: a thing to carry other things in
umbrella: a thing that keeps you dry in the rain
coat: warm clothes to wear outside
shoe: a thing that you wear on your foot
hat: a thing that you wear on your head
car: a machine with four wheels that carries people
bicycle: a vehicle with two wheels that you ride with your feet
bus: a large car that carries many people
train: a row of wagons that runs on rails
boat: a thing that carries people over water
plane: a machine with wings that flies
computer: a machine that works with numbers, words and pictures
phone: a thing to talk with people who are far away
camera: a thing that takes pictures
radio: a machine that plays voices and music
school: a place where people learn
hospital: a place where sick people get help
library: a place with many books to read and borrow
shop: a place where you can buy things
farm: a place where people grow food and keep animals
garden: a place with plants and flowers
park: a green place in a city for walking and playing
city: a place where very many people live
village: a small place where few people live
street: a road in a city with houses beside it
bridge: a way over a river or a road
market: a place where people buy and sell food
museum: a house full of old or beautiful things
doctor: a person who helps sick people
teacher: a person who helps others to learn
farmer: a person who grows food
baker: a person who makes bread
cook: a person who prepares food
driver: a person who drives a car or a bus
friend: a person whom you like and trust
neighbour: a person who lives near you
family: a group of people who belong together
child: a young person
song: words and music that people sing
game: something that people play for fun
story: a tale about things that happened or were made up
word: a small piece of language that means something
question: a sentence that asks for an answer
dream: pictures and stories in your head while you sleep
secret: something that only few people know
gift: something that you give to make someone happy
apple: a round fruit that grows on trees
banana: a long yellow fruit
orange: a round juicy fruit
carrot: a long orange vegetable
potato: a vegetable that grows under the ground
egg: a round thing that a bird lays
soup: a warm dish that you eat with a spoon
salad: a cold dish of fresh vegetables
sandwich: two slices of bread with something good between them
cake: a sweet food for feasts
hand: the part of the body at the end of the arm
heart: the part of the body that pumps blood
nose: the part of the face that smells
ear: the part of the body that hears
eye: the part of the body that sees
mouth: the part of the face that eats and speaks
foot: the part of the body on which you stand`

const things: Topic[] = thingRows.split('\n').map((row) => {
  const colon = row.indexOf(':')
  const noun = row.slice(0, colon)
  const a = withArticle(noun)
  return {
    ask: [
      `what is ${a}?`,
      `what's ${a}?`,
      `[tell me|say] what ${a} is`,
      `[define|explain] ${noun}`,
      `what does ${noun} mean?`,
      `what do you know about ${a}?`,
      `[can you |please |]explain what ${a} is`,
      `tell me about ${a}`,
      `what does the word ${noun} mean?`,
      `${a}, what is it?`
    ],
    answer: [`${a.charAt(0).toUpperCase()}${a.slice(1)} is ${row.slice(colon + 2)}.`]
  }
})

// substance or idea: sentence
const ideaRows = `water: Water is a clear liquid. All living things need it.
bread: Bread is a food made of flour, water and salt.
milk: Milk is a white drink that comes from cows.
cheese: Cheese is a food made from milk.
honey: Honey is a sweet food that bees make from flowers.
sugar: Sugar is a sweet white powder for food.
salt: Salt is a white powder that gives food taste.
rice: Rice is a small white grain that people cook and eat.
coffee: Coffee is a dark hot drink made from roasted beans.
tea: Tea is a drink made of leaves and hot water.
fruit: Fruit is the sweet part of a plant that holds the seeds.
snow: Snow is frozen water that falls from the clouds in winter.
ice: Ice is frozen water. It is hard and cold.
fire: Fire is hot and bright. It burns wood and needs air.
wind: Wind is moving air.
rain: Rain is water that falls from the clouds.
air: Air is what we breathe. We cannot see it.
light: Light lets us see. It comes from the sun or from a lamp.
music: Music is sound that is nice to hear.
love: Love is a deep and warm feeling for someone.
friendship: Friendship is liking, trusting and helping each other.
happiness: Happiness is a warm and good feeling.
fear: Fear is the feeling that something bad may happen.
time: Time is what a clock measures: seconds, hours and days.
money: Money is what people use to buy things.
work: Work is what people do to make or to earn something.
sleep: Sleep is rest for the body and the mind.
memory: Memory is keeping what happened, so that you can think of it later.
language: Language is how people share thoughts with words.
the sun: The sun is the star that gives us light and warmth.
the moon: The moon is a ball of rock that goes around the Earth.
the Earth: The Earth is the planet on which we live.
the sky: The sky is what we see above us: air, clouds, sun and stars.
the night: The night is the dark time between evening and morning.
summer: Summer is the warmest season of the year.
winter: Winter is the coldest season of the year.
spring: Spring is the season in which flowers begin to grow.
autumn: Autumn is the season in which leaves fall from the trees.
breakfast: Breakfast is the first meal of the day.
lunch: Lunch is the meal in the middle of the day.
dinner: Dinner is the meal in the evening.
Brazil: Brazil is a very large country in South America. People there speak Portuguese.
Portugal: Portugal is a country in Europe, beside the sea.
the internet: The internet joins computers all over the world.
electricity: Electricity is the power that runs lamps and machines.
paper: Paper is a thin material for writing. It is made from wood.
glass: Glass is hard and clear. It is made from sand.
wood: Wood is the hard material that trees are made of.
gold: Gold is a yellow metal that is worth a lot.
wool: Wool is the soft hair of sheep. People make warm clothes from it.`

const ideas: Topic[] = ideaRows.split('\n').map((row) => {
  const colon = row.indexOf(':')
  const noun = row.slice(0, colon)
  return {
    ask: [
      `what is ${noun}?`,
      `what's ${noun}?`,
      `[tell me|say] what ${noun} is`,
      `[define|explain] ${noun}`,
      `what does ${noun} mean?`,
      `what do you know about ${noun}?`,
      `[can you |please |]explain what ${noun} is`,
      `tell me about ${noun}`,
      `tell me something about ${noun}`
    ],
    answer: [row.slice(colon + 2)]
  }
})

const why: Topic[] = [
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

const howTo: Topic[] = [
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

export const englishWorld: TopicGroup[] = [
  { name: 'things', weight: 7, topics: [...things, ...ideas] },
  { name: 'why', weight: 4, topics: why },
  { name: 'howTo', weight: 4, topics: howTo }
]
