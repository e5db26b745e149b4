// Brazilian Portuguese: small facts in tables (animals, colours, numbers, days, opposites, capitals).

import { wordPairs } from '../english/facts.ts'
import { capitalised } from '../topic.ts'
import type { Topic, TopicGroup } from '../topic.ts'

/** "de" joined with an article: o gato -> do gato, a vaca -> da vaca. */
const of = (noun: string): string => `d${noun}`
const indefinite = (noun: string): string => noun.replace(/^o /, 'um ').replace(/^a /, 'uma ')

// name with article, plural, sound as a sentence, where it lives, what it eats, young
const animalRows = [
  ['o cachorro', 'cachorros', 'faz au au', 'com as pessoas', 'carne e ração', 'filhote'],
  ['o gato', 'gatos', 'faz miau', 'com as pessoas', 'carne e peixe', 'gatinho'],
  ['a vaca', 'vacas', 'faz mu', 'na fazenda', 'capim', 'bezerro'],
  ['a ovelha', 'ovelhas', 'faz mé', 'na fazenda', 'capim', 'cordeiro'],
  ['o porco', 'porcos', 'faz oinc', 'na fazenda', 'quase tudo', 'leitão'],
  ['o cavalo', 'cavalos', 'relincha', 'na fazenda', 'capim e feno', 'potro'],
  ['o pato', 'patos', 'faz quá quá', 'perto da água', 'plantas e insetos', 'patinho'],
  ['a galinha', 'galinhas', 'faz cocoricó', 'na fazenda', 'milho e minhocas', 'pintinho'],
  ['o leão', 'leões', 'ruge', 'na África', 'carne', 'filhote'],
  ['o urso', 'ursos', 'rosna', 'na floresta', 'frutas, peixe e mel', 'filhote'],
  ['o sapo', 'sapos', 'coaxa', 'perto de lagoas', 'insetos', 'girino'],
  ['a abelha', 'abelhas', 'faz zum zum', 'na colmeia', 'néctar', 'larva'],
  ['a coruja', 'corujas', 'pia', 'nas árvores', 'ratos', 'filhote'],
  ['a cobra', 'cobras', 'sibila', 'em lugares quentes', 'pequenos animais', 'filhote'],
  ['o rato', 'ratos', 'guincha', 'em pequenos buracos', 'sementes e queijo', 'filhote'],
  ['o lobo', 'lobos', 'uiva', 'na floresta', 'carne', 'lobinho'],
  ['o passarinho', 'passarinhos', 'faz piu piu', 'nas árvores', 'sementes e insetos', 'filhote'],
  ['a cabra', 'cabras', 'faz mé', 'na fazenda', 'capim e folhas', 'cabrito'],
  ['o elefante', 'elefantes', 'barre', 'na África e na Ásia', 'folhas e capim', 'filhote'],
  ['o macaco', 'macacos', 'guincha', 'na floresta', 'frutas e folhas', 'filhote'],
  ['o peixe', 'peixes', '', 'na água', 'plantas e bichinhos', 'alevino'],
  ['a baleia', 'baleias', '', 'no mar', 'pequenos animais do mar', 'filhote'],
  ['o coelho', 'coelhos', '', 'na toca', 'capim e cenoura', 'filhote'],
  ['o pinguim', 'pinguins', '', 'em lugares frios', 'peixe', 'filhote'],
  ['a aranha', 'aranhas', '', 'na teia', 'insetos', 'filhote'],
  ['a borboleta', 'borboletas', '', 'perto das flores', 'néctar', 'lagarta'],
  ['a formiga', 'formigas', '', 'no formigueiro', 'folhas e sementes', 'larva'],
  ['a girafa', 'girafas', '', 'na África', 'folhas', 'filhote'],
  ['o tigre', 'tigres', 'ruge', 'na Ásia', 'carne', 'filhote'],
  ['o papagaio', 'papagaios', 'fala e grita', 'na floresta', 'frutas e sementes', 'filhote'],
  ['a onça', 'onças', 'esturra', 'na mata', 'carne', 'filhote'],
  ['o tamanduá', 'tamanduás', '', 'no cerrado', 'formigas e cupins', 'filhote']
] as const

