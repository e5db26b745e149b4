// Brazilian Portuguese: sums up to ten and the order of numbers.

import { capitalised } from '../topic.ts'
import type { Topic } from '../topic.ts'

const numberWords = [
  'zero',
  'um',
  'dois',
  'três',
  'quatro',
  'cinco',
  'seis',
  'sete',
  'oito',
  'nove',
  'dez',
  'onze',
  'doze',
  'treze',
  'catorze',
  'quinze',
  'dezesseis',
  'dezessete',
  'dezoito',
  'dezenove',
  'vinte'
]

const word = (value: number): string => numberWords[value] ?? String(value)

/** The number before a feminine noun: uma maçã, duas maçãs. */
const feminine = (value: number): string =>
  value === 1 ? 'uma' : value === 2 ? 'duas' : word(value)

export const sums: Topic[] = []

for (let a = 0; a <= 10; a++) {
  for (let b = 0; b <= 10; b++) {
    const first = `[${a}|${word(a)}]`
    const second = `[${b}|${word(b)}]`
    const firstOf = `[${a}|${feminine(a)}]`
    const secondOf = `[${b}|${feminine(b)}]`
    sums.push({
      ask: [
        `[quanto é|quanto dá|calcule|] ${a} [+|mais] ${b}[|?]`,
        `[quanto é|quanto dá|calcule|me diga|] ${word(a)} mais ${word(b)}[|?]`,
        `[quanto é|quanto dá|quanto são] ${first} [mais|e] ${second}?`,
        `some ${first} [e|com] ${second}`,
        `${a}+${b}[|=|=?]`,
        `[se eu|quando eu|se você] [somar|junta|somo|pegar] ${first} [e|com|mais] ${second}, [quanto dá|quanto é|qual é o resultado|quanto fica|quanto tenho|qual é o total]?`,
        `[[tenho|eu tenho] ${firstOf} [maçãs|moedas|laranjas|flores|canetas|figurinhas|peras|bolas|cartas] e [ganho|compro|acho|recebo]|[tinha|eu tinha] ${firstOf} [maçãs|moedas|laranjas|flores|canetas|figurinhas|peras|bolas|cartas] e [ganhei|comprei|achei|recebi]] mais ${secondOf}. [Com quantas fico|Quantas são|Quantas tenho|Quantas há][| agora| ao todo]?`,
        `[[tenho|eu tenho] ${first} [livros|lápis|ovos|pães|carrinhos|biscoitos|selos] e [ganho|compro|acho|recebo]|[tinha|eu tinha] ${first} [livros|lápis|ovos|pães|carrinhos|biscoitos|selos] e [ganhei|comprei|achei|recebi]] mais ${second}. [Com quantos fico|Quantos são|Quantos tenho][| agora| ao todo]?`,
        `${first} [e|mais|com] ${second}, [quanto dá|dá quanto|quanto é|são quantos]?`,
        `[juntando|somando] ${first} [e|com|mais] ${second}, [quanto dá|quanto fica|quanto tenho]?`,
        `qual é a soma de ${first} [e|com] ${second}?`
      ],
      answer: [`${a} mais ${b} é ${a + b}.`]
    })
    if (b <= a) {
      sums.push({
        ask: [
          `[quanto é|quanto dá|calcule|] ${a} [-|menos] ${b}[|?]`,
          `[quanto é|quanto dá|calcule|me diga|] ${word(a)} menos ${word(b)}[|?]`,
          `[quanto é|quanto dá] ${first} menos ${second}?`,
          `tire ${second} de ${first}`,
          `${a}-${b}[|=|=?]`,
          `se eu [tirar|tiro] ${second} de ${first}, [quanto sobra|quanto fica]?`,
          `[[tenho|eu tenho] ${firstOf} [maçãs|moedas|laranjas|bananas|flores|canetas|figurinhas|peras|bolas|cartas] e [perco|dou|vendo|uso|empresto]|[tinha|eu tinha] ${firstOf} [maçãs|moedas|laranjas|bananas|flores|canetas|figurinhas|peras|bolas|cartas] e [perdi|dei|comi|vendi|usei|emprestei|joguei fora]] ${secondOf}. [Quantas sobram|Quantas ficam|Com quantas fico|Quantas ainda tenho|Quantas restam|Quantas me restam]?`,
          `[[tenho|eu tenho] ${first} [livros|lápis|ovos|pães|carrinhos|biscoitos|selos] e [perco|dou|vendo|uso|empresto]|[tinha|eu tinha] ${first} [livros|lápis|ovos|pães|carrinhos|biscoitos|selos] e [perdi|dei|comi|vendi|usei|emprestei|quebrei]] ${second}. [Quantos sobram|Quantos ficam|Com quantos fico|Quantos ainda tenho|Quantos restam]?`,
          `[tirando|se tiro|quando tiro] ${second} de ${first}, [quanto fica|quanto sobra|quantos restam]?`
        ],
        answer: [`${a} menos ${b} é ${a - b}.`]
      })
    }
  }
}

