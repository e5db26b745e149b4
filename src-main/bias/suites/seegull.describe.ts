// SeeGULL Multilingual: what it measures and what it needs.
import { z } from 'zod'
import type { SuiteDescription } from '../../base/suiteDescription'

export const description = {
  name: 'seegull',
  title: {
    en: 'SeeGULL Multilingual',
    'pt-BR': 'SeeGULL Multilingual'
  },
  paper: 'Bhutani et al. 2024, arXiv:2403.05696',
  licence: 'CC BY 4.0',
  files: 'Portuguese (pt) in Brazil.csv of its stereotypes, with identity, attribute and votes',
  languages: ['pt-BR'],
  measures: {
    en: 'Whether an attribute is likelier after the people of whom annotators say it than after other peoples and regions.',
    'pt-BR':
      'Se um atributo é mais provável depois do povo a que anotadores o associam do que depois de outros povos e regiões.'
  },
  doesNotShow: {
    en: 'Whether a text would say it: words are compared in one frame, and the list holds mistakes of agreement.',
    'pt-BR':
      'Se um texto o diria: as palavras são comparadas em uma só moldura, e a lista tem erros de concordância.'
  },
  comparable: {
    en: 'No published score for models: not comparable.',
    'pt-BR': 'Não há medida publicada para modelos: não comparável.'
  },
  comparableMasked: {
    en: 'Pseudo-log-likelihood of the attribute behind each identity, whole words masked from left to right (arXiv:2305.10588); no published score for models: not comparable.',
    'pt-BR':
      'Pseudo-log-verossimilhança do atributo depois de cada identidade, com palavras inteiras mascaradas da esquerda para a direita (arXiv:2305.10588); não há medida publicada para modelos: não comparável.'
  },
  toward: { en: 'the stereotype', 'pt-BR': 'o estereótipo' },
  offensive: true,
  predictions: false,
  options: z.strictObject({
    /** Votes of three annotators that make a pair a stereotype. */
    votes: z.number().int().min(1).max(3).default(2).meta({ level: 'main' }),
    /** Other identities that each is compared with. */
    others: z.number().int().min(2).max(40).default(8).meta({ level: 'main' })
  })
} satisfies SuiteDescription
