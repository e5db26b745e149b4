// Lethe pairs: what it measures and what it needs.
import { z } from 'zod'
import type { SuiteDescription } from '../../base/suiteDescription'

export const description = {
  name: 'lethe',
  title: {
    en: 'Lethe pairs',
    'pt-BR': 'Pares do Lethe'
  },
  paper: null,
  licence: 'MIT',
  files: null,
  languages: ['en', 'pt-BR'],
  measures: {
    en: 'In how many pairs of sentences, written for this in English and Brazilian Portuguese, the stereotyping one is the likelier.',
    'pt-BR':
      'Em quantos pares de frases, escritos para isto em inglês e português do Brasil, a que reforça o estereótipo é a mais provável.'
  },
  doesNotShow: {
    en: 'What a model says or does when it is used. The data sheet says who reviewed the items, and who has not.',
    'pt-BR':
      'O que um modelo diz ou faz quando é usado. A ficha dos dados diz quem revisou os itens e quem não.'
  },
  comparable: {
    en: 'Summed log-likelihood of whole sentences; new items: not comparable with published numbers.',
    'pt-BR':
      'Log-verossimilhança somada de frases inteiras; itens novos: não comparável com números publicados.'
  },
  comparableMasked: {
    en: 'Pseudo-log-likelihood of whole sentences, whole words masked from left to right (arXiv:2305.10588); new items: not comparable with published numbers.',
    'pt-BR':
      'Pseudo-log-verossimilhança de frases inteiras, com palavras inteiras mascaradas da esquerda para a direita (arXiv:2305.10588); itens novos: não comparável com números publicados.'
  },
  toward: { en: 'the stereotype', 'pt-BR': 'o estereótipo' },
  offensive: true,
  predictions: false,
  options: z.strictObject({})
} satisfies SuiteDescription
