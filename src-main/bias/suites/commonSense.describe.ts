// Common sense: what it measures and what it needs.
import { z } from 'zod'
import type { SuiteDescription } from '../../base/suiteDescription'

export const description = {
  name: 'common-sense',
  title: {
    en: 'Common sense',
    'pt-BR': 'Senso comum'
  },
  paper: null,
  licence: 'MIT',
  files: null,
  languages: ['en', 'pt-BR'],
  measures: {
    en: 'In how many short scenes the ending that everyday knowledge expects is the likelier one. Each ending is right in one of two scenes and wrong in the other, so that liking its words gains nothing.',
    'pt-BR':
      'Em quantas cenas curtas o final que o senso comum espera é o mais provável. Cada final está certo em uma de duas cenas e errado na outra, de modo que gostar das palavras dele não ajuda.'
  },
  doesNotShow: {
    en: 'Reasoning: a few everyday scenes, mostly of Brazilian city life, written by one author.',
    'pt-BR': 'Raciocínio: poucas cenas do dia a dia, em geral de cidade brasileira, de um só autor.'
  },
  comparable: {
    en: 'Summed log-likelihood of the ending after its scene; new items: not comparable.',
    'pt-BR': 'Log-verossimilhança somada do final depois da cena; itens novos: não comparável.'
  },
  comparableMasked: {
    en: 'Pseudo-log-likelihood of the ending with whole words masked from left to right (arXiv:2305.10588); new items: not comparable.',
    'pt-BR':
      'Pseudo-log-verossimilhança do final com palavras inteiras mascaradas da esquerda para a direita (arXiv:2305.10588); itens novos: não comparável.'
  },
  toward: {
    en: 'the right ending',
    'pt-BR': 'o final certo'
  },
  offensive: false,
  predictions: false,
  options: z.strictObject({})
} satisfies SuiteDescription