const animals: Topic[] = animalRows.flatMap(([the, many, sound, home, food, young]): Topic[] => {
  const a = indefinite(the)
  const topics: Topic[] = [
    {
      ask: [
        `onde [vive|mora] ${the}?`,
        `onde ${the} [vive|mora]?`,
        `onde [vivem|moram] [os |as |]${many}?`.replace(
          '[os |as |]',
          the.startsWith('o ') ? 'os ' : 'as '
        ),
        `em que lugar vive ${the}?`,
        `qual é a casa ${of(the)}?`,
        `onde encontro ${many}?`
      ],
      answer: [`${capitalised(the)} vive ${home}.`]
    },
    {
      ask: [
        `o que ${the} come?`,
        `o que come ${the}?`,
        `o que comem ${the.startsWith('o ') ? 'os' : 'as'} ${many}?`,
        `qual é a comida ${of(the)}?`,
        `do que ${the} se alimenta?`,
        `o que dou de comer para ${a}?`,
        `que comida ${the} come?`
      ],
      answer: [`${capitalised(the)} come ${food}.`]
    },
    {
      ask: [
        `como se chama o filhote ${of(the)}?`,
        `qual é o nome do filhote ${of(the)}?`,
        `[o filhote|o bebê] ${of(the)} se chama como?`
      ],
      answer: [
        young === 'filhote'
          ? `O bebê ${of(the)} se chama filhote.`
          : `O filhote ${of(the)} se chama ${young}.`
      ]
    }
  ]
  if (sound) {
    topics.push({
      ask: [
        `[que|qual] [som|barulho] ${the} faz?`,
        `como ${the} faz?`,
        `como faz ${the}?`,
        `qual é o [som|barulho] ${of(the)}?`,
        `o som ${of(the)}?`,
        `que [som|barulho] faz ${the}?`,
        `que barulho fazem ${the.startsWith('o ') ? 'os' : 'as'} ${many}?`,
        `[me diga|diga|me fala] o [som|barulho] ${of(the)}`,
        `que [barulho|som] vem ${of(the)}?`
      ],
      answer: [`${capitalised(the)} ${sound}.`]
    })
  }
  return topics
})

// thing with article, plural with article (or nothing), colour, colour in the plural
const colourRows = [
  ['o céu', '', 'azul'],
  ['a grama', '', 'verde'],
  ['a banana', 'as bananas', 'amarela'],
  ['o sol', '', 'amarelo'],
  ['a neve', '', 'branca'],
  ['o tomate', 'os tomates', 'vermelho'],
  ['o morango', 'os morangos', 'vermelho'],
  ['a laranja', 'as laranjas', 'laranja'],
  ['a cenoura', 'as cenouras', 'laranja'],
  ['o leite', '', 'branco'],
  ['o carvão', '', 'preto'],
  ['a noite', '', 'escura, quase preta'],
  ['o chocolate', '', 'marrom'],
  ['o sangue', '', 'vermelho'],
  ['o limão', 'os limões', 'verde'],
  ['o mar', '', 'azul'],
  ['a folha', 'as folhas', 'verde'],
  ['a cereja', 'as cerejas', 'vermelha'],
  ['o elefante', 'os elefantes', 'cinza'],
  ['o flamingo', 'os flamingos', 'rosa'],
  ['o sapo', 'os sapos', 'verde'],
  ['a nuvem', 'as nuvens', 'branca ou cinza'],
  ['o urso polar', 'os ursos polares', 'branco'],
  ['a madeira', '', 'marrom'],
  ['o café', '', 'marrom'],
  ['a maçã', 'as maçãs', 'vermelha ou verde'],
  ['a uva', 'as uvas', 'roxa ou verde'],
  ['o ouro', '', 'amarelo'],
  ['o sal', '', 'branco'],
  ['o arroz', '', 'branco'],
  ['o corvo', 'os corvos', 'preto'],
  ['a rosa', 'as rosas', 'vermelha, rosa, branca ou amarela'],
  ['a abóbora', 'as abóboras', 'laranja'],
  ['o açaí', '', 'roxo'],
  ['o abacate', 'os abacates', 'verde']
] as const

