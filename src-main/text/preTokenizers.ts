// The pre-tokenizers of tokenizer.json that the tokenizer library does not do exactly: what counts
// as a space, digit or punctuation follows Unicode, and every way to split is there.
// Source: tokenizers/src/pre_tokenizers of huggingface/tokenizers 0.23

import {
  ByteLevelPreTokenizer,
  MetaspacePreTokenizer,
  PreTokenizer,
  SequencePreTokenizer,
  SplitPreTokenizer
} from '@huggingface/tokenizers'
import { z } from 'zod'
import { LetheError } from '../base/errors'
import { quoted } from '../base/reasons'
import { valueReason } from '../base/valueReasons'
import { escapeRegExp } from './escapeRegExp'

const behaviors = [
  'Removed',
  'Isolated',
  'Contiguous',
  'MergedWithPrevious',
  'MergedWithNext'
] as const
type Behavior = (typeof behaviors)[number]
const behaviorSchema = z.enum(behaviors)

const configSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('Split'),
    pattern: z.union([z.object({ Regex: z.string() }), z.object({ String: z.string() })]),
    behavior: behaviorSchema,
    invert: z.boolean().default(false)
  }),
  z.object({
    type: z.literal('ByteLevel'),
    add_prefix_space: z.boolean().optional(),
    use_regex: z.boolean().optional()
  }),
  z.object({ type: z.literal('Digits'), individual_digits: z.boolean().default(false) }),
  z.object({ type: z.literal('Punctuation'), behavior: behaviorSchema.default('Isolated') }),
  z.object({ type: z.literal('WhitespaceSplit') }),
  z.object({ type: z.literal('Whitespace') }),
  z.object({ type: z.literal('BertPreTokenizer') }),
  z.object({
    type: z.literal('Metaspace'),
    replacement: z.string().default('▁'),
    prepend_scheme: z.enum(['always', 'first', 'never']).optional(),
    add_prefix_space: z.boolean().optional(),
    split: z.boolean().default(true)
  }),
  z.object({
    type: z.literal('Sequence'),
    get pretokenizers() {
      return z.array(configSchema)
    }
  })
])
type Config = z.output<typeof configSchema>

/**
 * Makes the pre-tokenizer that `config`, the part of a tokenizer.json, asks for.
 * @throws LetheError tokenizerUnsupported for a kind that is not known
 */
export function createPreTokenizer(config: unknown, path: string): PreTokenizer | null {
  if (config === null || config === undefined) return null
  const parsed = configSchema.safeParse(config)
  if (!parsed.success) {
    const reason = valueReason(parsed.error.issues[0], ['pre_tokenizer'])
    throw new LetheError('tokenizerUnsupported', { path, reason })
  }
  try {
    return create(parsed.data)
  } catch (error) {
    // A pattern that JavaScript has no equal for.
    throw new LetheError('tokenizerUnsupported', { path, reason: quoted('reader', error) })
  }
}

// Rust's notions, which the format means: White_Space, all numbers, all punctuation plus ASCII's.
const punctuation = /[\p{P}!-/:-@[-`{-~]/gu
const word = String.raw`\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\p{Join_Control}`

function create(config: Config): PreTokenizer {
  switch (config.type) {
    case 'Sequence': {
      const sequence = new SequencePreTokenizer({ type: 'Sequence', pretokenizers: [] })
      sequence.tokenizers = config.pretokenizers.map(create)
      return sequence
    }
    case 'Split': {
      // The library translates the pattern from the dialect it is written in.
      const { pattern } = new SplitPreTokenizer({ ...config, type: 'Split' })
      return new Splitter(pattern as RegExp, config.behavior, config.invert)
    }
    case 'ByteLevel': {
      const byteLevel = new ByteLevelPreTokenizer(config)
      byteLevel.pattern =
        /'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\p{White_Space}\p{L}\p{N}]+|\p{White_Space}+(?!\P{White_Space})|\p{White_Space}+/gu
      return byteLevel
    }
    case 'Digits':
      return new Splitter(/\p{N}/gu, config.individual_digits ? 'Isolated' : 'Contiguous')
    case 'Punctuation':
      return new Splitter(punctuation, config.behavior)
    case 'WhitespaceSplit':
      return new Splitter(/\p{White_Space}/gu, 'Removed')
    case 'Whitespace':
      return new Splitter(
        new RegExp(`[${word}]+|[^${word}\\p{White_Space}]+`, 'gu'),
        'Removed',
        true
      )
    case 'BertPreTokenizer': {
      const sequence = new SequencePreTokenizer({ type: 'Sequence', pretokenizers: [] })
      sequence.tokenizers = [
        new Splitter(/\p{White_Space}/gu, 'Removed'),
        new Splitter(punctuation, 'Isolated')
      ]
      return sequence
    }
    case 'Metaspace':
      break
  }
  return new Metaspace(config)
}

/** Splits at what matches; `invert` swaps what matches and what does not. */
class Splitter extends PreTokenizer {
  constructor(
    private readonly pattern: RegExp,
    private readonly behavior: Behavior,
    private readonly invert = false
  ) {
    super()
  }

  override pre_tokenize_text(text: string): string[] {
    const parts: { text: string; matches: boolean }[] = []
    let at = 0
    for (const { 0: match, index } of text.matchAll(this.pattern)) {
      if (index > at) parts.push({ text: text.slice(at, index), matches: this.invert })
      if (match !== '') parts.push({ text: match, matches: !this.invert })
      at = index + match.length
    }
    if (at < text.length) parts.push({ text: text.slice(at), matches: this.invert })
    return this.joined(parts)
  }

  private joined(parts: { text: string; matches: boolean }[]): string[] {
    if (this.behavior === 'Removed') {
      return parts.filter(({ matches }) => !matches).map(({ text }) => text)
    }
    const result: string[] = []
    for (const [index, { text, matches }] of parts.entries()) {
      const previous = parts[index - 1]
      const joins =
        previous !== undefined &&
        ((this.behavior === 'Contiguous' && matches === previous.matches) ||
          (this.behavior === 'MergedWithPrevious' && matches && !previous.matches) ||
          (this.behavior === 'MergedWithNext' && !matches && previous.matches))
      if (joins) result[result.length - 1] += text
      else result.push(text)
    }
    return result
  }
}

class Metaspace extends MetaspacePreTokenizer {
  private readonly splitter: Splitter | null

  constructor(config: Extract<Config, { type: 'Metaspace' }>) {
    const legacy = config.add_prefix_space === false ? 'never' : 'always'
    super({
      ...config,
      str_rep: config.replacement,
      prepend_scheme: config.prepend_scheme ?? legacy
    })
    const pattern = new RegExp(escapeRegExp(config.replacement), 'gu')
    this.splitter = config.split ? new Splitter(pattern, 'MergedWithNext') : null
  }

  override pre_tokenize_text(text: string, options: never): string[] {
    const whole = super.pre_tokenize_text(text, options)
    const { splitter } = this
    return splitter === null ? whole : whole.flatMap((part) => splitter.pre_tokenize_text(part))
  }
}
