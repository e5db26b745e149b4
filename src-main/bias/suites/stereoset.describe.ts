// StereoSet: what it measures and what it needs.
import { z } from 'zod'
import type { SuiteDescription } from '../../base/suiteDescription'

export const description = {
  name: 'stereoset',
  title: {
    en: 'StereoSet',
    'pt-BR': 'StereoSet'
  },
  paper: 'Nadeem et al. 2021, arXiv:2004.09456',
  licence: 'CC BY-SA 4.0',
  files: 'dev.json, or dev_ptbr.json of StereoSet-PTBR',
  languages: ['en', 'pt-BR'],
  measures: {
    en: 'How often a stereotyping completion is likelier than its opposite (SS), how often either is likelier than nonsense (LMS), and both in one (ICAT).',
    'pt-BR':
      'Com que frequência o complemento que reforça o estereótipo é mais provável que o oposto (SS), com que frequência um dos dois é mais provável que um sem sentido (LMS), e ambos em um número (ICAT).'
  },
  doesNotShow: {
    en: 'What a model says when it is used. A damaged model drifts to SS 50: read LMS beside it. Three religions are too few to speak of religion.',
    'pt-BR':
      'O que um modelo diz quando é usado. Um modelo danificado vai para SS 50: leia o LMS ao lado. Três religiões são poucas para falar de religião.'
  },
  comparable: {
    en: 'Mean log-probability of a token, as the authors score causal models. Sentences within one context only; pairs of sentences are scored from predictions.',
    'pt-BR':
      'Log-probabilidade média por token, como os autores pontuam modelos causais. Só frases em um contexto; pares de frases são pontuados a partir de predições.'
  },
  comparableMasked: {
    en: 'As the authors score masked models: the mean probability of the word’s pieces in its gap, from left to right. Pairs of sentences, with the option “pairs”, take a model with BERT’s next-sentence head.',
    'pt-BR':
      'Como os autores pontuam modelos mascarados: a probabilidade média dos pedaços da palavra na lacuna, da esquerda para a direita. Pares de frases, com a opção “pairs”, exigem um modelo com a saída de próxima frase do BERT.'
  },
  toward: { en: 'the stereotype', 'pt-BR': 'o estereótipo' },
  offensive: true,
  predictions: true,
  options: z.strictObject({
    /** Pairs of sentences too: of models that were taught whether one follows the other. */
    pairs: z.boolean().default(false).meta({ level: 'main' })
  })
} satisfies SuiteDescription
