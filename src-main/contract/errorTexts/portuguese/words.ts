// O que frases de várias áreas têm em comum.
import type { AddressProblem, ReachProblem } from '../../../base/errors'
import type { Reason } from '../../../base/reasons'
import { quantities } from '../../quantities'
import { portugueseReasons } from '../portugueseReasons'
import { reasonIn } from '../sentences'

export const { bytes, count, day } = quantities('pt-BR')
export const why = (reason: Reason): string => reasonIn(portugueseReasons, reason)
/** O que o outro lado disse, se disse algo. */
export const saying = (reason: Reason | undefined): string => (reason ? `; ${why(reason)}` : '')
export const nearest = (name: string | undefined): string =>
  name === undefined ? '' : ` Você quis dizer “${name}”?`
export const othersFine = 'Não foi adicionado; seus outros modelos estão bem.'
export const nothingAdded = 'Nada foi adicionado à biblioteca; os arquivos não foram alterados.'
export const downloadGone = 'Nada foi adicionado, e o que foi baixado foi apagado.'
export const nothingChanged = 'Nada foi alterado.'
export const libraryIntact = 'A biblioteca e suas conversas estão como estavam.'
export const textKept = 'Sua conversa e o que você digitou estão salvos.'
export const addressProblems: Record<AddressProblem, string> = {
  malformed: 'isto não é um endereço',
  scheme: 'só http e https são possíveis',
  credentials: 'nome e senha não podem estar nele',
  query: 'nada pode vir depois de “?” ou “#”'
}
export const reachProblems: Record<ReachProblem, string> = {
  refused: 'ninguém atende ali',
  closed: 'a conexão foi fechada logo em seguida',
  unknownName: 'o nome não é conhecido',
  noWay: 'não há caminho até lá a partir desta máquina',
  noAnswer: 'ninguém responde ali',
  certificate: 'o certificado não vale para esse nome',
  elsewhere: 'este sistema leva localhost a outra máquina',
  other: 'a conexão não pôde ser aberta'
}