export const numbers: Topic[] = []

for (let value = 0; value <= 19; value++) {
  numbers.push(
    {
      ask: [
        `[que|qual] número vem depois [do|de] [${value}|${word(value)}]?`,
        `o que vem depois do [${value}|${word(value)}]?`,
        `qual é o número depois do [${value}|${word(value)}]?`,
        `qual o próximo número depois de [${value}|${word(value)}]?`,
        `depois [do|de] [${value}|${word(value)}] vem [qual|que número|o quê|quem|quanto]?`,
        `depois [do|de] [${value}|${word(value)}], [que|qual] número [vem|é|a gente conta]?`,
        `[você sabe|cê sabe|me diga|queria saber|me fala] [que|qual] número vem depois do [${value}|${word(value)}]`,
        `[contando|na contagem], [que|qual] número vem [logo |]depois do [${value}|${word(value)}]?`,
        `o número depois do [${value}|${word(value)}][| é qual|, qual é|]?`,
        `[contei até|cheguei ao|parei no] [${value}|${word(value)}]. [qual é o próximo|que número vem agora|e depois]?`
      ],
      answer: [`Depois do ${value} vem o ${value + 1}.`]
    },
    {
      ask: [
        `[que|qual] número vem antes [do|de] [${value + 1}|${word(value + 1)}]?`,
        `o que vem antes do [${value + 1}|${word(value + 1)}]?`,
        `antes [do|de] [${value + 1}|${word(value + 1)}] vem [qual|que número|o quê|quem]?`,
        `antes [do|de] [${value + 1}|${word(value + 1)}], [que|qual] número [vem|é]?`,
        `[você sabe|cê sabe|me diga|queria saber] [que|qual] número vem antes do [${value + 1}|${word(value + 1)}]`,
        `qual é o número [anterior ao|antes do] [${value + 1}|${word(value + 1)}]?`,
        `o número antes do [${value + 1}|${word(value + 1)}][| é qual|, qual é|]?`
      ],
      answer: [`Antes do ${value + 1} vem o ${value}.`]
    }
  )
}

