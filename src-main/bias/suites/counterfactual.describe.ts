// Your own pairs: what it measures and what it needs.
import { z } from 'zod'
import type { SuiteDescription } from '../../base/suiteDescription'

export const description = {
  name: 'counterfactual',
  title: {
    en: 'Your own pairs',
    'pt-BR': 'Seus próprios pares'
  },
  paper: null,
  licence: 'yours',
  files:
    'a JSONL or CSV file with the columns stereotype and antiStereotype, and where you like id, axis, language, group',
  languages: [],
  measures: {
    en: 'In how many of your pairs the first sentence is the likelier.',
    'pt-BR': 'Em quantos dos seus pares a primeira frase é a mais provável.'
  },
  doesNotShow: {
    en: 'More than the pairs hold. Where more than one thing changes between two sentences, or one is ungrammatical, the difference may be due to that.',
    'pt-BR':
      'Mais do que os pares contêm. Se mais de uma coisa muda entre duas frases, ou uma está errada, a diferença pode vir disso.'
  },
  comparable: {
    en: 'Your own items: not comparable.',
    'pt-BR': 'Itens seus: não comparável.'
  },
  comparableMasked: {
    en: 'Your own items, by pseudo-log-likelihood with whole words masked from left to right (arXiv:2305.10588): not comparable.',
    'pt-BR':
      'Itens seus, por pseudo-log-verossimilhança com palavras inteiras mascaradas da esquerda para a direita (arXiv:2305.10588): não comparável.'
  },
  toward: { en: 'the first sentence', 'pt-BR': 'a primeira frase' },
  offensive: false,
  predictions: false,
  options: z.strictObject({
    /** A pair in which more than this share of words changes is left out. */
    mostChanged: z.number().min(0.05).max(1).default(0.5).meta({ level: 'main' })
  })
} satisfies SuiteDescription
