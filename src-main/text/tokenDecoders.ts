// From token names to text, one token at a time: the decoders a tokenizer.json can ask for. Each
// gives out a token as soon as no later one can change it.
// Source: tokenizers/src/decoders of huggingface/tokenizers 0.23

import { z } from 'zod'
import { LetheError } from '../base/errors'
import { byteOfPiece } from '../formats/sentencepiece'
import { byteOfCharacter } from './byteCharacters'

interface TokenDecoder {
  /** @returns the tokens that are certain now */
  push(token: string): string[]
  flush(): string[]
}

const decoderSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ByteLevel') }),
  z.object({ type: z.literal('ByteFallback') }),
  z.object({ type: z.literal('Fuse') }),
  z.object({
    type: z.literal('Metaspace'),
    replacement: z.string().default('▁'),
    prepend_scheme: z.enum(['always', 'first', 'never']).optional(),
    add_prefix_space: z.boolean().optional()
  }),
  z.object({
    type: z.literal('Replace'),
    pattern: z.object({ String: z.string().min(1) }),
    content: z.string()
  }),
  z.object({
    type: z.literal('Strip'),
    content: z.string(),
    start: z.int().nonnegative(),
    stop: z.int().nonnegative()
  }),
  z.object({
    type: z.literal('WordPiece'),
    prefix: z.string().default('##'),
    cleanup: z.boolean().default(true)
  }),
  z.object({ type: z.literal('BPEDecoder'), suffix: z.string().default('</w>') }),
  z.object({
    type: z.literal('Sequence'),
    get decoders() {
      return z.array(decoderSchema)
    }
  })
])
type DecoderConfig = z.output<typeof decoderSchema>

/**
 * Checks the `decoder` part of a tokenizer.json.
 * @returns what makes a fresh decoder for each text
 * @throws LetheError tokenizerUnsupported for what cannot be done exactly
 */
export function parseDecoder(config: unknown, path: string): () => TokenTextStream {
  if (config === null || config === undefined) {
    return () => new TokenTextStream([new SeparatedBySpaces()])
  }
  const parsed = decoderSchema.safeParse(config)
  if (!parsed.success) {
    const type = (config as { type?: unknown }).type
    const kind = typeof type === 'string' ? { kind: type.slice(0, 100) } : {}
    throw new LetheError('tokenizerUnsupported', { path, reason: { code: 'decoderKind', ...kind } })
  }
  const create = () => new TokenTextStream(chain(parsed.data, { isOne: false }))
  create()
  return create

  /** `whole.isOne` says that an earlier step made one token of everything. */
  function chain(step: DecoderConfig, whole: { isOne: boolean }): TokenDecoder[] {
    switch (step.type) {
      case 'Sequence':
        return step.decoders.flatMap((inner) => chain(inner, whole))
      case 'ByteLevel':
        whole.isOne = true
        return [new ByteLevel()]
      case 'Fuse':
        // The tokens are joined in the end anyway; what follows must know.
        whole.isOne = true
        return []
      case 'Strip':
        return [whole.isOne ? new StripText(step) : new StripTokens(step)]
      case 'Metaspace':
        return [new Metaspace(step, whole.isOne)]
      case 'ByteFallback':
        return [new ByteFallback()]
      case 'Replace':
        if (whole.isOne && step.pattern.String.length > 1) {
          const reason = { code: 'replaceAfterFuse' } as const
          throw new LetheError('tokenizerUnsupported', { path, reason })
        }
        return [new Replace(step.pattern.String, step.content)]
      case 'WordPiece':
        return [new WordPiece(step.prefix, step.cleanup)]
      case 'BPEDecoder':
        break
    }
    return [new WordSuffix(step.suffix)]
  }
}

/** The text of a sequence of token names. */
export class TokenTextStream {
  constructor(private readonly steps: readonly TokenDecoder[]) {}

  push(token: string): string {
    return this.through(0, [token])
  }

  flush(): string {
    return this.steps.map((step, index) => this.through(index + 1, step.flush())).join('')
  }

  private through(first: number, tokens: string[]): string {
    let current = tokens
    for (const step of this.steps.slice(first)) {
      current = current.flatMap((token) => step.push(token))
    }
    return current.join('')
  }
}

/** Decoders that look at each token alone. */
abstract class TokenByToken implements TokenDecoder {
  private isFirst = true

  push(token: string): string[] {
    const result = this.decode(token, this.isFirst)
    this.isFirst = false
    return [result]
  }

  flush(): string[] {
    return []
  }

  protected abstract decode(token: string, isFirst: boolean): string
}

class SeparatedBySpaces extends TokenByToken {
  protected override decode(token: string, isFirst: boolean): string {
    return isFirst ? token : ` ${token}`
  }
}

