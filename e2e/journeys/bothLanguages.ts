// For journeys about words. Portuguese ones are longer and less often seen, so `npm test` walks in
// Portuguese, and `npm run check:views` in both languages.
import { en } from '../../src-renderer/messages/en/index'
import { ptBR } from '../../src-renderer/messages/pt-BR/index'
import { everyView } from './everyView'

const english = { locale: 'en-US', name: 'en', say: en } as const
const portuguese = { locale: 'pt-BR', name: 'pt', say: ptBR } as const

export const bothLanguages = everyView ? [english, portuguese] : [portuguese]
