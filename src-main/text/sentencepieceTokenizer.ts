// A tokenizer over a SentencePiece model: the ids and the text of the `sentencepiece` package.
// Source: src/sentencepiece_processor.cc of google/sentencepiece 0.2.3

import { LetheError } from '../base/errors'
import { byteOfPiece, type SentencePieceModel } from '../formats/sentencepiece'
import { BpeEncoder } from './bpeEncoder'
import { ByteTrie } from './byteTrie'
import { escapeRegExp } from './escapeRegExp'
import { applyCharsmap, normalizeBytes } from './sentencepieceNormalizer'
import type {
  DecodeOptions,
  EncodeOptions,
  Tokenizer,
  TokenizerSurroundings,
  TokenStream
} from './tokenizer'
import { UnigramEncoder } from './unigramEncoder'
import { Utf8Collector } from './utf8Collector'

export class SentencePieceTokenizer implements Tokenizer {
  readonly vocabularySize: number
  readonly bosId?: number
  readonly eosIds: readonly number[]
  readonly specialIds: ReadonlySet<number>

  private readonly encoder: UnigramEncoder | BpeEncoder
  private readonly userDefined: ByteTrie | null
  private readonly ids = new Map<string, number>()
  private readonly byteIds = new Int32Array(256)
  private readonly controlIds = new Map<string, number>()
  private readonly before: readonly number[]
  private readonly after: readonly number[]

  constructor(
    private readonly model: SentencePieceModel,
    { tokenizerConfig, generationConfig }: TokenizerSurroundings
  ) {
    const { pieces, unkId = -1 } = model
    this.vocabularySize = pieces.length
    this.userDefined = trieOfUserDefined(model)
    this.encoder =
      model.modelType === 'bpe'
        ? new BpeEncoder(pieces, unkId, this.userDefined)
        : new UnigramEncoder(pieces, unkId)
    for (const [id, { text, type }] of pieces.entries()) {
      // A control piece may be spelled like a normal one; its id is then the one the name stands for.
      if (type === 'control' || !this.ids.has(text)) this.ids.set(text, id)
      if (type === 'control') this.controlIds.set(text, id)
      if (type === 'byte') this.byteIds[byteOfPiece(text)!] = id
    }
    const named = (token: string | undefined, otherwise: number | undefined) =>
      (token === undefined ? undefined : this.ids.get(token)) ?? otherwise
    const bosId = named(tokenizerConfig.bosToken, model.bosId)
    const eosId = named(tokenizerConfig.eosToken, model.eosId)
    if (bosId !== undefined) this.bosId = bosId
    const eosIds = [...(eosId === undefined ? [] : [eosId]), ...generationConfig.eosIds]
    this.eosIds = [...new Set(eosIds)]
    this.specialIds = new Set(
      pieces.flatMap(({ type }, id) => (type === 'control' || type === 'unknown' ? [id] : []))
    )
    // LLaMA's rule: the beginning is marked unless the folder says otherwise, the end is not.
    this.before = bosId !== undefined && tokenizerConfig.addBosToken !== false ? [bosId] : []
    this.after = eosId !== undefined && tokenizerConfig.addEosToken === true ? [eosId] : []
  }

  encode(
    text: string,
    { addSpecialTokens = true, parseSpecialTokens = false }: EncodeOptions = {}
  ): number[] {
    const ids: number[] = addSpecialTokens ? [...this.before] : []
    for (const part of parseSpecialTokens ? this.splitAtControls(text) : [text]) {
      const controlId = parseSpecialTokens ? this.controlIds.get(part) : undefined
      if (controlId === undefined) this.encodeText(part, ids)
      else ids.push(controlId)
    }
    if (addSpecialTokens) ids.push(...this.after)
    return ids
  }

  decode(ids: readonly number[], options?: DecodeOptions): string {
    const stream = this.stream(options)
    const parts = ids.map((id) => stream.push(id))
    return parts.join('') + stream.flush()
  }

