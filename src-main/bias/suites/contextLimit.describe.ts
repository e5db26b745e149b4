// The limit of the context: what it measures and what it needs.
import { z } from 'zod'
import type { SuiteDescription } from '../../base/suiteDescription'

export const description = {
  name: 'context-limit',
  title: {
    en: 'Limit of the context',
    'pt-BR': 'Limite do contexto'
  },
  paper: null,
  licence: 'MIT',
  files: null,
  languages: ['en', 'pt-BR'],
  measures: {
    en: 'Whether a fact planted early or late in a text of some length is still known at its end: the planted word against another one, at four lengths up to the context and five depths.',
    'pt-BR':
      'Se um fato plantado no começo ou mais tarde em um texto de certo tamanho ainda é conhecido no fim: a palavra plantada contra outra, em quatro tamanhos até o contexto e cinco profundidades.'
  },
  doesNotShow: {
    en: 'Understanding of long texts: one word is looked up among plain sentences. Failing here is failing at the easiest use of a context.',
    'pt-BR':
      'Compreensão de textos longos: uma só palavra é procurada entre frases simples. Falhar aqui é falhar no uso mais fácil de um contexto.'
  },
  comparable: {
    en: 'Summed log-likelihood of the word; lengths are shares of what is read at most: compare models at the same number of tokens.',
    'pt-BR':
      'Log-verossimilhança somada da palavra; os tamanhos são frações do máximo que é lido: compare modelos com o mesmo número de tokens.'
  },
  toward: {
    en: 'the planted word',
    'pt-BR': 'a palavra plantada'
  },
  offensive: false,
  predictions: false,
  options: z.strictObject({
    /** The longest text, in tokens; a shorter context of the model is the limit then. */
    longest: z.number().int().min(64).max(131_072).default(2048).meta({ level: 'main' }),
    /** Pairs of planted words of each length, depth and language; each pair gives two texts. */
    pairs: z.number().int().min(1).max(20).default(2).meta({ level: 'main' })
  })
} satisfies SuiteDescription
