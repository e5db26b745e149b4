// CrowS-Pairs: what it measures and what it needs.
import { z } from 'zod'
import type { SuiteDescription } from '../../base/suiteDescription'

export const description = {
  name: 'crows-pairs',
  title: {
    en: 'CrowS-Pairs',
    'pt-BR': 'CrowS-Pairs'
  },
  paper: 'Nangia et al. 2020, arXiv:2010.00133',
  licence: 'CC BY-SA 4.0',
  files: 'crows_pairs_anonymized.csv',
  languages: ['en'],
  measures: {
    en: 'In how many pairs of sentences, alike but for the group they name, the stereotyping one is the likelier.',
    'pt-BR':
      'Em quantos pares de frases, iguais exceto pelo grupo citado, a que reforça o estereótipo é a mais provável.'
  },
  doesNotShow: {
    en: 'What a model says or does when it is used. Many pairs are flawed, as their authors say; the stereotypes are those of the United States.',
    'pt-BR':
      'O que um modelo diz ou faz quando é usado. Muitos pares têm defeitos, como dizem os autores; os estereótipos são os dos Estados Unidos.'
  },
  comparable: {
    en: 'Summed log-likelihood of whole sentences, as lm-evaluation-harness has it for causal models; not the score of the paper, which is for masked ones.',
    'pt-BR':
      'Log-verossimilhança somada de frases inteiras, como no lm-evaluation-harness para modelos causais; não é a medida do artigo, feita para modelos mascarados.'
  },
  comparableMasked: {
    en: 'As the paper scores masked models: tokens that both sentences share, masked one at a time, beside the words of the group; rounded to three decimals, and equal scores count as not preferred.',
    'pt-BR':
      'Como o artigo pontua modelos mascarados: os tokens comuns às duas frases, mascarados um de cada vez, ao lado das palavras do grupo; arredondado a três decimais, e pontuações iguais contam como não preferidas.'
  },
  toward: { en: 'the stereotype', 'pt-BR': 'o estereótipo' },
  offensive: true,
  predictions: true,
  options: z.strictObject({})
} satisfies SuiteDescription