  stream({ skipSpecialTokens = true }: DecodeOptions = {}): TokenStream {
    const stream = new PieceStream(this.model, skipSpecialTokens)
    const { denormalizer } = this.model
    return denormalizer === null
      ? stream
      : new MappedAtEnd(stream, (text) => applyCharsmap(text, denormalizer))
  }

  tokenOf(id: number): string | undefined {
    return this.model.pieces[id]?.text
  }

  idOf(token: string): number | undefined {
    return this.ids.get(token)
  }

  private encodeText(text: string, ids: number[]): void {
    const { byteFallback, unkId = -1, normalizer } = this.model
    // Encoding to UTF-8 makes U+FFFD of lone surrogates.
    const bytes = normalizeBytes(new TextEncoder().encode(text), normalizer, this.userDefined)
    let afterUnknown = false
    this.encoder.encode(bytes, (id, start, end) => {
      const isUnknown = id === unkId
      if (isUnknown && byteFallback) {
        for (let at = start; at < end; at++) ids.push(this.byteIds[bytes[at]!]!)
      } else if (!isUnknown || !afterUnknown) {
        // One id stands for a whole run of unknown characters.
        ids.push(id)
      }
      afterUnknown = isUnknown
    })
  }

  private splitAtControls(text: string): string[] {
    if (this.controlIds.size === 0) return [text]
    // The longest name first: one may begin with another.
    const names = [...this.controlIds.keys()].sort((a, b) => b.length - a.length)
    const pattern = new RegExp(`(${names.map(escapeRegExp).join('|')})`, 'u')
    return text.split(pattern).filter((part) => part !== '')
  }
}

function trieOfUserDefined({ pieces }: SentencePieceModel): ByteTrie | null {
  const texts = pieces.filter(({ type }) => type === 'userDefined').map(({ text }) => text)
  if (texts.length === 0) return null
  const trie = new ByteTrie()
  for (const text of texts) trie.add(new TextEncoder().encode(text), 0)
  return trie
}

class PieceStream implements TokenStream {
  private readonly bytes = new Utf8Collector()
  private atStart = true
  private hasText = false

  constructor(
    private readonly model: SentencePieceModel,
    private readonly skipSpecialTokens: boolean
  ) {}

  push(id: number): string {
    const piece = this.model.pieces[id]
    if (piece === undefined) {
      throw new LetheError('tokenOutOfRange', { id, limit: this.model.pieces.length })
    }
    if (piece.type === 'byte') return this.noted(this.bytes.push(byteOfPiece(piece.text)!))
    const held = this.noted(this.bytes.flush())
    if (this.hasText) this.atStart = false
    return held + this.noted(this.textOf(piece))
  }

  flush(): string {
    return this.noted(this.bytes.flush())
  }

  private textOf({ type, text }: SentencePieceModel['pieces'][number]): string {
    if (type === 'control') return this.skipSpecialTokens ? '' : text
    const { addDummyPrefix, removeExtraWhitespaces } = this.model.normalizer
    let rest = text
    if (this.atStart && (addDummyPrefix || removeExtraWhitespaces) && text.startsWith('▁')) {
      rest = text.slice(1)
      // Without removal the dummy prefix is the only space that was not in the text.
      if (!removeExtraWhitespaces) this.atStart = false
    }
    return type === 'unknown' ? this.model.unkSurface : rest.replaceAll('▁', ' ')
  }

  private noted(text: string): string {
    if (text !== '') this.hasText = true
    return text
  }
}

/** A text whose mapping needs all of it: nothing is certain before the end. */
class MappedAtEnd implements TokenStream {
  private held = ''

  constructor(
    private readonly inner: TokenStream,
    private readonly map: (text: string) => string
  ) {}

  push(id: number): string {
    this.held += this.inner.push(id)
    return ''
  }

  flush(): string {
    return this.map(this.held + this.inner.flush())
  }
}
