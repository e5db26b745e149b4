// The shapes that records come in, and what becomes of each: parts with roles, in order.
// Alpaca: https://github.com/tatsu-lab/stanford_alpaca#data-release; ShareGPT: `conversations` of
// {from, value}; messages: the chat format of the OpenAI API.
import type { RowProblem } from './readers/rows'

export type Role = 'text' | 'system' | 'user' | 'assistant'
export interface Part {
  role: Role
  text: string
}

export type Shape = 'text' | 'alpaca' | 'sharegpt' | 'messages' | 'promptAnswer' | 'questionAnswer'

/** Which column gives which field of the shape, and whose record it is. */
export interface Mapping {
  shape: Shape
  columns: Record<string, string>
  subject: string | null
}

export type ShapeProblem =
  | 'columnMissing' // column
  | 'notText' // column
  | 'turnUnreadable' // its number
  | 'roleUnknown' // role
  | 'noAnswer'
  | 'empty'
export type RecordProblem = RowProblem | ShapeProblem

export interface RecordContent {
  parts: Part[]
  subject: string | null
  /** The columns that are no part of it, as they stood. */
  extra: Record<string, unknown> | null
}

type Fields = Record<string, { names: string[]; optional?: true }>

/** Column names by which a field is known, in any case; the first that is there is taken. */
export const shapeFields: Record<Shape, Fields> = {
  messages: { messages: { names: ['messages', 'mensagens'] } },
  sharegpt: { conversations: { names: ['conversations', 'conversation', 'conversas'] } },
  alpaca: {
    instruction: { names: ['instruction', 'instrução', 'instrucao'] },
    input: { names: ['input', 'entrada'], optional: true },
    output: { names: ['output', 'response', 'saída', 'saida', 'resposta'] },
    system: { names: ['system', 'system_prompt'], optional: true }
  },
  questionAnswer: {
    question: { names: ['question', 'pergunta', 'q'] },
    answer: { names: ['answer', 'resposta', 'a'] },
    context: { names: ['context', 'contexto'], optional: true }
  },
  promptAnswer: {
    prompt: { names: ['prompt', 'input', 'source', 'comando', 'entrada'] },
    answer: {
      names: ['completion', 'response', 'answer', 'output', 'target', 'chosen', 'resposta', 'saída']
    },
    system: { names: ['system', 'system_prompt'], optional: true }
  },
  text: {
    text: { names: ['text', 'texto', 'content', 'conteúdo', 'conteudo', 'document', 'story'] }
  }
}

const subjectNames = [
  ...['subject', 'person', 'titular', 'pessoa', 'author', 'autor', 'autora', 'name', 'nome'],
  ...['full_name', 'nome_completo', 'customer', 'cliente', 'patient', 'paciente']
]

/**
 * The shape whose needed fields are all among the columns, the more particular first; null: none fits.
 * A table of one column is text, whatever it is called.
 */
export function guessMapping(columns: string[], wanted?: Shape): Mapping | null {
  const subject = match(columns, subjectNames)
  for (const shape of Object.keys(shapeFields) as Shape[]) {
    if (wanted !== undefined && shape !== wanted) continue
    const fields = Object.entries(shapeFields[shape])
    const found = fields.map(([field, { names }]) => [field, match(columns, names)] as const)
    if (fields.some(([, { optional }], at) => !optional && found[at]![1] === null)) continue
    const entries = found.flatMap(([field, column]) => (column === null ? [] : [[field, column]]))
    return { shape, columns: Object.fromEntries(entries), subject }
  }
  const [only] = columns
  if (columns.length !== 1 || only === undefined || (wanted ?? 'text') !== 'text') return null
  return { shape: 'text', columns: { text: only }, subject: null }
}

function match(columns: string[], names: string[]): string | null {
  for (const name of names) {
    const found = columns.find((column) => column.trim().toLowerCase() === name)
    if (found !== undefined) return found
  }
  return null
}

class Refused extends Error {
  constructor(
    readonly problem: ShapeProblem,
    readonly detail: string
  ) {
    super(problem)
  }
}

