// English: what everyday things are.

import type { Topic } from '../topic.ts'
import { indirectly, withArticle } from './phrases.ts'
import { uses } from './uses.ts'

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
foot: the part of the body on which you stand
arm: the part of the body between the shoulder and the hand
leg: the part of the body with which you walk
tooth: a hard white part of the mouth for biting
brain: the part of the body that thinks
rabbit: a small animal with long ears that hops
duck: a bird that swims and says quack
sheep: a farm animal that gives wool
spider: a small animal with eight legs that spins a web
snake: a long animal without legs
owl: a bird that hunts at night
hill: a small mountain
cave: a hollow place in a rock
wave: moving water on the sea
shadow: a dark shape where light cannot reach
wall: a side of a room or a house
roof: the top of a house, which keeps the rain out
blanket: a warm cover for the bed
towel: a cloth for drying yourself
broom: a tool for sweeping the floor
candle: a stick of wax that burns and gives light
ladder: a thing with steps for climbing up
hammer: a tool for hitting nails
fork: a tool with points for eating
plate: a flat dish for food
map: a picture of the land that shows the way
newspaper: sheets of paper with the news
guitar: a musical instrument with strings
drum: a musical instrument that you beat
ball: a round thing to play with
kite: a light toy that flies in the wind
nurse: a person who cares for sick people
painter: a person who makes pictures or paints walls
king: a man who rules a country
guest: a person who visits you
tomato: a soft red fruit that people eat like a vegetable
lemon: a sour yellow fruit
biscuit: a small flat cake`

/** Ways of asking what something is that hold for "a tree" and for "water". */
const described = (thing: string): string[] => [
  `[describe|explain|define] ${thing}[| to me| for me| in simple words| in one sentence| please]`,
  `[can|could|would] you [describe|explain|define] ${thing}[| to me| in simple words]?`,
  `[how would you|how do you|how can I] [describe|explain|define] ${thing}[| to a child]?`,
  `[tell me|say] [something|a little|a bit|one thing] about ${thing}`,
  `[what exactly|what really|now what] is ${thing}?`,
  `[what|which] [is the meaning|is a definition] of ${thing}?`,
  `what do [people|we|you] [mean by|call|understand by] ${thing}?`,
  `[I have never seen|I never understood|I am learning about] ${thing}. what is it?`,
  ...indirectly(`what ${thing} [is|really is|means]`)
]

const countable: Topic[] = thingRows.split('\n').map((row) => {
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
      `${a}, what is it?`,
      ...described(a),
      `what kind of [thing|word] is ${a}?`,
      `[people|they] [say|talk about] ${noun}[.|,] [what is that|what does it mean]?`,
      `the word ${noun}[: what does it mean?|, what is that?|]`
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
anger: Anger is a hot feeling when something seems wrong or unfair.
peace: Peace is a time without war or fighting.
math: Math is working with numbers.
sand: Sand is many tiny grains of rock.
soap: Soap cleans the skin when you use it with water.
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
      ...described(noun),
      `${noun}, what is [it|that]?`
    ],
    answer: [row.slice(colon + 2)]
  }
})

export const things: Topic[] = [...countable, ...ideas, ...uses]
