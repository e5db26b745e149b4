// A prompt set's table as a file: CSV with a row for each answer, or JSON with everything.
import { csvText } from '../base/csv'
import type { PromptAnswer, PromptTable } from '../contract/promptSets'
import type { ExportedFile } from './exportConversation'

const head = [
  ...[
    'system_prompt',
    'prompt',
    'reference',
    'model',
    'answer',
    'status',
    'exact_match',
    'rouge_l'
  ],
  ...['reference_perplexity', 'reference_bits_per_byte', 'reference_tokens', 'reference_bytes'],
  'reference_not_measured'
]

export function exportPromptSet(table: PromptTable, format: 'csv' | 'json'): ExportedFile {
  const name = `prompt set ${new Date(table.createdAt).toISOString().slice(0, 10)}`
  if (format === 'json') {
    const { secondsLeft: _secondsLeft, ...kept } = table
    const text = `${JSON.stringify(kept, null, 2)}\n`
    return { fileName: `${name}.json`, mediaType: 'application/json', text }
  }
  const rows = table.items.flatMap(({ prompt, reference }, row) =>
    table.models.map((model, column) => {
      const answer = table.answers.find((it) => it.row === row && it.column === column)
      const { text, status, exactMatch, rougeL, referenceScore: score } = answer ?? {}
      return [
        ...[table.systemPrompt, prompt, reference, model.name, text, status, exactMatch, rougeL],
        ...[score?.perplexity, score?.bitsPerByte, score?.tokens, score?.bytes],
        reference === null ? '' : whyNotMeasured(model, answer)
      ]
    })
  )
  return { fileName: `${name}.csv`, mediaType: 'text/csv', text: csvText([head, ...rows]) }
}

/** For programs: the code of the error, or that a server gives no probabilities of given text. */
function whyNotMeasured(
  { place }: PromptTable['models'][number],
  answer: PromptAnswer | undefined
): string {
  if (place !== null) return 'remoteCannotScore'
  return answer?.referenceError?.code ?? ''
}
