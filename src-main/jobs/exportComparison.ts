// A comparison as a file: Markdown to read, JSON with everything.
import type { ComparisonWithAnswers } from '../contract/compare'
import type { ExportedFile } from './exportConversation'

/** @param language of the few words around the answers in Markdown */
export function exportComparison(
  comparison: ComparisonWithAnswers,
  format: 'markdown' | 'json',
  language: 'en' | 'pt-BR'
): ExportedFile {
  const day = new Date(comparison.createdAt).toISOString().slice(0, 10)
  if (format === 'json') {
    const { removedAt: _removedAt, ...kept } = comparison
    const text = `${JSON.stringify(kept, null, 2)}\n`
    return { fileName: `comparison ${day}.json`, mediaType: 'application/json', text }
  }
  const words = language === 'en' ? english : portuguese
  const parts = [`# ${words.title}`, comparison.prompt]
  if (comparison.systemPrompt !== '') parts.push(`## ${words.system}`, comparison.systemPrompt)
  comparison.answers.forEach((answer, index) => {
    const name = answer.modelName ?? 'AB'[index] ?? String(index + 1)
    parts.push(`## ${name.replace(/\s+/g, ' ').trim()}`)
    if (answer.remote) parts.push(`_${words.places[answer.remote.place]}: ${answer.remote.host}_`)
    parts.push(answer.text)
    if (answer.status === 'failed') parts.push(`_${words.failed}_`)
    if (answer.status === 'stopped') parts.push(`_${words.stopped}_`)
  })
  if (comparison.vote !== null) parts.push(`${words.vote}: ${words.votes[comparison.vote]}`)
  if (comparison.seed !== null) parts.push(`${words.seed}: ${comparison.seed}`)
  return {
    fileName: `${language === 'en' ? 'comparison' : 'comparação'} ${day}.md`,
    mediaType: 'text/markdown',
    text: `${parts.filter((part) => part !== '').join('\n\n')}\n`
  }
}

const english = {
  title: 'Comparison',
  system: 'System prompt',
  places: { machine: 'From another program on this machine', away: 'From another machine' },
  failed: 'This answer broke off.',
  stopped: 'This answer was stopped.',
  vote: 'Vote',
  votes: { a: 'the first is better', b: 'the second is better', tie: 'tie', neither: 'neither' },
  seed: 'Seed'
}
const portuguese: typeof english = {
  title: 'Comparação',
  system: 'Instruções do sistema',
  places: { machine: 'De outro programa nesta máquina', away: 'De outra máquina' },
  failed: 'Esta resposta foi interrompida por um erro.',
  stopped: 'Esta resposta foi parada.',
  vote: 'Voto',
  votes: { a: 'a primeira é melhor', b: 'a segunda é melhor', tie: 'empate', neither: 'nenhuma' },
  seed: 'Semente'
}
