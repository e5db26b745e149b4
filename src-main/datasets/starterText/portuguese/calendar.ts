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
    const after = [
      `[que|qual] ${kind} [chega|entra|começa|temos|vem] [quando|depois que|assim que|logo que] ${said} [acaba|termina|passa|se vai]?`,
      `[quando|depois que|assim que] ${said} [acaba|termina|passa], [que|qual] ${kind} [chega|entra|começa|vem|temos]?`,
      `[acabou|terminou|passou] ${said}. [e agora, |então |][que|qual] ${kind} [vem|chega|é|começa]?`,
      `[você sabe|cê sabe|sabe|me diga|me fala|queria saber] [que|qual] ${kind} vem depois ${joined}`,
      `o próximo ${kind} depois ${joined}[, qual é|][?|]`,
      `[logo |]depois ${joined} vem [qual|que|o quê]?`,
      `depois ${joined} vem [o quê|quem|que ${kind}]?`,
      `qual ${kind} [segue|sucede|vem logo após|vem após] ${said}?`
    ]
    const before = [
      `[que|qual] ${kind} [acaba|termina|passa] quando ${said} [começa|chega]?`,
      `antes ${joined} vem [qual|que ${kind}|o quê]?`,
      `antes ${joined}, [que|qual] ${kind} [é|vem|temos]?`,
      `[você sabe|cê sabe|me diga|me fala|queria saber] [que|qual] ${kind} vem antes ${joined}`,
      `[que|qual] ${kind} vem logo antes ${joined}?`,
      `${said} vem depois de que ${kind}?`,
      `o ${kind} anterior a ${said} é [qual|que ${kind}]?`
    ]
    const today =
      kind === 'dia'
        ? [
            `hoje é ${said}. [que|qual] dia é amanhã?`,
            `se hoje é ${said}, que dia é amanhã?`,
            `[se |]ontem foi ${said}[. |, ][que|qual] dia é [hoje|agora]?`,
            `hoje é ${said}[. E|, e] amanhã[, que dia é|, é o quê|]?`,
            `amanhã é [que|qual] dia, se hoje é ${said}?`,
            `${said} [já passou|terminou|foi ontem|já foi|ficou para trás|chegou ao fim]. [e |então |agora |][que|qual] dia [é|vem agora|é hoje|temos|vem depois|começa]?`
          ]
        : [
            `${said} [já passou|terminou|já foi]. [que|qual] mês [é agora|vem agora|vem depois]?`,
            `[estamos em|agora é] ${said}. [que|qual] [é o mês que vem|mês vem depois|é o próximo mês]?`,
            `se [estamos em|agora é] ${said}, [que|qual] é o [próximo mês|mês que vem]?`
          ]
    const yesterday =
      kind === 'dia'
        ? [
            `hoje é ${said}. [que|qual] dia foi ontem?`,
            `amanhã é ${said}. [que|qual] dia é hoje?`,
            `se [hoje|agora] é ${said}, [que|qual] dia foi ontem?`,
            `se amanhã [é|vai ser|for] ${said}, [que|qual] dia é hoje?`
          ]
        : [
            `[estamos em|agora é|este mês é] ${said}. [que|qual] mês foi o anterior?`,
            `se [estamos em|agora é] ${said}, [que|qual] foi o mês passado?`
          ]
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
          ...after,
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
          ...before,
          ...yesterday
        ],
        answer: [`Antes ${plain} vem ${previousArticle}${previous}.`]
      }
    ]
  })

export const calendar: Topic[] = [...neighbours(dayNames, 'dia'), ...neighbours(monthNames, 'mês')]