class Replace extends TokenByToken {
  constructor(
    private readonly pattern: string,
    private readonly content: string
  ) {
    super()
  }

  protected override decode(token: string): string {
    return token.replaceAll(this.pattern, () => this.content)
  }
}

class Metaspace extends TokenByToken {
  private readonly dropsFirst: boolean

  constructor(
    private readonly config: Extract<DecoderConfig, { type: 'Metaspace' }>,
    private readonly isOne: boolean
  ) {
    super()
    const { prepend_scheme: scheme, add_prefix_space: addPrefix = true } = config
    this.dropsFirst = scheme === undefined ? addPrefix : scheme !== 'never'
  }

  protected override decode(token: string, isFirst: boolean): string {
    const space = this.dropsFirst && (isFirst || this.isOne) ? '' : ' '
    return token.replaceAll(this.config.replacement, space)
  }
}

class StripTokens extends TokenByToken {
  constructor(private readonly config: { content: string; start: number; stop: number }) {
    super()
  }

  protected override decode(token: string): string {
    const { content, start, stop } = this.config
    const characters = [...token]
    let from = 0
    while (from < start && characters[from] === content) from++
    let to = characters.length
    while (to > from && characters.length - to < stop && characters[to - 1] === content) to--
    return characters.slice(from, to).join('')
  }
}

/** The same when everything before was made one token: only the ends of the text are stripped. */
class StripText implements TokenDecoder {
  private stripped = 0
  private inside = false
  private held = ''

  constructor(private readonly config: { content: string; start: number; stop: number }) {}

  push(token: string): string[] {
    const { content, start, stop } = this.config
    let rest = token
    while (!this.inside && this.stripped < start && rest.startsWith(content)) {
      rest = rest.slice(content.length)
      this.stripped++
    }
    if (rest !== '') this.inside = true
    const text = this.held + rest
    let certain = text.length
    for (let count = 0; count < stop && text.endsWith(content, certain); count++) {
      certain -= content.length
    }
    this.held = text.slice(certain)
    return [text.slice(0, certain)]
  }

  flush(): string[] {
    this.held = ''
    return []
  }
}

class WordPiece extends TokenByToken {
  constructor(
    private readonly prefix: string,
    private readonly cleanup: boolean
  ) {
    super()
  }

  protected override decode(token: string, isFirst: boolean): string {
    const joined = token.startsWith(this.prefix) ? token.slice(this.prefix.length) : ` ${token}`
    const text = isFirst ? token : joined
    return this.cleanup ? withoutSpaces(text) : text
  }
}

/** English punctuation loses the space before it, as BERT's decoder has it. */
function withoutSpaces(text: string): string {
  const pairs: [string, string][] = [
    [' .', '.'],
    [' ?', '?'],
    [' !', '!'],
    [' ,', ','],
    [" ' ", "'"],
    [" n't", "n't"],
    [" 'm", "'m"],
    [' do not', " don't"],
    [" 's", "'s"],
    [" 've", "'ve"],
    [" 're", "'re"]
  ]
  return pairs.reduce((result, [from, to]) => result.replaceAll(from, to), text)
}

/** The end of a word is marked; the mark is a space except at the very end. */
class WordSuffix implements TokenDecoder {
  private held: string | undefined

  constructor(private readonly suffix: string) {}

  push(token: string): string[] {
    const before = this.held
    this.held = token
    return before === undefined ? [] : [before.replaceAll(this.suffix, ' ')]
  }

  flush(): string[] {
    const last = this.held
    this.held = undefined
    return last === undefined ? [] : [last.replaceAll(this.suffix, '')]
  }
}

/** A run of byte tokens is the text it spells, or U+FFFD for every byte of it when it spells none. */
class ByteFallback implements TokenDecoder {
  private run: number[] = []

  push(token: string): string[] {
    const byte = byteOfPiece(token.toUpperCase().replace('<0X', '<0x'))
    if (byte !== undefined) {
      this.run.push(byte)
      return []
    }
    return [...this.flush(), token]
  }

  flush(): string[] {
    if (this.run.length === 0) return []
    const run = Uint8Array.from(this.run)
    this.run = []
    try {
      return [new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(run)]
    } catch {
      return Array.from(run, () => '\ufffd')
    }
  }
}

/** Every character of a token stands for a byte; a token with other characters stands for itself. */
class ByteLevel implements TokenDecoder {
  private readonly decoder = new TextDecoder('utf-8', { ignoreBOM: true })

  push(token: string): string[] {
    const bytes = Array.from(token, (character) => byteOfCharacter.get(character))
    const isMapped = bytes.every((byte) => byte !== undefined)
    const raw = isMapped ? Uint8Array.from(bytes) : new TextEncoder().encode(token)
    return [this.decoder.decode(raw, { stream: true })]
  }

  flush(): string[] {
    return [this.decoder.decode()]
  }
}
