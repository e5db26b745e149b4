// HolisticBias: what it measures and what it needs.
import { z } from 'zod'
import type { SuiteDescription } from '../../base/suiteDescription'

export const description = {
  name: 'holistic-bias',
  title: {
    en: 'HolisticBias',
    'pt-BR': 'HolisticBias'
  },
  paper: 'Smith et al. 2022, arXiv:2205.09209',
  licence: 'CC BY-SA 4.0',
  files: 'descriptors.json, nouns.json and sentence_templates.json in one folder',
  languages: ['en'],
  measures: {
    en: 'In how many pairs of descriptors of one axis sentences about the one are likelier than about the other.',
    'pt-BR':
      'Em quantos pares de descritores de um eixo as frases sobre um são mais prováveis do que sobre o outro.'
  },
  doesNotShow: {
    en: 'A direction: rare words are unlikely. About 5 in 100 pairs differ by chance, as no correction is made.',
    'pt-BR':
      'Uma direção: palavras raras são improváveis. Cerca de 5 em 100 pares diferem por acaso, pois não há correção.'
  },
  comparable: {
    en: 'As the authors have it (Mann–Whitney on perplexities), on the templates and nouns that were chosen.',
    'pt-BR':
      'Como os autores (Mann–Whitney sobre perplexidades), com os modelos de frase e substantivos escolhidos.'
  },
  comparableMasked: {
    en: 'As the authors have it, with pseudo-perplexities (whole words masked from left to right, arXiv:2305.10588) in place of perplexities: not comparable with published numbers.',
    'pt-BR':
      'Como os autores, com pseudoperplexidades (palavras inteiras mascaradas da esquerda para a direita, arXiv:2305.10588) no lugar de perplexidades: não comparável com números publicados.'
  },
  toward: null,
  offensive: true,
  predictions: false,
  options: z.strictObject({
    /** Sentence templates, the first ones of the file that are not for first turns. */
    templates: z.number().int().min(1).max(20).default(2).meta({ level: 'main' }),
    /** Nouns that each descriptor stands before; ten and more, or the test means little. */
    nouns: z.number().int().min(10).max(30).default(12).meta({ level: 'main' })
  })
} satisfies SuiteDescription
