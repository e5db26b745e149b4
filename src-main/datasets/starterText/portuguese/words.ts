// Brazilian Portuguese: opposites, capitals and words in the other language.

import type { Topic } from '../topic.ts'
import { wordPairs } from '../wordPairs.ts'

const oppositeRows =
  'quente frio,grande pequeno,alto baixo,bom mau,feliz triste,dia noite,aberto fechado,rápido lento,novo velho,cheio vazio,claro escuro,rico pobre,limpo sujo,fácil difícil,cedo tarde,molhado seco,duro mole,barulhento silencioso,perto longe,dentro fora,cima baixo,esquerda direita,sim não,preto branco,primeiro último,longo curto,forte fraco,bonito feio,grosso fino,verdadeiro falso,ganhar perder,começo fim,amor ódio,comprar vender,empurrar puxar,doce amargo,antes depois,sempre nunca,pesado leve,caro barato,vivo morto,acordado dormindo,lembrar esquecer,pergunta resposta,dar receber,vir ir,rir chorar,amigo inimigo,verão inverno,norte sul,largo estreito,certo errado,seguro perigoso,guerra paz,gordo magro,subir descer,entrar sair,abrir fechar,corajoso medroso,igual diferente,calmo agitado,líquido sólido,público privado,ligar desligar,mais menos,tudo nada,acender apagar'

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
    `o que não é ${word} é o quê?`,
    `[você sabe|cê sabe|sabe me dizer|tem ideia de] qual é o [contrário|oposto] de ${word}?`,
    `[queria|quero|preciso] saber o [contrário|oposto] de ${word}`,
    `[como se diz|como se chama|como é] o [contrário|oposto] de ${word}?`,
    `${word} tem [qual|que] [contrário|oposto]?`,
    `${word}, [contrário|oposto][?|]`,
    `[se não é|quando não é|não sendo] ${word}, é o quê?`,
    `[qual palavra|que palavra] [significa|quer dizer] o [contrário|oposto] de ${word}?`,
    `[o contrário|o oposto] da palavra ${word} é [qual|o quê]?`,
    `[me ajuda com|me lembra] o [contrário|oposto] de ${word}`,
    `o antônimo de ${word}[| é qual| qual é]?`
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
  ['de Minas Gerais', 'em Minas Gerais', 'Belo Horizonte'],
  ['do Amazonas', 'no Amazonas', 'Manaus'],
  ['do Rio Grande do Sul', 'no Rio Grande do Sul', 'Porto Alegre'],
  ['de Santa Catarina', 'em Santa Catarina', 'Florianópolis'],
  ['de Goiás', 'em Goiás', 'Goiânia'],
  ['do Maranhão', 'no Maranhão', 'São Luís'],
  ['da Paraíba', 'na Paraíba', 'João Pessoa'],
  ['do Espírito Santo', 'no Espírito Santo', 'Vitória'],
  ['de Alagoas', 'em Alagoas', 'Maceió'],
  ['de Mato Grosso', 'em Mato Grosso', 'Cuiabá'],
  ['do Acre', 'no Acre', 'Rio Branco'],
  ['da Índia', 'na Índia', 'Nova Délhi'],
  ['da Austrália', 'na Austrália', 'Camberra'],
  ['da Turquia', 'na Turquia', 'Ancara'],
  ['da Bélgica', 'na Bélgica', 'Bruxelas'],
  ['da Dinamarca', 'na Dinamarca', 'Copenhague'],
  ['da Finlândia', 'na Finlândia', 'Helsinque'],
  ['da Venezuela', 'na Venezuela', 'Caracas'],
  ['de Moçambique', 'em Moçambique', 'Maputo']
] as const

/** "da França" -> "a França", "de Cuba" -> "Cuba". */
const subject = (country: string): string => country.replace(/^de /, '').replace(/^d([oa]) /, '$1 ')

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
      `[me diga|diga] que cidade é [a |]capital ${country}`,
      `${subject(country)} tem [qual|que] cidade [como|por] capital?`,
      `${subject(country)} tem [que|qual] capital?`,
      `[qual|que cidade] é [mesmo |]a capital ${country}?`,
      `a capital ${country} [é qual|é qual cidade|qual é|como se chama|fica onde|é onde]?`,
      `como se chama a capital ${country}?`,
      `[qual é o|o|me diga o] nome da capital ${country}[|?]`,
      `[cê sabe|sabe|sabe me dizer|você lembra|tem ideia de] [qual é |]a capital ${country}?`,
      `[queria|quero|preciso|gostaria de] saber [qual é |]a capital ${country}`,
      `onde fica a capital ${country}?`,
      `${subject(country)}: [qual é a |]capital[?|]`,
      `[na aula perguntaram:|esqueci:] qual é a capital ${country}?`
    ],
    answer: [`A capital ${country} é ${city}.`]
  },
  {
    ask: [
      `onde fica ${city}?`,
      `em que [país|lugar|parte do mundo] fica ${city}?`,
      `${city} fica [onde|em que lugar]?`,
      `onde é [que fica |]${city}?`,
      `[você sabe|cê sabe|me diga|queria saber|quero saber] onde fica ${city}`,
      `${city} é capital de [onde|que lugar|quê]?`,
      `[de onde|de que lugar] ${city} é [a |]capital?`,
      `onde está [a cidade de |]${city}?`,
      `[se eu for|quando vou|viajando] para ${city}, [onde|em que lugar] [estou|vou estar]?`
    ],
    answer: [`${city} fica ${inside}. É a capital ${country}.`]
  }
])

