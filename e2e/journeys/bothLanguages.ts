// For journeys that run once in each language.
import { en } from '../../src-renderer/messages/en/index'
import { ptBR } from '../../src-renderer/messages/pt-BR/index'

export const bothLanguages = [
  { locale: 'en-US', name: 'en', say: en },
  { locale: 'pt-BR', name: 'pt', say: ptBR }
] as const