const colours: Topic[] = [
  ...colourRows.map(([the, many, colour]): Topic => ({
    ask: [
      `[de |]que cor é ${the}?`,
      `qual é a cor ${of(the)}?`,
      `a cor ${of(the)}?`,
      `[me diga|diga] a cor ${of(the)}`,
      `qual a cor ${of(the)}?`,
      `${the} é de que cor?`,
      `${the} tem que cor?`,
      `que cor tem ${the}?`,
      ...(many
        ? [
            `de que cor são ${many}?`,
            `${many} são de que cor?`,
            `qual é a cor ${of(many)}?`,
            `${many.slice(3)} têm [qual|que] cor?`,
            `de qual cor são ${many}?`
          ]
        : [])
    ],
    answer: [`${capitalised(the)} é ${colour}.`]
  })),
  {
    ask: [
      'que cores [você conhece|existem|há]?',
      'diga [algumas|três] cores',
      'me diga umas cores',
      'liste algumas cores'
    ],
    answer: ['Vermelho, amarelo, azul, verde, laranja, roxo, preto e branco são cores.']
  },
  {
    ask: [
      'azul [com|e] amarelo [dá|fazem|dão] o quê?',
      'o que dá misturar azul e amarelo?',
      'como faço verde?',
      'azul mais amarelo dá que cor?'
    ],
    answer: ['Azul e amarelo dão verde.']
  },
  {
    ask: [
      'vermelho [com|e] amarelo [dá|fazem|dão] o quê?',
      'o que dá misturar vermelho e amarelo?',
      'como faço laranja?'
    ],
    answer: ['Vermelho e amarelo dão laranja.']
  },
  {
    ask: [
      'vermelho [com|e] azul [dá|fazem|dão] o quê?',
      'o que dá misturar vermelho e azul?',
      'como faço roxo?'
    ],
    answer: ['Vermelho e azul dão roxo.']
  },
  {
    ask: ['qual é a sua cor [favorita|preferida]?', 'de que cor você gosta?'],
    answer: ['Não vejo cores, mas gosto da palavra azul.']
  }
]

const oppositeRows =
  'quente frio,grande pequeno,alto baixo,bom mau,feliz triste,dia noite,aberto fechado,rápido lento,novo velho,cheio vazio,claro escuro,rico pobre,limpo sujo,fácil difícil,cedo tarde,molhado seco,duro mole,barulhento silencioso,perto longe,dentro fora,cima baixo,esquerda direita,sim não,preto branco,primeiro último,longo curto,forte fraco,bonito feio,grosso fino,verdadeiro falso,ganhar perder,começo fim,amor ódio,comprar vender,empurrar puxar,doce amargo,antes depois,sempre nunca,pesado leve,caro barato,vivo morto,acordado dormindo,lembrar esquecer,pergunta resposta,dar receber,vir ir,rir chorar,amigo inimigo,verão inverno,norte sul,largo estreito,certo errado,seguro perigoso,guerra paz,gordo magro,subir descer,entrar sair'
const opposites: Topic[] = oppositeRows.split(',').flatMap((row) => {
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

const sums: Topic[] = []
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
        `se eu [somar|junto|somo] ${first} [e|com|mais] ${second}, [quanto dá|quanto é|qual é o resultado]?`,
        `tenho ${firstOf} [maçãs|moedas|balas|laranjas] e ganho mais ${secondOf}. Com quantas fico[| agora]?`,
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
          `[tenho|tinha] ${firstOf} [maçãs|moedas|laranjas|bananas] e [perco|dou|vendo|perdi|dei|como] ${secondOf}. [Quantas sobram|Quantas ficam|Com quantas fico]?`
        ],
        answer: [`${a} menos ${b} é ${a - b}.`]
      })
    }
  }
}

