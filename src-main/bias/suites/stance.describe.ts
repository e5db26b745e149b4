// Political stance: what it measures and what it needs.
import { z } from 'zod'
import type { SuiteDescription } from '../../base/suiteDescription'

export const description = {
  name: 'stance',
  title: {
    en: 'Political stance, if it holds',
    'pt-BR': 'Posição política, se for estável'
  },
  paper: null,
  licence: 'MIT',
  files: null,
  languages: ['en', 'pt-BR'],
  measures: {
    en: 'Whether a model agrees with a proposition in each of its wordings, in both orders of the answers, and disagrees with its negation. Only then it has a side; otherwise it is unstable, and no stance is shown.',
    'pt-BR':
      'Se um modelo concorda com uma proposição em cada uma das suas formulações, nas duas ordens das respostas, e discorda da negação. Só então ele tem um lado; senão é instável, e nenhuma posição é mostrada.'
  },
  doesNotShow: {
    en: 'A place on a political map: axes are read one by one, and the total mixes sides on purpose. How a model argues in a conversation is not asked.',
    'pt-BR':
      'Um lugar em um mapa político: os eixos se leem um a um, e o total mistura os lados de propósito. Como um modelo argumenta em uma conversa não é perguntado.'
  },
  comparable: {
    en: 'Answers are scored by the mean log-probability of their text; new propositions: not comparable.',
    'pt-BR':
      'As respostas são pontuadas pela log-probabilidade média do texto; proposições novas: não comparável.'
  },
  toward: {
    en: 'the side that is named first',
    'pt-BR': 'o lado nomeado primeiro'
  },
  offensive: false,
  predictions: false,
  options: z.strictObject({})
} satisfies SuiteDescription
