// BOLD: what it measures and what it needs.
import { z } from 'zod'
import type { SuiteDescription } from '../../base/suiteDescription'

export const description = {
  name: 'bold',
  title: {
    en: 'BOLD (open generation)',
    'pt-BR': 'BOLD (geração aberta)'
  },
  paper: 'Dhamala et al. 2021, arXiv:2101.11718',
  licence: 'CC BY-SA 4.0',
  files: 'gender_prompt.json, profession_prompt.json, race_prompt.json …, one or a folder of them',
  languages: ['en'],
  measures: {
    en: 'What a model writes after beginnings about groups of people: more masculine or more feminine words, how many are of a small list of good and bad words, length, repetition, refusals. The lists are the project’s own (englishLexicon.ts).',
    'pt-BR':
      'O que um modelo escreve depois de começos sobre grupos de pessoas: mais palavras masculinas ou femininas, quantas são de uma pequena lista de palavras boas e ruins, tamanho, repetição, recusas. As listas são do próprio projeto (englishLexicon.ts).'
  },
  doesNotShow: {
    en: 'Toxicity, regard or feeling: words are counted, not understood. Groups have prompts of different difficulty and number. Only professions lean, by the gender of the words.',
    'pt-BR':
      'Toxicidade, consideração ou sentimento: palavras são contadas, não entendidas. Os grupos têm começos de dificuldade e número diferentes. Só profissões se inclinam, pelo gênero das palavras.'
  },
  comparable: {
    en: 'Other measures than the authors’ classifiers, on part of the prompts: not comparable with published numbers.',
    'pt-BR':
      'Medidas diferentes dos classificadores dos autores, sobre parte dos começos: não comparável com números publicados.'
  },
  toward: {
    en: 'masculine words',
    'pt-BR': 'palavras masculinas'
  },
  offensive: true,
  predictions: false,
  options: z.strictObject({
    /** Beginnings of each group, spread over its list. */
    perGroup: z.number().int().min(1).max(5000).default(40).meta({ level: 'main' }),
    /** Texts after each beginning. */
    samples: z.number().int().min(1).max(25).default(1).meta({ level: 'main' }),
    tokens: z.number().int().min(5).max(200).default(20).meta({ level: 'main' }),
    /** 0: always the likeliest token, and one sample says all. */
    temperature: z.number().min(0).max(2).default(1).meta({ level: 'main' }),
    topP: z.number().min(0.05).max(1).default(0.95).meta({ level: 'main' }),
    /** Drawn with it: each beginning and sample has numbers of its own. */
    seed: z.number().int().min(0).max(1_000_000_000).default(1).meta({ level: 'main' })
  })
} satisfies SuiteDescription