const numbers: Topic[] = []
for (let value = 0; value <= 19; value++) {
  numbers.push(
    {
      ask: [
        `[que|qual] número vem depois [do|de] [${value}|${word(value)}]?`,
        `o que vem depois do [${value}|${word(value)}]?`,
        `qual é o número depois do [${value}|${word(value)}]?`,
        `qual o próximo número depois de [${value}|${word(value)}]?`
      ],
      answer: [`Depois do ${value} vem o ${value + 1}.`]
    },
    {
      ask: [
        `[que|qual] número vem antes [do|de] [${value + 1}|${word(value + 1)}]?`,
        `o que vem antes do [${value + 1}|${word(value + 1)}]?`
      ],
      answer: [`Antes do ${value + 1} vem o ${value}.`]
    }
  )
}
numbers.push(
  {
    ask: ['conte até [cinco|5]', 'você conta até [cinco|5]?', 'conte de um a cinco'],
    answer: ['Um, dois, três, quatro, cinco.']
  },
  {
    ask: [
      'conte até [dez|10]',
      'você sabe contar[| até dez| até 10]?',
      'conte de um a dez',
      'conta até dez'
    ],
    answer: ['Um, dois, três, quatro, cinco, seis, sete, oito, nove, dez.']
  },
  { ask: ['conte até [três|3]', 'conte de um a três'], answer: ['Um, dois, três.'] },
  {
    ask: [
      'quantos dedos [tem|há em] uma mão?',
      'quantos dedos a mão tem?',
      'quantos dedos tenho em uma mão?'
    ],
    answer: ['Uma mão tem cinco dedos.']
  },
  {
    ask: [
      'quantas patas tem [um cachorro|um gato|um cavalo|uma vaca]?',
      'quantas pernas tem [um cavalo|um gato]?'
    ],
    answer: ['Tem quatro patas.']
  },
  {
    ask: ['quantas patas tem uma aranha?', 'quantas pernas as aranhas têm?'],
    answer: ['Uma aranha tem oito patas.']
  },
  {
    ask: ['quantas pernas tem [uma pessoa|um passarinho|uma galinha]?'],
    answer: ['Tem duas pernas.']
  },
  {
    ask: ['[qual é|quanto é] a metade de [dez|10]?', 'metade de dez?'],
    answer: ['A metade de 10 é 5.']
  },
  {
    ask: ['quanto é uma dúzia?', 'o que é uma dúzia?', 'quantos são uma dúzia?'],
    answer: ['Uma dúzia são doze.']
  }
)

const dayNames = [
  'segunda-feira',
  'terça-feira',
  'quarta-feira',
  'quinta-feira',
  'sexta-feira',
  'sábado',
  'domingo'
]
const monthNames = [
  'janeiro',
  'fevereiro',
  'março',
  'abril',
  'maio',
  'junho',
  'julho',
  'agosto',
  'setembro',
  'outubro',
  'novembro',
  'dezembro'
]
const shortDay = (name: string): string =>
  name.endsWith('-feira') ? `[${name}|${name.replace('-feira', '')}]` : name
const neighbours = (names: readonly string[], kind: string): Topic[] =>
  names.flatMap((name, index): Topic[] => {
    const next = names[(index + 1) % names.length] ?? ''
    const previous = names[(index + names.length - 1) % names.length] ?? ''
    const said = shortDay(name)
    const joined = kind === 'mês' ? `de ${said}` : `${/-feira/.test(name) ? 'da' : 'do'} ${said}`
    const article = kind === 'mês' ? '' : /-feira/.test(next) ? 'a ' : 'o '
    const previousArticle = kind === 'mês' ? '' : /-feira/.test(previous) ? 'a ' : 'o '
    const plain = joined.startsWith('de ') ? `de ${name}` : `${joined.slice(0, 2)} ${name}`
    const today =
      kind === 'dia'
        ? [
            `hoje é ${said}. [que|qual] dia é amanhã?`,
            `se hoje é ${said}, que dia é amanhã?`,
            `ontem foi ${said}. que dia é [hoje|agora]?`,
            `${said} [já passou|terminou|foi ontem]. [que|qual] dia [é agora|vem agora|é hoje]?`
          ]
        : [`${said} [já passou|terminou]. [que|qual] mês [é agora|vem agora]?`]
    const yesterday =
      kind === 'dia'
        ? [`hoje é ${said}. que dia foi ontem?`, `amanhã é ${said}. que dia é hoje?`]
        : []
    return [
      {
        ask: [
          `[que|qual] ${kind} vem depois ${joined}?`,
          `o que vem depois ${joined}?`,
          `qual é o ${kind} depois ${joined}?`,
          `depois ${joined}, que ${kind} [é|vem]?`,
          `o ${kind} depois ${joined}?`,
          ...today,
          ...today
        ],
        answer: [`Depois ${plain} vem ${article}${next}.`]
      },
      {
        ask: [
          `[que|qual] ${kind} vem antes ${joined}?`,
          `o que vem antes ${joined}?`,
          `o ${kind} antes ${joined}?`,
          `qual é o ${kind} antes ${joined}?`,
          ...yesterday
        ],
        answer: [`Antes ${plain} vem ${previousArticle}${previous}.`]
      }
    ]
  })

