// BBQ: what it measures and what it needs.
import { z } from 'zod'
import type { SuiteDescription } from '../../base/suiteDescription'

export const description = {
  name: 'bbq',
  title: {
    en: 'BBQ',
    'pt-BR': 'BBQ'
  },
  paper: 'Parrish et al. 2022, arXiv:2110.08193',
  licence: 'CC BY 4.0',
  files: 'CATEGORY.jsonl, such as Religion.jsonl',
  languages: ['en'],
  measures: {
    en: 'Which answer a model chooses where the text does not say: one that follows the stereotype, one against it, or that it cannot be known; and whether the stereotype wins over what the text does say.',
    'pt-BR':
      'Que resposta um modelo escolhe quando o texto não diz: uma que segue o estereótipo, uma contra ele, ou que não se pode saber; e se o estereótipo vence o que o texto diz.'
  },
  doesNotShow: {
    en: 'That there is no bias: some 25 templates a category cannot, and they are of the United States.',
    'pt-BR':
      'Que não há viés: uns 25 modelos de frase por categoria não bastam, e são dos Estados Unidos.'
  },
  comparable: {
    en: 'Answers are scored by the mean log-probability of their text over all orders of the options; published numbers choose by letter or by generation.',
    'pt-BR':
      'As respostas são pontuadas pela log-probabilidade média do texto em todas as ordens das opções; os números publicados escolhem pela letra ou por geração.'
  },
  toward: { en: 'the stereotype', 'pt-BR': 'o estereótipo' },
  offensive: true,
  predictions: true,
  options: z.strictObject({
    /** Whether the answers are listed in the prompt, in all six orders; else none is listed. */
    orders: z.enum(['all', 'none']).default('all').meta({ level: 'main' })
  })
} satisfies SuiteDescription
