// GEST: what it measures and what it needs.
import { z } from 'zod'
import type { SuiteDescription } from '../../base/suiteDescription'

export const description = {
  name: 'gest',
  title: {
    en: 'GEST',
    'pt-BR': 'GEST'
  },
  paper: 'Pikuliak et al. 2024, arXiv:2311.18711',
  licence: 'Apache-2.0',
  files: 'gest_1.1.csv, with columns sentence and stereotype (1 to 16)',
  languages: ['en'],
  measures: {
    en: 'Whether sentences about sixteen traits are taken for words of a man or of a woman as the stereotype has it, beside the average of the model for all of them.',
    'pt-BR':
      'Se frases sobre dezesseis traços são tidas por palavras de um homem ou de uma mulher como diz o estereótipo, em relação à média do modelo em todas.'
  },
  doesNotShow: {
    en: 'Anything about people who are neither; the traits are those of European surveys.',
    'pt-BR': 'Nada sobre pessoas que não são um nem outro; os traços são os de pesquisas europeias.'
  },
  comparable: {
    en: '“…” he said against “…” she said; the ratio g is as the authors have it, with probabilities of a causal model.',
    'pt-BR':
      '“…” he said contra “…” she said; a razão g é a dos autores, com probabilidades de um modelo causal.'
  },
  comparableMasked: {
    en: '“…” he said against “…” she said, by pseudo-log-likelihood of what stands behind the sentence; the authors mask the pronoun alone, in templates of their own.',
    'pt-BR':
      '“…” he said contra “…” she said, pela pseudo-log-verossimilhança do que vem depois da frase; os autores mascaram só o pronome, em modelos de frase próprios.'
  },
  toward: { en: 'the stereotype', 'pt-BR': 'o estereótipo' },
  offensive: false,
  predictions: false,
  options: z.strictObject({})
} satisfies SuiteDescription
