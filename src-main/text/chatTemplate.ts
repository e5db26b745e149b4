// Chat templates: a model's own way to write a conversation as one text, in Jinja.
// Source: https://huggingface.co/docs/transformers/chat_templating

import { Template } from '@huggingface/jinja'
import { LetheError } from '../base/errors'
import { quoted, type Reason } from '../base/reasons'

export interface ChatMessage {
  role: 'system' | 'user' | 'assistant'
  content: string
}

export interface ChatTemplateOptions {
  /** Ends the text where the model's answer begins. */
  addGenerationPrompt: boolean
  bosToken?: string
  eosToken?: string
  /** What else the template may ask for, such as `date_string`. */
  variables?: Readonly<Record<string, unknown>>
}

export interface RenderedChat {
  /** Holds the special tokens the template writes: encode it without adding them again. */
  text: string
  /** The template takes no system message: its text stands in front of the first user message. */
  systemFolded: boolean
}

/**
 * Renders a conversation.
 * @throws LetheError chatTemplateFailed, with the template's own words where it refuses
 */
export function renderChat(
  template: string,
  messages: readonly ChatMessage[],
  options: ChatTemplateOptions
): RenderedChat {
  const parsed = attempt(() => new Template(template))
  const render = (list: readonly ChatMessage[]) =>
    attempt(() =>
      parsed.render({
        // Templates test these for none, not for being defined.
        tools: null,
        documents: null,
        ...options.variables,
        messages: list.map(({ role, content }) => ({ role, content })),
        add_generation_prompt: options.addGenerationPrompt,
        bos_token: options.bosToken ?? '',
        eos_token: options.eosToken ?? ''
      })
    )
  const systemText = messages
    .filter(({ role }) => role === 'system')
    .map(({ content }) => content)
    .join('\n\n')
  if (systemText.trim() === '') return { text: render(messages), systemFolded: false }

  const others = messages.filter(({ role }) => role !== 'system')
  let refusal: unknown
  try {
    const text = render(messages)
    // Some templates do not refuse a system message but leave it out.
    const isThere = text.includes(systemText.trim()) || text !== rendered(() => render(others))
    if (isThere) return { text, systemFolded: false }
  } catch (error) {
    refusal = error
  }
  const folded = rendered(() => render(foldSystem(systemText, others)))
  // When folding does not help either, the first refusal says what is wrong.
  if (folded === undefined) throw refusal ?? failed({ code: 'systemLeftOut' })
  return { text: folded, systemFolded: true }
}

function foldSystem(systemText: string, others: readonly ChatMessage[]): ChatMessage[] {
  const first = others.findIndex(({ role }) => role === 'user')
  if (first === -1) return [{ role: 'user', content: systemText }, ...others]
  return others.map((message, index) =>
    index === first ? { ...message, content: `${systemText}\n\n${message.content}` } : message
  )
}

function rendered(render: () => string): string | undefined {
  try {
    return render()
  } catch {
    return undefined
  }
}

function attempt<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw failed(quoted('template', error), error)
  }
}

function failed(reason: Reason, cause?: unknown): LetheError {
  return new LetheError('chatTemplateFailed', { reason }, { cause })
}
