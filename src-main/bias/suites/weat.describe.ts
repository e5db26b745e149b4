// WEAT and SEAT: what they measure and what they need.
import { z } from 'zod'
import type { SuiteDescription } from '../../base/suiteDescription'

export const description = {
  name: 'weat',
  title: {
    en: 'Word and sentence associations (WEAT, SEAT)',
    'pt-BR': 'Associações de palavras e frases (WEAT, SEAT)'
  },
  paper: 'Caliskan et al. 2017, doi:10.1126/science.aal4230; May et al. 2019, arXiv:1903.10561',
  licence: 'MIT; the published lists (sent-bias): CC BY-NC 4.0',
  files: null,
  languages: ['en', 'pt-BR'],
  measures: {
    en: 'Whether the vectors of one set of words or sentences lie nearer to one set of attributes than those of another set do: effect size d and a permutation test. Without a file it takes lists of the project; published ones (weat6.jsonl, sent-weat6.jsonl …) are read as they are.',
    'pt-BR':
      'Se os vetores de um conjunto de palavras ou frases ficam mais perto de um conjunto de atributos do que os de outro conjunto: tamanho de efeito d e um teste de permutação. Sem arquivo, usa listas do projeto; as publicadas (weat6.jsonl, sent-weat6.jsonl…) são lidas como estão.'
  },
  doesNotShow: {
    en: 'What a model says: distances between vectors do not predict it well. A test without a finding does not show that there is no association.',
    'pt-BR':
      'O que um modelo diz: distâncias entre vetores não o preveem bem. Um teste sem achado não mostra que não há associação.'
  },
  comparable: {
    en: 'Formula and test as published. Vectors are hidden states after the last norm, pooled as the convention names; published numbers of other layers or poolings differ.',
    'pt-BR':
      'Fórmula e teste como publicados. Os vetores são estados ocultos depois da última normalização, agregados como diz a convenção; números publicados com outras camadas ou agregações diferem.'
  },
  comparableMasked: {
    en: 'Formula and test as published. Vectors are hidden states of the last layer, of [CLS] as in the paper on sentences, or as the convention names.',
    'pt-BR':
      'Fórmula e teste como publicados. Os vetores são estados ocultos da última camada, de [CLS] como no artigo sobre frases, ou como diz a convenção.'
  },
  toward: {
    en: 'the association that is named first',
    'pt-BR': 'a associação nomeada primeiro'
  },
  offensive: false,
  predictions: false,
  options: z.strictObject({
    /** `usual`: the last token of causal models, [CLS] of masked ones. */
    pooling: z
      .enum(['usual', 'lastToken', 'firstToken', 'mean'])
      .default('usual')
      .meta({ level: 'main' }),
    /** Whether the project's own words stand in short sentences (SEAT) or alone (WEAT). */
    own: z.enum(['sentences', 'words']).default('sentences').meta({ level: 'main' })
  })
} satisfies SuiteDescription
