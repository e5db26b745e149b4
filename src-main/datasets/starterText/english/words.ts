// English: opposites, capitals and words in the other language.

import type { Topic } from '../topic.ts'
import { wordPairs } from '../wordPairs.ts'

const oppositeRows =
  'hot cold,big small,tall short,good bad,happy sad,day night,open closed,fast slow,new old,young old,full empty,light dark,rich poor,clean dirty,easy difficult,early late,wet dry,hard soft,loud quiet,near far,inside outside,up down,left right,yes no,black white,first last,long short,strong weak,beautiful ugly,thick thin,true false,win lose,start end,love hate,buy sell,push pull,sweet bitter,high low,before after,always never,heavy light,cheap expensive,alive dead,awake asleep,remember forget,question answer,give take,come go,laugh cry,friend enemy,summer winter,north south,wide narrow,right wrong,safe dangerous,war peace'

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
    `what [word |]is the reverse of ${word}?`
  ]
  const topics: Topic[] = [{ ask: ask(one), answer: [`The opposite of ${one} is ${two}.`] }]
  // A word that ends two pairs (old, short, light) has no single opposite to ask for.
  if (!['old', 'short', 'light', 'right'].includes(two))
    topics.push({ ask: ask(two), answer: [`The opposite of ${two} is ${one}.`] })
  return topics
})

const capitalRows =
  'France Paris,Brazil Brasília,Portugal Lisbon,Spain Madrid,Italy Rome,Germany Berlin,England London,Argentina Buenos_Aires,Japan Tokyo,China Beijing,Chile Santiago,Peru Lima,Uruguay Montevideo,Greece Athens,Russia Moscow,Egypt Cairo,Austria Vienna,Ireland Dublin,Norway Oslo,Sweden Stockholm,Poland Warsaw,Mexico Mexico_City,Canada Ottawa,Cuba Havana,Kenya Nairobi,Angola Luanda,Colombia Bogotá,Denmark Copenhagen,Finland Helsinki,Belgium Brussels'

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

export const words: Topic[] = wordPairs.map(([english, portuguese]) => ({
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
