// Brazilian Portuguese: days, months, seasons and units of time.

import type { Topic } from '../topic.ts'

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
            `${said} [já passou|terminou|foi ontem|já foi|ficou para trás|chegou ao fim]. [e |então |agora |][que|qual] dia [é|vem agora|é hoje|temos|vem depois|começa]?`
          ]
        : [`${said} [já passou|terminou|já foi]. [que|qual] mês [é agora|vem agora|vem depois]?`]
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
          `[me diga|diga] o ${kind} [que vem |]depois ${joined}`,
          `quando ${said} [termina|chega ao fim], que ${kind} [começa|vem]?`,
          `${said} vem antes de que ${kind}?`,
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

export const calendar: Topic[] = [
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
