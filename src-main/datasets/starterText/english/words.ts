// English: opposites, capitals and words in the other language.

import type { Topic } from '../topic.ts'
import { wordPairs } from '../wordPairs.ts'
import { indirectly } from './phrases.ts'

const oppositeRows =
  'hot cold,big small,tall short,good bad,happy sad,day night,open closed,fast slow,new old,young old,full empty,light dark,rich poor,clean dirty,easy difficult,early late,wet dry,hard soft,loud quiet,near far,inside outside,up down,left right,yes no,black white,first last,long short,strong weak,beautiful ugly,thick thin,true false,win lose,start end,love hate,buy sell,push pull,sweet bitter,high low,before after,always never,heavy light,cheap expensive,alive dead,awake asleep,remember forget,question answer,give take,come go,laugh cry,friend enemy,summer winter,north south,wide narrow,right wrong,safe dangerous,war peace,same different,begin finish,arrive leave,noisy silent,brave afraid,smooth rough,calm nervous,kind mean,deep shallow,sunny cloudy,above below,many few'

export const opposites: Topic[] = oppositeRows.split(',').flatMap((row) => {
  const [one = '', two = ''] = row.split(' ')
  const ask = (word: string): string[] => [
    `what is the [opposite|contrary] of ${word}?`,
    `[opposite|contrary] of ${word}[|?]`,
    `[tell me|say|give me|name] the [opposite|contrary] of ${word}`,
    `which word [means|is] the [opposite|contrary] of ${word}?`,
    `what is not ${word}?`,
    `${word} is the [opposite|contrary] of what?`,
    `a word that is the [opposite|contrary] of ${word}`,
    `what [word |]is the reverse of ${word}?`,
    `what is ${word} the [opposite|contrary] of?`,
    `${word}[:|,] [what is |]the [opposite|contrary]?`,
    `what would be the [opposite|contrary] of [the word |]${word}?`,
    `if [something|it] is not ${word}, what [is it|could it be]?`,
    `I need [a word that is |]the [opposite|contrary] of ${word}`,
    `the [opposite|contrary] of the word ${word}`,
    `not ${word}, but[...|?]`,
    ...indirectly(
      `[what the opposite of ${word} is|the opposite of ${word}|the contrary of ${word}]`
    )
  ]
  const topics: Topic[] = [{ ask: ask(one), answer: [`The opposite of ${one} is ${two}.`] }]
  // A word that ends two pairs (old, short, light) has no single opposite to ask for.
  if (!['old', 'short', 'light', 'right'].includes(two))
    topics.push({ ask: ask(two), answer: [`The opposite of ${two} is ${one}.`] })
  return topics
})

const capitalRows =
  'France Paris,Brazil Brasília,Portugal Lisbon,Spain Madrid,Italy Rome,Germany Berlin,England London,Argentina Buenos_Aires,Japan Tokyo,China Beijing,Chile Santiago,Peru Lima,Uruguay Montevideo,Greece Athens,Russia Moscow,Egypt Cairo,Austria Vienna,Ireland Dublin,Norway Oslo,Sweden Stockholm,Poland Warsaw,Mexico Mexico_City,Canada Ottawa,Cuba Havana,Kenya Nairobi,Angola Luanda,Colombia Bogotá,Denmark Copenhagen,Finland Helsinki,Belgium Brussels,India New_Delhi,Turkey Ankara,Hungary Budapest,Switzerland Bern,Ukraine Kyiv,Venezuela Caracas,Ecuador Quito,Paraguay Asunción,Morocco Rabat,Australia Canberra,Scotland Edinburgh,Mozambique Maputo,Iceland Reykjavik,Czechia Prague'

export const capitals: Topic[] = capitalRows.split(',').flatMap((row): Topic[] => {
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
        `what is ${country}'s capital?`,
        `${country}'s capital[| city][?|]`,
        `[which|what] [city|town] is ${country}'s capital?`,
        `${country}[:|,] [what is |]the capital?`,
        `the capital[| city] of ${country} is [what|which city|called what]?`,
        `what is the capital [in|for] ${country}[ called|]?`,
        `[what|which] [city|town] [rules|leads|is the head of] ${country}?`,
        `where [does the government of ${country} sit|is the government of ${country}]?`,
        `how is the capital of ${country} called?`,
        ...indirectly(
          `[what the capital of ${country} is|the capital of ${country}|which city is the capital of ${country}]`
        )
      ],
      answer: [`The capital of ${country} is ${city}.`]
    },
    {
      ask: [
        `where [is|lies] ${city}?`,
        `[in which|in what|which] country is ${city}[| in]?`,
        `${city} is in [which|what] country?`,
        `${city} is the capital of [which|what] country?`,
        `of which country is ${city} the capital?`,
        `${city}[:|,] [which|what] country?`,
        `[tell me|say] where ${city} is`,
        ...indirectly(`[where ${city} is|which country ${city} is in]`)
      ],
      answer: [`${city} is in ${country}.`]
    }
  ]
})

export const words: Topic[] = wordPairs.map(([english, portuguese]) => ({
  ask: [
    `how do you say ${english} in Portuguese?`,
    `[what is|what's] ${english} in Portuguese?`,
    `${english} in Portuguese[|?]`,
    `translate ${english}[ to| into] Portuguese`,
    `what is the Portuguese word for ${english}?`,
    `[say|write|put|tell me] [the word |]${english} in[| Brazilian] Portuguese`,
    `how [would|can|should|could|do] [I|you|we|people] [say|write|put] [the word |]${english} in[| Brazilian] Portuguese?`,
    `how [do|would] [people in Brazil|people in Portugal|Portuguese speakers|they in Brazil] [say|call|write] [the word |]${english}?`,
    `in Portuguese, [what is|how do you say|what's|how do I say] ${english}?`,
    `[what is|what's] the [Portuguese|Brazilian] [word|name|term|translation] [for|of] ${english}?`,
    `[which|what] Portuguese word [means|stands for|is used for] ${english}?`,
    `${english}[:|,] [how do you say that|what is it|what is that|how is it said] in Portuguese?`,
    `the [Portuguese|Portuguese word|translation] [for|of] ${english}[?|]`,
    `[I need|give me|I'm looking for] the Portuguese [word |]for ${english}`,
    `how is ${english} [said|called|written|translated] in[| Brazilian] Portuguese?`,
    `what do [you|they|people] call [it|this] in Portuguese: ${english}?`,
    `I am learning Portuguese. [how do I say|what is|how do you say] ${english}?`,
    `can you [translate ${english}|say ${english}|put ${english}] [in|into] Portuguese?`,
    ...indirectly(
      `[how to say ${english}|what ${english} is|the word for ${english}|how ${english} is said] in Portuguese`
    )
  ],
  answer: [`In Portuguese, ${english} is ${portuguese}.`]
}))

words.push(
  ...wordPairs.map(([english, portuguese]) => ({
    ask: [
      `what does ${portuguese} mean?`,
      `what is ${portuguese} in English?`,
      `translate ${portuguese} into English`,
      `${portuguese} in English[?|]`,
      `what does [the word |the Portuguese word |]${portuguese} mean[| in English]?`,
      `what is the [meaning|translation|English word] [of|for] ${portuguese}?`,
      `how do you say ${portuguese} in English?`,
      `in English, what is ${portuguese}?`,
      `the meaning of ${portuguese}[?|]`,
      `I [read|heard|saw] the word ${portuguese}. what [is it|does it mean]?`,
      ...indirectly(`what [the Portuguese word |]${portuguese} means`)
    ],
    answer: [`The Portuguese word ${portuguese} means ${english}.`]
  }))
)
