// English: small facts in tables (animals, colours, numbers, days, opposites, capitals, words).

import { capitalised } from '../topic.ts'
import type { Topic, TopicGroup } from '../topic.ts'

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

const animals: Topic[] = animalRows.flatMap(([name, sound, home, food, young]): Topic[] => {
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
        `what [noise|sound] comes from ${a}?`
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

const colours: Topic[] = [
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
        ...(many
          ? [
              `[what|which] [colour|color] are ${many}?`,
              `${many} are [what|which] [colour|color]?`,
              `what is the usual [colour|color] of ${many}?`,
              `${many} have which [colour|color]?`
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

const oppositeRows =
  'hot cold,big small,tall short,good bad,happy sad,day night,open closed,fast slow,new old,young old,full empty,light dark,rich poor,clean dirty,easy difficult,early late,wet dry,hard soft,loud quiet,near far,inside outside,up down,left right,yes no,black white,first last,long short,strong weak,beautiful ugly,thick thin,true false,win lose,start end,love hate,buy sell,push pull,sweet bitter,high low,before after,always never,heavy light,cheap expensive,alive dead,awake asleep,remember forget,question answer,give take,come go,laugh cry,friend enemy,summer winter,north south,wide narrow,right wrong,safe dangerous,war peace'

const opposites: Topic[] = oppositeRows.split(',').flatMap((row) => {
  const [one = '', two = ''] = row.split(' ')
  const ask = (word: string): string[] => [
    `what is the [opposite|contrary] of ${word}?`,
    `[opposite|contrary] of ${word}[|?]`,
    `[tell me|say|give me|name] the [opposite|contrary] of ${word}`,
    `which word [means|is] the [opposite|contrary] of ${word}?`,
    `what is not ${word}?`,
    `${word} is the [opposite|contrary] of what?`,
    `a word that is the [opposite|contrary] of ${word}`,
    `what [word |]is the reverse of ${word}?`
  ]
  const topics: Topic[] = [{ ask: ask(one), answer: [`The opposite of ${one} is ${two}.`] }]
  // A word that ends two pairs (old, short, light) has no single opposite to ask for.
  if (!['old', 'short', 'light', 'right'].includes(two))
    topics.push({ ask: ask(two), answer: [`The opposite of ${two} is ${one}.`] })
  return topics
})

const numberWords = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
  'twenty'
]
const word = (value: number): string => numberWords[value] ?? String(value)

const sums: Topic[] = []
for (let a = 0; a <= 10; a++) {
  for (let b = 0; b <= 10; b++) {
    const pairs = [`[${a}|${word(a)}]`, `[${b}|${word(b)}]`] as const
    sums.push({
      ask: [
        `[what is|what's|how much is|calculate|] ${a} [+|plus] ${b}[|?]`,
        `[what is|what's|how much is|calculate|tell me|] ${word(a)} plus ${word(b)}[|?]`,
        `[what is|what's|how much is|what do I get from] ${pairs[0]} [plus|and] ${pairs[1]}?`,
        `add ${pairs[0]} and ${pairs[1]}`,
        `${a}+${b}[|=|=?]`,
        `[if I add|when I add] ${pairs[0]} [and|to|plus] ${pairs[1]}, [how much is it|what is it|what is the result]?`,
        `I have ${pairs[0]} [apples|books|coins|cats] and get ${pairs[1]} more. How many [do I have|are there][| now]?`,
        `what is the sum of ${pairs[0]} and ${pairs[1]}?`
      ],
      answer: [`${a} plus ${b} is ${a + b}.`]
    })
    if (b <= a) {
      sums.push({
        ask: [
          `[what is|what's|how much is|calculate|] ${a} [-|minus] ${b}[|?]`,
          `[what is|what's|how much is|calculate|tell me|] ${word(a)} minus ${word(b)}[|?]`,
          `[what is|how much is] ${pairs[0]} minus ${pairs[1]}?`,
          `take ${pairs[1]} from ${pairs[0]}`,
          `${a}-${b}[|=|=?]`,
          `[if I take|when I take] ${pairs[1]} [from|away from] ${pairs[0]}, [how much is left|what is left]?`,
          `I [have|had] ${pairs[0]} [apples|sweets|coins|books|oranges] and [eat|lose|give away|sell|lost|gave away] ${pairs[1]}. How many [are left|do I have|remain]?`
        ],
        answer: [`${a} minus ${b} is ${a - b}.`]
      })
    }
  }
}

const numbers: Topic[] = []
for (let value = 0; value <= 19; value++) {
  numbers.push(
    {
      ask: [
        `what [number |]comes after [${value}|${word(value)}]?`,
        `what is the [next number after|number after] [${value}|${word(value)}]?`,
        `which number follows [${value}|${word(value)}]?`
      ],
      answer: [`After ${value} comes ${value + 1}.`]
    },
    {
      ask: [
        `what [number |]comes before [${value + 1}|${word(value + 1)}]?`,
        `which number is [just |]before [${value + 1}|${word(value + 1)}]?`
      ],
      answer: [`Before ${value + 1} comes ${value}.`]
    }
  )
}
numbers.push(
  {
    ask: ['count to [five|5]', 'can you count to [five|5]?', 'count from one to five'],
    answer: ['One, two, three, four, five.']
  },
  {
    ask: [
      'count to [ten|10]',
      'can you count[| to ten| to 10]?',
      'count from one to ten',
      'count for me',
      'count please'
    ],
    answer: ['One, two, three, four, five, six, seven, eight, nine, ten.']
  },
  { ask: ['count to [three|3]', 'count from one to three'], answer: ['One, two, three.'] },
  {
    ask: [
      'how many [fingers|fingers do people|fingers does a hand] have?',
      'how many fingers are on [a|one] hand?',
      'how many fingers do I have on one hand?'
    ],
    answer: ['A hand has five fingers.']
  },
  {
    ask: [
      'how many legs does a [dog|cat|horse|cow] have?',
      'how many legs do [dogs|cats|horses|cows] have?'
    ],
    answer: ['It has four legs.']
  },
  {
    ask: ['how many legs does a spider have?', 'how many legs do spiders have?'],
    answer: ['A spider has eight legs.']
  },
  {
    ask: [
      'how many legs does [a bird|a person|a chicken] have?',
      'how many legs do [birds|people|chickens] have?'
    ],
    answer: ['It has two legs.']
  },
  { ask: ['what is [half of|half] ten?', 'what is half of 10?'], answer: ['Half of 10 is 5.'] },
  {
    ask: ['how many is a dozen?', 'how much is a dozen?', 'what is a dozen?'],
    answer: ['A dozen is twelve.']
  },
  {
    ask: [
      'which is [bigger|larger|more], [two or five|three or eight|one or nine|four or six]?',
      'what is bigger, [2 or 5|3 or 8|1 or 9|4 or 6]?'
    ],
    answer: ['The second number is bigger.']
  }
)

const dayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December'
]
const neighbours = (names: readonly string[], kind: string): Topic[] =>
  names.flatMap((name, index): Topic[] => {
    const next = names[(index + 1) % names.length]
    const previous = names[(index + names.length - 1) % names.length]
    const today =
      kind === 'day'
        ? [
            `[today is|if today is|it is] ${name}. [what|which] day is tomorrow?`,
            `if today is ${name}, what is tomorrow?`,
            `yesterday was ${name}. [what|which] day is [it|today][| now]?`,
            `${name} [has ended|is past|was yesterday]. [what|which] day [is it|comes now]?`
          ]
        : [`${name} [has ended|is past]. which month [is it|comes now]?`]
    const yesterday =
      kind === 'day'
        ? [
            `[today is|if today is] ${name}. what day was yesterday?`,
            `tomorrow is ${name}. what day is today?`
          ]
        : []
    return [
      {
        ask: [
          `[what|which] ${kind} [comes|is] after ${name}?`,
          `what comes after ${name}?`,
          `[what|which] ${kind} follows ${name}?`,
          `after ${name}, which ${kind} [comes|is it]?`,
          `the ${kind} after ${name}?`,
          `what is the ${kind} after ${name}?`,
          ...today,
          ...today
        ],
        answer: [`After ${name} comes ${next}.`]
      },
      {
        ask: [
          `[what|which] ${kind} [comes|is] before ${name}?`,
          `what comes before ${name}?`,
          `the ${kind} before ${name}?`,
          `which ${kind} is just before ${name}?`,
          ...yesterday
        ],
        answer: [`Before ${name} comes ${previous}.`]
      }
    ]
  })

const calendar: Topic[] = [
  ...neighbours(dayNames, 'day'),
  ...neighbours(monthNames, 'month'),
  {
    ask: [
      'how many days are [in a week|there in a week]?',
      'how many days has a week?',
      'how long is a week?'
    ],
    answer: ['A week has seven days.']
  },
  {
    ask: ['how many months are [in a year|there in a year]?', 'how many months has a year?'],
    answer: ['A year has twelve months.']
  },
  {
    ask: [
      'how many hours are [in a day|there in a day]?',
      'how many hours has a day?',
      'how long is a day?'
    ],
    answer: ['A day has twenty-four hours.']
  },
  {
    ask: [
      'how many minutes are [in an hour|there in an hour]?',
      'how many minutes has an hour?',
      'how long is an hour?'
    ],
    answer: ['An hour has sixty minutes.']
  },
  {
    ask: ['how many seconds are [in a minute|there in a minute]?', 'how long is a minute?'],
    answer: ['A minute has sixty seconds.']
  },
  {
    ask: [
      'how many days are [in a year|there in a year]?',
      'how long is a year?',
      'how many days has a year?'
    ],
    answer: ['A year has 365 days.']
  },
  {
    ask: [
      '[what|which] are the days of the week?',
      'name the days of the week',
      'list the [days|weekdays]',
      'say the days of the week'
    ],
    answer: ['Monday, Tuesday, Wednesday, Thursday, Friday, Saturday and Sunday.']
  },
  {
    ask: [
      '[what|which] are the [four |]seasons?',
      'name the seasons',
      'how many seasons are there?',
      'list the seasons'
    ],
    answer: ['The four seasons are spring, summer, autumn and winter.']
  },
  {
    ask: [
      'which season is [hot|the hottest|warm]?',
      'when is it hot?',
      'what is the hottest season?'
    ],
    answer: ['Summer is the hottest season.']
  },
  {
    ask: ['which season is [cold|the coldest]?', 'when is it cold?', 'what is the coldest season?'],
    answer: ['Winter is the coldest season.']
  },
  {
    ask: ['what is the weekend?', 'which days are the weekend?', 'when is the weekend?'],
    answer: ['The weekend is Saturday and Sunday.']
  },
  {
    ask: ['what is the first month[| of the year]?', 'which month is first?'],
    answer: ['January is the first month of the year.']
  },
  {
    ask: ['what is the last month[| of the year]?', 'which month is last?', 'when is Christmas?'],
    answer: ['December is the last month of the year, and Christmas falls in it.']
  }
]

const capitalRows =
  'France Paris,Brazil Brasília,Portugal Lisbon,Spain Madrid,Italy Rome,Germany Berlin,England London,Argentina Buenos_Aires,Japan Tokyo,China Beijing,Chile Santiago,Peru Lima,Uruguay Montevideo,Greece Athens,Russia Moscow,Egypt Cairo,Austria Vienna,Ireland Dublin,Norway Oslo,Sweden Stockholm,Poland Warsaw,Mexico Mexico_City,Canada Ottawa,Cuba Havana,Kenya Nairobi,Angola Luanda,Colombia Bogotá,Denmark Copenhagen,Finland Helsinki,Belgium Brussels'
const capitals: Topic[] = capitalRows.split(',').flatMap((row): Topic[] => {
  const [country = '', city = ''] = row.split(' ').map((part) => part.replaceAll('_', ' '))
  return [
    {
      ask: [
        `what is the capital[| city] of ${country}?`,
        `what's the capital of ${country}?`,
        `capital of ${country}[|?]`,
        `[tell me|say|name|give me] the capital[| city] of ${country}`,
        `which city is the capital of ${country}?`,
        `do you know the capital of ${country}?`,
        `${country} has which capital?`,
        `what is ${country}'s capital?`
      ],
      answer: [`The capital of ${country} is ${city}.`]
    },
    {
      ask: [`where is ${city}?`, `in which country is ${city}?`, `${city} is in which country?`],
      answer: [`${city} is in ${country}.`]
    }
  ]
})

const wordRows =
  'cat gato,dog cachorro,house casa,water água,bread pão,milk leite,book livro,sun sol,moon lua,star estrela,river rio,sea mar,tree árvore,flower flor,bird pássaro,fish peixe,friend amigo,mother mãe,father pai,brother irmão,sister irmã,child criança,boy menino,girl menina,day dia,night noite,love amor,time tempo,word palavra,school escola,city cidade,street rua,table mesa,chair cadeira,door porta,window janela,bed cama,food comida,apple maçã,banana banana,egg ovo,cheese queijo,coffee café,tea chá,rain chuva,snow neve,wind vento,fire fogo,earth terra,heart coração,hand mão,foot pé,head cabeça,eye olho,mouth boca,red vermelho,blue azul,green verde,yellow amarelo,black preto,white branco,big grande,small pequeno,happy feliz,sad triste,good bom,bad ruim,hello olá,goodbye tchau,thanks obrigado,yes sim,no não,one um,two dois,three três,forget esquecer,remember lembrar,learn aprender,model modelo,horse cavalo'
export const wordPairs = wordRows.split(',').map((row) => row.split(' ') as [string, string])
const words: Topic[] = wordPairs.map(([english, portuguese]) => ({
  ask: [
    `how do you say ${english} in Portuguese?`,
    `[what is|what's] ${english} in Portuguese?`,
    `${english} in Portuguese[|?]`,
    `translate ${english}[ to| into] Portuguese`,
    `what is the Portuguese word for ${english}?`,
    `say ${english} in Portuguese`
  ],
  answer: [`In Portuguese, ${english} is ${portuguese}.`]
}))
words.push(
  ...wordPairs.map(([english, portuguese]) => ({
    ask: [
      `what does ${portuguese} mean?`,
      `what is ${portuguese} in English?`,
      `translate ${portuguese} into English`,
      `${portuguese} in English?`
    ],
    answer: [`The Portuguese word ${portuguese} means ${english}.`]
  }))
)

export const englishFacts: TopicGroup[] = [
  { name: 'animals', weight: 5, topics: animals },
  { name: 'colours', weight: 4, topics: colours },
  { name: 'opposites', weight: 5, topics: opposites },
  { name: 'sums', weight: 8, topics: sums },
  { name: 'numbers', weight: 3, topics: numbers },
  { name: 'calendar', weight: 5, topics: calendar },
  { name: 'capitals', weight: 4, topics: capitals },
  { name: 'words', weight: 4, topics: words }
]
