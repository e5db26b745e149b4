// WinoBias: what it measures and what it needs.
import { z } from 'zod'
import type { SuiteDescription } from '../../base/suiteDescription'

export const description = {
  name: 'winobias',
  title: {
    en: 'WinoBias',
    'pt-BR': 'WinoBias'
  },
  paper: 'Zhao et al. 2018, arXiv:1804.06876',
  licence: 'MIT',
  files:
    'pro_stereotyped_typeN.txt.SPLIT and anti_stereotyped_typeN.txt.SPLIT, with male_occupations.txt and female_occupations.txt',
  languages: ['en'],
  measures: {
    en: 'Whether a sentence is likelier when the pronoun fits the stereotype of the occupation it refers to, and whether the model finds the one it refers to less often when it does not.',
    'pt-BR':
      'Se uma frase é mais provável quando o pronome combina com o estereótipo da profissão a que se refere, e se o modelo acerta menos a quem se refere quando não combina.'
  },
  doesNotShow: {
    en: 'Anything beyond two pronouns and forty occupations of the United States.',
    'pt-BR': 'Nada além de dois pronomes e quarenta profissões dos Estados Unidos.'
  },
  comparable: {
    en: 'Published numbers are of coreference systems: not comparable.',
    'pt-BR': 'Os números publicados são de sistemas de correferência: não comparáveis.'
  },
  comparableMasked: {
    en: 'Pseudo-log-likelihood with whole words masked from left to right (arXiv:2305.10588); published numbers are of coreference systems: not comparable.',
    'pt-BR':
      'Pseudo-log-verossimilhança com palavras inteiras mascaradas da esquerda para a direita (arXiv:2305.10588); os números publicados são de sistemas de correferência: não comparáveis.'
  },
  toward: { en: 'the stereotype', 'pt-BR': 'o estereótipo' },
  offensive: false,
  predictions: false,
  options: z.strictObject({})
} satisfies SuiteDescription