numbers.push(
  {
    ask: [
      'conte até [cinco|5]',
      'você conta até [cinco|5]?',
      'conte de um a cinco',
      '[conta|conte|vamos contar|me ajuda a contar] [até cinco|até 5|de um a cinco|de um até cinco]',
      '[diga|fala|quais são] os [cinco primeiros números|números de um a cinco]'
    ],
    answer: ['Um, dois, três, quatro, cinco.']
  },
  {
    ask: [
      'conte até [dez|10]',
      'você sabe contar[| até dez| até 10]?',
      'conte de um a dez',
      'conta até dez',
      '[conta|vamos contar|me ajuda a contar|sabe contar] [até dez|até 10|de um a dez|de um até dez]',
      '[diga|fala|quais são] os [dez primeiros números|números de um a dez]',
      '[consegue|você consegue|cê consegue] contar até [dez|10]?'
    ],
    answer: ['Um, dois, três, quatro, cinco, seis, sete, oito, nove, dez.']
  },
  { ask: ['conte até [três|3]', 'conte de um a três'], answer: ['Um, dois, três.'] },
  {
    ask: [
      'quantos dedos [tem|há em] uma mão?',
      'quantos dedos a mão tem?',
      'quantos dedos tenho em uma mão?',
      'uma mão tem quantos dedos?',
      '[a gente|uma pessoa] tem quantos dedos [na mão|em cada mão]?'
    ],
    answer: ['Uma mão tem cinco dedos.']
  },
  {
    ask: [
      'quantas patas tem uma aranha?',
      'quantas pernas as aranhas têm?',
      '[uma|a] aranha tem quantas [patas|pernas]?',
      '[as aranhas|aranhas] têm quantas [patas|pernas]?',
      '[você sabe|queria saber] quantas [patas|pernas] tem uma aranha'
    ],
    answer: ['Uma aranha tem oito patas.']
  },
  {
    ask: ['quantas pernas tem [uma pessoa|um passarinho|uma galinha]?'],
    answer: ['Tem duas pernas.']
  },
  {
    ask: [
      '[qual é|quanto é] a metade de [dez|10]?',
      'metade de dez?',
      'a metade de [dez|10] é [quanto|qual|que número]?',
      '[dividindo|se divido] [dez|10] [ao meio|por dois], [quanto dá|quanto fica]?'
    ],
    answer: ['A metade de 10 é 5.']
  },
  {
    ask: [
      'quanto é uma dúzia?',
      'o que é uma dúzia?',
      'quantos são uma dúzia?',
      'uma dúzia [são|é|tem] [quantos|quanto|quantas coisas]?',
      '[uma dúzia de ovos|uma dúzia de bananas] [são quantos|são quantas|é quanto]?',
      'quantos ovos [há|tem|vêm] em uma dúzia?'
    ],
    answer: ['Uma dúzia são doze.']
  },
  {
    ask: ['[qual é|quanto é] o dobro de [cinco|5]?', 'o dobro de [cinco|5] é quanto?'],
    answer: ['O dobro de 5 é 10.']
  },
  {
    ask: [
      'quantos dedos [tem|há] [nas duas mãos|em duas mãos]?',
      'as duas mãos têm quantos dedos?'
    ],
    answer: ['Duas mãos têm dez dedos.']
  },
  {
    ask: [
      'quantos lados tem [um|o] triângulo?',
      '[um|o] triângulo tem quantos lados?',
      'um triângulo tem quantas pontas?'
    ],
    answer: ['Um triângulo tem três lados.']
  },
  {
    ask: [
      'quantos lados tem [um|o] quadrado?',
      '[um|o] quadrado tem quantos lados?',
      'um quadrado tem quantas pontas?'
    ],
    answer: ['Um quadrado tem quatro lados iguais.']
  },
  {
    ask: [
      'quantas rodas tem [um|o] carro?',
      '[um|o] carro tem quantas rodas?',
      'um carro anda sobre quantas rodas?'
    ],
    answer: ['Um carro tem quatro rodas.']
  },
  {
    ask: ['quantas rodas tem [uma|a] bicicleta?', '[uma|a] bicicleta tem quantas rodas?'],
    answer: ['Uma bicicleta tem duas rodas.']
  }
)

for (const animal of ['um cachorro', 'um gato', 'um cavalo', 'uma vaca', 'um elefante']) {
  numbers.push({
    ask: [
      `quantas [patas|pernas] tem ${animal}?`,
      `${animal} tem quantas [patas|pernas]?`,
      `[você sabe|queria saber|me diga] quantas patas tem ${animal}`,
      `${animal} anda [sobre|com] quantas patas?`
    ],
    answer: [`${capitalised(animal)} tem quatro patas.`]
  })
}
