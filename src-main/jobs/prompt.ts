// What a model is given to read. Chat and `generate` both come through here, so that the same question
// gets the same answer in either.
import { LetheError } from '../base/errors'
import { promptLimitBytes, type Message } from '../contract/chat'
import type { GenerateInput } from '../contract/inference'
import type { BegunAnswer, ChatTurn, Prompt } from '../engine/protocol'

type ChatPrompt = Extract<Prompt, { type: 'chat' }>

/** A branch that ends in a question, with the system prompt before it and the answer's beginning. */
export function chatPrompt(
  systemPrompt: string,
  branch: readonly Message[],
  begun?: BegunAnswer
): ChatPrompt {
  const turns: ChatTurn[] = branchTurns(branch).map(({ role, content }) => ({ role, content }))
  if (systemPrompt.trim() !== '') turns.unshift({ role: 'system', content: systemPrompt })
  return checked({ type: 'chat', turns, ...(begun && { begun }) })
}

/** The messages of a branch as turns, each with the message that it begins with. */
export function branchTurns(branch: readonly Message[]): (ChatTurn & { from: Message })[] {
  const turns: (ChatTurn & { from: Message })[] = []
  for (const message of branch) {
    const { role, text } = message
    const last = turns.at(-1)
    // Questions whose answer failed before its first word stand together: templates want turns to alternate.
    if (last?.role === role) last.content += `\n\n${text}`
    else if (text !== '') turns.push({ role, content: text, from: message })
  }
  return turns
}

/** A conversation as a program tells it. Throws `promptEmpty`, `promptTooLarge`. */
export function turnsPrompt(turns: readonly ChatTurn[]): ChatPrompt {
  const kept = turns.filter(({ role, content }) => role !== 'system' || content.trim() !== '')
  if (kept.length === 0) throw new LetheError('promptEmpty')
  return checked({ type: 'chat', turns: kept })
}

/** The prompt of one direct request. Throws `promptEmpty`, `promptTooLarge`. */
export function directPrompt(prompt: GenerateInput['prompt']): Prompt {
  if (prompt.type === 'ids') return { type: 'ids', ids: prompt.ids }
  if (prompt.raw) return checked({ type: 'text', text: prompt.text })
  return turnsPrompt(questionTurns({ text: prompt.text, system: prompt.system ?? '' }))
}

/** One question with the system prompt before it, if there is one. */
export function questionTurns({ text, system }: { text: string; system: string }) {
  const question = { role: 'user' as const, content: text }
  return system.trim() === ''
    ? [question]
    : [{ role: 'system' as const, content: system }, question]
}

/** Before a tokenizer spends minutes. Throws `promptTooLarge`. */
export function checkTextSize(text: string): void {
  const sizeBytes = Buffer.byteLength(text)
  if (sizeBytes > promptLimitBytes) {
    throw new LetheError('promptTooLarge', { sizeBytes, limitBytes: promptLimitBytes })
  }
}

function checked<P extends Exclude<Prompt, { type: 'ids' }>>(prompt: P): P {
  const texts = prompt.type === 'chat' ? prompt.turns.map(({ content }) => content) : [prompt.text]
  if (texts.every((text) => text === '')) throw new LetheError('promptEmpty')
  checkTextSize(texts.join(''))
  return prompt
}