// English, Portuguese: what people say to each other; asked for in English only.
const phrasePairs = [
  ['good morning', 'bom dia'],
  ['good afternoon', 'boa tarde'],
  ['good night', 'boa noite'],
  ['please', 'por favor'],
  ['sorry', 'desculpe'],
  ['I love you', 'eu te amo'],
  ['happy birthday', 'feliz aniversário'],
  ['see you tomorrow', 'até amanhã'],
  ['how are you', 'como vai você'],
  ['my name is', 'meu nome é'],
  ['I am hungry', 'estou com fome'],
  ['welcome', 'bem-vindo'],
  ['good luck', 'boa sorte'],
  ['thank you very much', 'muito obrigado']
] as const

export const words: Topic[] = [...wordPairs, ...phrasePairs].map(([english, portuguese]) => ({
  ask: [
    `como se diz ${portuguese} em inglês?`,
    `[o que é|como é] ${portuguese} em inglês?`,
    `${portuguese} em inglês[|?]`,
    `traduza ${portuguese} para o inglês`,
    `qual é a palavra inglesa para ${portuguese}?`,
    `diga ${portuguese} em inglês`,
    `como [eu falo|a gente fala|se fala|falo|eu digo|digo|a gente diz|se escreve|fica|é que se diz|você diz] ${portuguese} em inglês?`,
    `em inglês, como [se diz|se fala|eu falo|é|fica|se escreve] ${portuguese}?`,
    `[qual é|qual] a palavra [inglesa|em inglês] [para|que significa|de] ${portuguese}?`,
    `[que|qual] palavra inglesa [significa|quer dizer] ${portuguese}?`,
    `[traduz|traduza|me traduz|me traduza|você traduz|pode traduzir|dá para traduzir] ${portuguese} [para o|pro|para|em] inglês[|?]`,
    `[qual é|qual] a tradução de ${portuguese} [em|para o|pro] inglês?`,
    `tradução de ${portuguese} para [o |]inglês`,
    `[me ensina|me ensine] [a falar|a dizer|como se diz] ${portuguese} em inglês`,
    `[queria|quero|preciso] [falar|dizer|escrever] ${portuguese} em inglês[|. como faço?|. como é?]`,
    `[você sabe|cê sabe|sabe|me diga|me fala] como [se diz|se fala|é] ${portuguese} em inglês[|?]`,
    `como [um americano|um inglês|quem fala inglês|alguém em Londres] [diz|fala|chama] ${portuguese}?`,
    `a palavra ${portuguese}, [em inglês|passada para o inglês], [como fica|é qual|é o quê]?`,
    `${portuguese} [se diz|se fala|é] [como|o quê] em inglês?`
  ],
  answer: [`Em inglês, ${portuguese} é ${english}.`]
}))

words.push(
  ...wordPairs.map(([english, portuguese]) => ({
    ask: [
      `o que [significa|quer dizer] ${english}?`,
      `o que é ${english} em português?`,
      `traduza ${english} para o português`,
      `${english} em português[|?]`,
      `[como se diz|como se fala|como é|como fica] ${english} em português?`,
      `em português, [o que é|como se diz|como fica] ${english}?`,
      `[traduz|traduza|me traduz|pode traduzir] ${english} [para o|pro|em] português[|?]`,
      `[qual é|qual] a tradução de ${english}[| em português| para o português]?`,
      `[qual é o|qual o] significado de ${english}?`,
      `[vi|li|ouvi|achei] a palavra [inglesa |]${english}. [o que é|o que significa|o que quer dizer|o que é isso]?`,
      `a palavra [inglesa |]${english} [significa|quer dizer] [o quê|o que]?`,
      `${english} é o que em português?`,
      `[você sabe|cê sabe|me diga|queria saber] o que [significa|quer dizer] ${english}[| em inglês]?`
    ],
    answer: [`A palavra inglesa ${english} significa ${portuguese}.`]
  }))
)
