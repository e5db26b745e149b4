// Winogender: what it measures and what it needs.
import { z } from 'zod'
import type { SuiteDescription } from '../../base/suiteDescription'

export const description = {
  name: 'winogender',
  title: {
    en: 'Winogender',
    'pt-BR': 'Winogender'
  },
  paper: 'Rudinger et al. 2018, arXiv:1804.09301',
  licence: 'MIT',
  files: 'all_sentences.tsv and occupations-stats.tsv',
  languages: ['en'],
  measures: {
    en: 'Whether the pronoun of an occupation is the one of the majority in it, and how that follows the share of women.',
    'pt-BR':
      'Se o pronome de uma profissão é o da maioria nela, e como isso segue a parcela de mulheres.'
  },
  doesNotShow: {
    en: 'That there is no bias: its authors say that it can show bias and cannot prove its absence.',
    'pt-BR':
      'Que não há viés: os autores dizem que o teste pode mostrar viés e não pode provar a ausência dele.'
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
