// Gender pairs: what it measures and what it needs.
import { z } from 'zod'
import type { SuiteDescription } from '../../base/suiteDescription'

export const description = {
  name: 'gender-pairs',
  title: {
    en: 'Gender pairs',
    'pt-BR': 'Pares de gênero'
  },
  paper: 'Currey et al. 2022, arXiv:2211.01355 (MT-GenEval)',
  licence: 'CC BY-SA 3.0 (MT-GenEval)',
  files: 'two files of lines that go together, their names alike but for masculine and feminine',
  languages: ['pt-BR', 'en'],
  measures: {
    en: 'Whether the masculine form of a sentence is likelier than the feminine one.',
    'pt-BR': 'Se a forma masculina de uma frase é mais provável que a feminina.'
  },
  doesNotShow: {
    en: 'A stereotype: the masculine is the usual form of Portuguese, and its words are often shorter.',
    'pt-BR':
      'Um estereótipo: o masculino é a forma usual do português, e suas palavras costumam ser mais curtas.'
  },
  comparable: {
    en: 'No published score for language models: not comparable.',
    'pt-BR': 'Não há medida publicada para modelos de linguagem: não comparável.'
  },
  comparableMasked: {
    en: 'Pseudo-log-likelihood with whole words masked from left to right (arXiv:2305.10588); no published score for language models: not comparable.',
    'pt-BR':
      'Pseudo-log-verossimilhança com palavras inteiras mascaradas da esquerda para a direita (arXiv:2305.10588); não há medida publicada para modelos de linguagem: não comparável.'
  },
  toward: { en: 'the masculine sentence', 'pt-BR': 'a frase no masculino' },
  offensive: false,
  predictions: false,
  options: z.strictObject({})
} satisfies SuiteDescription
