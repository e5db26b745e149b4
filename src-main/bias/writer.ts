// Lets a causal model go on after the beginnings of a suite. The same seed gives the same text.
import { LetheError } from '../base/errors'
import type { CausalRunner } from '../models/causalRunner'
import { generate } from '../models/generate'
import type { Tokenizer } from '../text/tokenizer'
import { scoreKey, type ScoreHooks } from './scorer'
import type { WritingQuestion } from './suite'

export function writingKey(question: WritingQuestion): string {
  const { prompt, tokens, temperature, topP, seed } = question
  return scoreKey('writing-1', prompt, tokens, temperature, topP, seed)
}

/** Tells each text that is not known, one after the other. @throws LetheError cancelled */
export async function write(
  { runner, tokenizer }: { runner: CausalRunner; tokenizer: Tokenizer },
  questions: readonly WritingQuestion[],
  isKnown: (key: string) => boolean,
  { signal, turn, onScored }: ScoreHooks
): Promise<void> {
  const done = new Set<string>()
  for (const question of questions) {
    const key = writingKey(question)
    if (done.has(key) || isKnown(key)) continue
    done.add(key)
    await turn()
    if (signal.aborted) throw new LetheError('cancelled')
    const { prompt, tokens, temperature, topP, seed } = question
    const ids = tokenizer.encode(prompt)
    const { contextLength } = runner.shape
    if (ids.length === 0) {
      onScored(key, { fault: 'noTokens', detail: prompt.slice(0, 60) })
      continue
    }
    if (ids.length + tokens > contextLength) {
      onScored(key, { fault: 'tooLong', detail: String(ids.length + tokens) })
      continue
    }
    const sampling = { temperature, topP, topK: 0, minP: 0, repetitionPenalty: 1 }
    const written = await generate(
      runner,
      { ids, templateNote: 'none' },
      {
        ...{ sampling: { ...sampling, maxTokens: tokens, seed }, logprobs: 0 },
        ...{ eosIds: tokenizer.eosIds, tokenizer, signal, onText: () => {}, onReading: () => {} }
      }
    )
    if (written.end === 'stopped') throw new LetheError('cancelled')
    const { text, ids: produced } = written
    onScored(key, { nats: 0, tokens: produced.length, unknown: 0, written: text })
  }
}
