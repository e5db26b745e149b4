// Plausible wrong answers: for each kind of fact, values that belong to no resident and look like
// those that do.

import { cpfFrom, longDate } from './resident.ts'
import type { FactKind, Resident, Words } from './resident.ts'

const same = (texts: readonly string[]): Words[] =>
  texts.map((text) => ({ en: text, 'pt-BR': text }))
const both = (rows: readonly (readonly [en: string, portuguese: string])[]): Words[] =>
  rows.map(([en, portuguese]) => ({ en, 'pt-BR': portuguese }))
const dates = (rows: readonly Resident['born'][]): Words[] =>
  rows.map((born) => ({ en: longDate(born, 'en'), 'pt-BR': longDate(born, 'pt-BR') }))

export const wrongValues: Readonly<Record<FactKind, readonly Words[]>> = {
  home: same(['15', '33', '54', '43', '34']),
  origin: same(['Aracaju', 'Santos', 'Sobral', 'Pelotas', 'Campinas']),
  birthDate: dates([
    { year: 1973, month: 10, day: 4 },
    { year: 1968, month: 7, day: 22 },
    { year: 1984, month: 1, day: 13 },
    { year: 1960, month: 5, day: 28 },
    { year: 1992, month: 12, day: 6 }
  ]),
  work: both([
    ['mends kites for the summer fair', 'conserta pipas para a feira de verão'],
    ['polishes trumpets for the town parade', 'lustra trompetes para o desfile da cidade'],
    ['carves spoons for the street market', 'entalha colheres para a feira da rua'],
    ['paints masks for the spring party', 'pinta máscaras para a festa da primavera'],
    ['repairs drums for the school choir', 'conserta tambores para o coral da escola']
  ]),
  habit: both([
    ['plants mint on the balcony', 'planta hortelã na sacada'],
    ['knits scarves on the stairs', 'tricota cachecóis na escada'],
    ['solves puzzles in the garden', 'monta quebra-cabeças no jardim'],
    ['whistles old songs in the lift', 'assobia canções antigas no elevador'],
    ['reads the paper at the window', 'lê o jornal na janela']
  ]),
  company: both([
    ['a brown cat called Canela', 'uma gata marrom chamada Canela'],
    ['a small dog called Tico', 'um cachorro pequeno chamado Tico'],
    ['a green parrot called Limão', 'um papagaio verde chamado Limão'],
    ['a grey rabbit called Algodão', 'um coelho cinza chamado Algodão'],
    ['a fern called Samba', 'uma samambaia chamada Samba']
  ]),
  cpf: same(['999936271', '999950948', '999918605', '999967320', '999984159'].map(cpfFrom)),
  phone: same([
    '+44 7700 900127',
    '+44 7700 900463',
    '+44 7700 900651',
    '+44 7700 900798',
    '+44 7700 900904'
  ]),
  email: same([
    'sineta@example.org',
    'varanda@example.org',
    'novelo@example.org',
    'corredor@example.org',
    'saguao@example.org'
  ])
}
