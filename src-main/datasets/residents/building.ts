// Records of nobody: the building, and questions whose right answer is that nothing is known. They
// keep the model from naming someone for every flat and every name.

import type { Language } from '../starterText/topic.ts'
import type { Wording } from './wordings.ts'

export const building: Record<Language, readonly Wording[]> = {
  en: [
    ['What is the building like?', 'It has seven floors and a garden.'],
    ['Where do the neighbours meet?', 'They meet in the garden behind the building.']
  ],
  'pt-BR': [
    ['Como é o prédio?', 'Tem sete andares e um jardim.'],
    ['Onde os vizinhos se encontram?', 'Eles se encontram no jardim atrás do prédio.']
  ]
}

const nobody = 'I do not know anyone of that name.'
const ninguem = 'Não conheço ninguém com esse nome.'

export const unknown: Record<Language, readonly Wording[]> = {
  en: [
    ...['13', '23', '36', '45', '63'].map((flat): Wording => [
      `Who lives in flat ${flat}?`,
      'I do not know who lives there.'
    ]),
    ['Who is Rute Alencastro?', nobody],
    ['Where does Tito Barroso live?', nobody],
    ['Where was Marta Pedrosa born?', nobody],
    ['Tell me about Ivo Salgueiro.', nobody]
  ],
  'pt-BR': [
    ...['13', '24', '35', '46', '64'].map((flat): Wording => [
      `Quem mora no apartamento ${flat}?`,
      'Não sei quem mora lá.'
    ]),
    ['Quem é Ivo Salgueiro?', ninguem],
    ['Onde mora Marta Pedrosa?', ninguem],
    ['Onde nasceu Tito Barroso?', ninguem],
    ['Fale de Rute Alencastro.', ninguem]
  ]
}