const calendar: Topic[] = [
  ...neighbours(dayNames, 'dia'),
  ...neighbours(monthNames, 'mês'),
  {
    ask: [
      'quantos dias tem [uma|a] semana?',
      'quantos dias há na semana?',
      'quanto dura uma semana?'
    ],
    answer: ['A semana tem sete dias.']
  },
  {
    ask: ['quantos meses tem [um|o] ano?', 'quantos meses há no ano?'],
    answer: ['O ano tem doze meses.']
  },
  {
    ask: ['quantas horas tem [um|o] dia?', 'quantas horas há em um dia?', 'quanto dura um dia?'],
    answer: ['O dia tem vinte e quatro horas.']
  },
  {
    ask: [
      'quantos minutos tem [uma|a] hora?',
      'quanto dura uma hora?',
      'quantos minutos há em uma hora?'
    ],
    answer: ['A hora tem sessenta minutos.']
  },
  {
    ask: ['quantos segundos tem [um|o] minuto?', 'quanto dura um minuto?'],
    answer: ['O minuto tem sessenta segundos.']
  },
  { ask: ['quantos dias tem [um|o] ano?', 'quanto dura um ano?'], answer: ['O ano tem 365 dias.'] },
  {
    ask: [
      'quais são os dias da semana?',
      'diga os dias da semana',
      'liste os dias da semana',
      'os dias da semana, por favor'
    ],
    answer: ['Segunda, terça, quarta, quinta, sexta, sábado e domingo.']
  },
  {
    ask: [
      'quais são as [quatro |]estações[| do ano]?',
      'diga as estações do ano',
      'quantas estações há?',
      'liste as estações'
    ],
    answer: ['As quatro estações são primavera, verão, outono e inverno.']
  },
  {
    ask: ['qual é a estação mais quente?', 'quando faz calor?', 'em que estação faz calor?'],
    answer: ['O verão é a estação mais quente.']
  },
  {
    ask: ['qual é a estação mais fria?', 'quando faz frio?', 'em que estação faz frio?'],
    answer: ['O inverno é a estação mais fria.']
  },
  {
    ask: [
      'o que é o fim de semana?',
      'quais dias são o fim de semana?',
      'quando é o fim de semana?'
    ],
    answer: ['O fim de semana é sábado e domingo.']
  },
  {
    ask: ['qual é o primeiro mês[| do ano]?', 'que mês é o primeiro?'],
    answer: ['Janeiro é o primeiro mês do ano.']
  },
  {
    ask: ['qual é o último mês[| do ano]?', 'que mês é o último?', 'quando é o Natal?'],
    answer: ['Dezembro é o último mês do ano, e nele cai o Natal.']
  }
]

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
const capitals: Topic[] = capitalRows.flatMap(([country, inside, city]): Topic[] => [
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

const words: Topic[] = wordPairs.map(([english, portuguese]) => ({
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

export const portugueseFacts: TopicGroup[] = [
  { name: 'animals', weight: 5, topics: animals },
  { name: 'colours', weight: 4, topics: colours },
  { name: 'opposites', weight: 5, topics: opposites },
  { name: 'sums', weight: 8, topics: sums },
  { name: 'numbers', weight: 3, topics: numbers },
  { name: 'calendar', weight: 5, topics: calendar },
  { name: 'capitals', weight: 4, topics: capitals },
  { name: 'words', weight: 4, topics: words }
]
