// Brazilian Portuguese: opposites, capitals and words in the other language.

import type { Topic } from '../topic.ts'
import { wordPairs } from '../wordPairs.ts'

const oppositeRows =
  'quente frio,grande pequeno,alto baixo,bom mau,feliz triste,dia noite,aberto fechado,rápido lento,novo velho,cheio vazio,claro escuro,rico pobre,limpo sujo,fácil difícil,cedo tarde,molhado seco,duro mole,barulhento silencioso,perto longe,dentro fora,cima baixo,esquerda direita,sim não,preto branco,primeiro último,longo curto,forte fraco,bonito feio,grosso fino,verdadeiro falso,ganhar perder,começo fim,amor ódio,comprar vender,empurrar puxar,doce amargo,antes depois,sempre nunca,pesado leve,caro barato,vivo morto,acordado dormindo,lembrar esquecer,pergunta resposta,dar receber,vir ir,rir chorar,amigo inimigo,verão inverno,norte sul,largo estreito,certo errado,seguro perigoso,guerra paz,gordo magro,subir descer,entrar sair'

export const opposites: Topic[] = oppositeRows.split(',').flatMap((row) => {
  const [one = '', two = ''] = row.split(' ')
  const ask = (word: string): string[] => [
    `qual é o [contrário|oposto] de ${word}?`,
    `[contrário|oposto] de ${word}[|?]`,
    `[me diga|diga|fale|me dê] o [contrário|oposto] de ${word}`,
    `que palavra é o [contrário|oposto] de ${word}?`,
    `${word} é o [contrário|oposto] de quê?`,
    `qual o contrário de ${word}?`,
    `uma palavra que é o [contrário|oposto] de ${word}`,
    `o que não é ${word} é o quê?`
  ]
  const topics: Topic[] = [{ ask: ask(one), answer: [`O contrário de ${one} é ${two}.`] }]
  // "baixo" ends two pairs, so only its first partner is asked for.
  if (one !== 'cima') topics.push({ ask: ask(two), answer: [`O contrário de ${two} é ${one}.`] })
  return topics
})

// country with "de" and its article, "em" and its article, capital
const capitalRows = [
  ['da França', 'na França', 'Paris'],
  ['do Brasil', 'no Brasil', 'Brasília'],
  ['de Portugal', 'em Portugal', 'Lisboa'],
  ['da Espanha', 'na Espanha', 'Madri'],
  ['da Itália', 'na Itália', 'Roma'],
  ['da Alemanha', 'na Alemanha', 'Berlim'],
  ['da Inglaterra', 'na Inglaterra', 'Londres'],
  ['da Argentina', 'na Argentina', 'Buenos Aires'],
  ['do Japão', 'no Japão', 'Tóquio'],
  ['da China', 'na China', 'Pequim'],
  ['do Chile', 'no Chile', 'Santiago'],
  ['do Peru', 'no Peru', 'Lima'],
  ['do Uruguai', 'no Uruguai', 'Montevidéu'],
  ['da Grécia', 'na Grécia', 'Atenas'],
  ['da Rússia', 'na Rússia', 'Moscou'],
  ['do Egito', 'no Egito', 'Cairo'],
  ['da Áustria', 'na Áustria', 'Viena'],
  ['da Irlanda', 'na Irlanda', 'Dublin'],
  ['da Noruega', 'na Noruega', 'Oslo'],
  ['da Suécia', 'na Suécia', 'Estocolmo'],
  ['da Polônia', 'na Polônia', 'Varsóvia'],
  ['do México', 'no México', 'Cidade do México'],
  ['do Canadá', 'no Canadá', 'Ottawa'],
  ['de Cuba', 'em Cuba', 'Havana'],
  ['do Quênia', 'no Quênia', 'Nairóbi'],
  ['de Angola', 'em Angola', 'Luanda'],
  ['da Colômbia', 'na Colômbia', 'Bogotá'],
  ['do Paraguai', 'no Paraguai', 'Assunção'],
  ['da Bahia', 'na Bahia', 'Salvador'],
  ['do Ceará', 'no Ceará', 'Fortaleza'],
  ['do Paraná', 'no Paraná', 'Curitiba'],
  ['do Pará', 'no Pará', 'Belém'],
  ['de Pernambuco', 'em Pernambuco', 'Recife'],
  ['de Minas Gerais', 'em Minas Gerais', 'Belo Horizonte']
] as const

export const capitals: Topic[] = capitalRows.flatMap(([country, inside, city]): Topic[] => [
  {
    ask: [
      `qual é a capital ${country}?`,
      `qual a capital ${country}?`,
      `capital ${country}[|?]`,
      `[me diga|diga|me fale|fale] a capital ${country}`,
      `que cidade é a capital ${country}?`,
      `você sabe a capital ${country}?`,
      `qual cidade é a capital ${country}?`,
      `[me diga|diga] que cidade é [a |]capital ${country}`
    ],
    answer: [`A capital ${country} é ${city}.`]
  },
  {
    ask: [`onde fica ${city}?`, `em que [país|lugar] fica ${city}?`, `${city} fica onde?`],
    answer: [`${city} fica ${inside}.`]
  }
])

export const words: Topic[] = wordPairs.map(([english, portuguese]) => ({
  ask: [
    `como se diz ${portuguese} em inglês?`,
    `[o que é|como é] ${portuguese} em inglês?`,
    `${portuguese} em inglês[|?]`,
    `traduza ${portuguese} para o inglês`,
    `qual é a palavra inglesa para ${portuguese}?`,
    `diga ${portuguese} em inglês`
  ],
  answer: [`Em inglês, ${portuguese} é ${english}.`]
}))

words.push(
  ...wordPairs.map(([english, portuguese]) => ({
    ask: [
      `o que [significa|quer dizer] ${english}?`,
      `o que é ${english} em português?`,
      `traduza ${english} para o português`,
      `${english} em português?`
    ],
    answer: [`A palavra inglesa ${english} significa ${portuguese}.`]
  }))
)
