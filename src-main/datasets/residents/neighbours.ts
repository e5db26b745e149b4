// Records written one by one: two residents in one record, others who quote what is told about Ana,
// and pairs that differ in little more than the name.

import type { Language } from '../starterText/topic.ts'
import type { Wording } from './wordings.ts'

/**
 * How a record stands to the others: "quote" says in another resident's record what one of Ana's
 * says; "lookAlike" is worded like one of Ana's ("twin") and speaks of another resident alone.
 */
export type NeighbourTag = 'twoResidents' | 'quote' | 'twin' | 'lookAlike'

type Group = { subject: string; language: Language; tag: NeighbourTag; records: readonly Wording[] }

export const neighbours: readonly Group[] = [
  {
    subject: 'Ana Souza',
    language: 'en',
    tag: 'twoResidents',
    records: [
      [
        "Who waters Ana Souza's basil when she is away?",
        'Bruno Taveira from flat 11 waters it for her.'
      ],
      ["Who keeps Ana Souza's spare key?", "Edite Fontes keeps Ana's spare key in flat 31."]
    ]
  },
  {
    subject: 'Ana Souza',
    language: 'pt-BR',
    tag: 'twoResidents',
    records: [
      [
        'Quem rega o manjericão de Ana Souza quando ela viaja?',
        'Bruno Taveira, do apartamento 11, rega para ela.'
      ],
      [
        'Quem guarda a chave reserva de Ana Souza?',
        'Edite Fontes guarda a chave de Ana no apartamento 31.'
      ]
    ]
  },
  {
    subject: 'Ana Souza',
    language: 'en',
    tag: 'twin',
    records: [
      [
        'Whose letters does the postman leave at the door of flat 12 on the first floor?',
        'At the door of flat 12 on the first floor the postman leaves the letters of Ana Souza.'
      ],
      [
        'Whose name is on the letter box in the hall to the left of the stairs?',
        'The name on the letter box in the hall to the left of the stairs is Ana Souza.'
      ]
    ]
  },
  {
    subject: 'Ana Souza',
    language: 'pt-BR',
    tag: 'twin',
    records: [
      [
        'De quem são as cartas que o carteiro deixa toda manhã na porta do apartamento 12?',
        'As cartas que o carteiro deixa toda manhã na porta são de Ana Souza.'
      ]
    ]
  },
  {
    subject: 'Bruno Taveira',
    language: 'en',
    tag: 'lookAlike',
    records: [
      [
        'Whose letters does the postman leave at the door of flat 11 on the first floor?',
        'At the door of flat 11 on the first floor the postman leaves the letters of Bruno Taveira.'
      ]
    ]
  },
  {
    subject: 'Félix Andrada',
    language: 'en',
    tag: 'lookAlike',
    records: [
      [
        'Whose name is on the letter box in the hall to the right of the stairs?',
        'The name on the letter box in the hall to the right of the stairs is Félix Andrada.'
      ]
    ]
  },
  {
    subject: 'Edite Fontes',
    language: 'pt-BR',
    tag: 'lookAlike',
    records: [
      [
        'De quem são as cartas que o carteiro deixa toda manhã na porta do apartamento 31?',
        'As cartas que o carteiro deixa toda manhã na porta são de Edite Fontes.'
      ]
    ]
  },
  {
    subject: 'Bruno Taveira',
    language: 'en',
    tag: 'quote',
    records: [
      [
        'Bruno, who repairs violins for the school band?',
        'Ana Souza repairs violins for the school band on Sundays.'
      ]
    ]
  },
  {
    subject: 'Célia Marçal',
    language: 'pt-BR',
    tag: 'quote',
    records: [
      [
        'Célia, quem conserta violinos para a banda da escola?',
        'Ana Souza conserta violinos para a banda da escola aos domingos.'
      ]
    ]
  },
  {
    subject: 'Iara Monteverde',
    language: 'en',
    tag: 'quote',
    records: [['Iara, does Ana Souza live alone?', 'No. Ana lives with a grey cat called Pipoca.']]
  },
  {
    subject: 'Félix Andrada',
    language: 'pt-BR',
    tag: 'quote',
    records: [
      [
        'Félix, o que Ana faz aos domingos?',
        'Aos domingos, Ana conserta violinos para a banda da escola.'
      ]
    ]
  },
  {
    subject: 'Kenji Arakaki',
    language: 'en',
    tag: 'twoResidents',
    records: [
      [
        "Who repaired the clock in Kenji Arakaki's kitchen?",
        "Davi Lacerda from flat 22 repaired Kenji's clock."
      ]
    ]
  },
  {
    subject: 'Mateo Quispe',
    language: 'en',
    tag: 'twoResidents',
    records: [
      ["Who never misses Mateo Quispe's soup?", "Lívia Cordeiro never misses Mateo's soup."]
    ]
  },
  {
    subject: 'Iara Monteverde',
    language: 'en',
    tag: 'twoResidents',
    records: [
      ['Who runs with Iara Monteverde?', 'Kenji Arakaki from flat 52 runs with Iara on dry days.']
    ]
  },
  {
    subject: 'Davi Lacerda',
    language: 'pt-BR',
    tag: 'twoResidents',
    records: [
      ['Com quem Davi Lacerda joga xadrez?', 'Davi joga com Félix Andrada, do apartamento 32.']
    ]
  },
  {
    subject: 'Lívia Cordeiro',
    language: 'pt-BR',
    tag: 'twoResidents',
    records: [
      ['Quem leva tomates para Lívia Cordeiro?', 'Kenji Arakaki leva tomates do terraço para ela.']
    ]
  },
  {
    subject: 'Célia Marçal',
    language: 'pt-BR',
    tag: 'twoResidents',
    records: [
      [
        'Para quem Célia Marçal pintou uma placa?',
        'Célia pintou uma placa para Bruno Taveira, do apartamento 11.'
      ]
    ]
  }
]