export function recordOf(
  row: Record<string, unknown>,
  mapping: Mapping
): RecordContent | { problem: ShapeProblem; detail: string } {
  try {
    const parts = partsOf(row, mapping)
    if (parts.every(({ text }) => text.trim() === '')) throw new Refused('empty', '')
    const used = new Set([...Object.values(mapping.columns), mapping.subject])
    const rest = Object.entries(row).filter(([column]) => !used.has(column))
    return {
      parts,
      subject: subjectOf(row, mapping.subject),
      extra: rest.length > 0 ? Object.fromEntries(rest) : null
    }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return { problem: error.problem, detail: error.detail }
  }
}

function partsOf(row: Record<string, unknown>, { shape, columns }: Mapping): Part[] {
  const needed = (field: string): string => textOf(row, columns[field] ?? field)
  const optional = (field: string): string => {
    const column = columns[field]
    return column === undefined || row[column] == null ? '' : textOf(row, column)
  }
  const system = (): Part[] => {
    const text = optional('system')
    return text.trim() === '' ? [] : [{ role: 'system', text }]
  }
  const pair = (user: string, assistant: string): Part[] => [
    ...system(),
    { role: 'user', text: user },
    { role: 'assistant', text: assistant }
  ]
  const joined = (...texts: string[]): string => texts.filter((it) => it.trim() !== '').join('\n\n')
  switch (shape) {
    case 'text':
      return [{ role: 'text', text: needed('text') }]
    case 'alpaca':
      return pair(joined(needed('instruction'), optional('input')), needed('output'))
    case 'promptAnswer':
      return pair(needed('prompt'), needed('answer'))
    case 'questionAnswer':
      return pair(joined(optional('context'), needed('question')), needed('answer'))
    case 'messages':
      return turnsOf(row, columns['messages'] ?? 'messages', 'role', 'content')
    case 'sharegpt':
      return turnsOf(row, columns['conversations'] ?? 'conversations', 'from', 'value')
  }
}

const roles: Record<string, Role> = {
  ...{ system: 'system', developer: 'system', user: 'user', human: 'user', prompter: 'user' },
  ...{ assistant: 'assistant', gpt: 'assistant', model: 'assistant', bot: 'assistant' },
  chatgpt: 'assistant'
}

function turnsOf(
  row: Record<string, unknown>,
  column: string,
  roleKey: string,
  textKey: string
): Part[] {
  const turns = row[column]
  if (turns == null) throw new Refused('columnMissing', column)
  if (!Array.isArray(turns) || turns.length === 0) throw new Refused('turnUnreadable', '1')
  const parts = turns.map((turn: unknown, at): Part => {
    const fields =
      typeof turn === 'object' && turn !== null ? (turn as Record<string, unknown>) : {}
    const name = fields[roleKey]
    const text = contentOf(fields[textKey])
    if (typeof name !== 'string' || text === null) throw new Refused('turnUnreadable', `${at + 1}`)
    const role = Object.hasOwn(roles, name.toLowerCase()) ? roles[name.toLowerCase()] : undefined
    if (!role) throw new Refused('roleUnknown', name.slice(0, 40))
    return { role, text }
  })
  if (!parts.some(({ role }) => role === 'assistant')) throw new Refused('noAnswer', '')
  return parts
}

/** A text, or the API's list of parts when all of them are text. */
function contentOf(content: unknown): string | null {
  if (typeof content === 'string') return content
  if (!Array.isArray(content)) return null
  const texts = content.map((part: unknown) => {
    const { type, text } = (part ?? {}) as { type?: unknown; text?: unknown }
    return type === 'text' && typeof text === 'string' ? text : null
  })
  return texts.includes(null) ? null : texts.join('\n')
}

function textOf(row: Record<string, unknown>, column: string): string {
  const value = row[column]
  if (value == null) throw new Refused('columnMissing', column)
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  throw new Refused('notText', column)
}

function subjectOf(row: Record<string, unknown>, column: string | null): string | null {
  const value = column === null ? null : row[column]
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value : ''
  return text.trim() === '' ? null : text.trim().slice(0, 500)
}
