// A tokenizer over a tokenizer.json: normalising and matching by the tokenizer library, splitting
// and decoding by our own parts where the library is not exact. What neither does is refused.
// Format: https://huggingface.co/docs/tokenizers

import { Tokenizer as LibraryTokenizer } from '@huggingface/tokenizers'
import { z } from 'zod'
import { LetheError } from '../base/errors'
import { quoted, type Reason } from '../base/reasons'
import { valueReason } from '../base/valueReasons'
import { readJsonFile } from '../formats/jsonText'
import { createPreTokenizer } from './preTokenizers'
import { parseDecoder, type TokenTextStream } from './tokenDecoders'
import type {
  DecodeOptions,
  EncodeOptions,
  Tokenizer,
  TokenizerSurroundings,
  TokenStream
} from './tokenizer'

// Far above any vocabulary, and an array of that many names still fits.
const tokenId = z.int().nonnegative().max(10_000_000)
const addedTokenSchema = z.looseObject({
  id: tokenId,
  content: z.string().min(1),
  single_word: z.boolean().default(false),
  special: z.boolean().default(false)
})
const bpeSchema = z.looseObject({
  vocab: z.record(z.string(), tokenId),
  merges: z.array(z.union([z.string(), z.tuple([z.string(), z.string()])])),
  dropout: z.number().nullish(),
  continuing_subword_prefix: z.string().nullish()
})
const wordPieceSchema = z.looseObject({
  vocab: z.record(z.string(), tokenId),
  unk_token: z.string()
})
const unigramSchema = z.looseObject({
  vocab: z.array(z.tuple([z.string(), z.number()])),
  unk_id: tokenId
})
const step = z.looseObject({ type: z.string() }).nullish()
const fileSchema = z.looseObject({
  added_tokens: z.array(addedTokenSchema).default([]),
  normalizer: step,
  pre_tokenizer: step,
  post_processor: step,
  decoder: step,
  model: z.union([
    bpeSchema.transform((model) => ({ ...model, type: 'BPE' as const })),
    unigramSchema.transform((model) => ({ ...model, type: 'Unigram' as const })),
    wordPieceSchema.transform((model) => ({ ...model, type: 'WordPiece' as const }))
  ])
})
type TokenizerFile = z.output<typeof fileSchema>

/**
 * Reads and checks a tokenizer.json.
 * @throws LetheError fileNotFound, fileMalformed, tokenizerUnsupported
 */
export async function readTokenizerJson(
  path: string,
  surroundings: TokenizerSurroundings
): Promise<Tokenizer> {
  return tokenizerOf(await readJsonFile(path), path, surroundings)
}

/**
 * Of what a tokenizer.json holds, wherever it is from.
 * @throws LetheError fileMalformed, tokenizerUnsupported
 */
export function tokenizerOf(
  content: unknown,
  path: string,
  surroundings: TokenizerSurroundings
): Tokenizer {
  const parsed = fileSchema.safeParse(content)
  if (!parsed.success) {
    const reason = valueReason(parsed.error.issues[0])
    throw new LetheError('fileMalformed', { path, format: 'tokenizerJson', reason })
  }
  refuseInexact(parsed.data, path)
  const createText = parseDecoder(parsed.data.decoder, path)
  const preTokenizer = createPreTokenizer(parsed.data.pre_tokenizer, path)
  let library: LibraryTokenizer
  try {
    library = new LibraryTokenizer(
      {
        ...parsed.data,
        normalizer: parsed.data.normalizer ?? null,
        pre_tokenizer: null,
        post_processor: parsed.data.post_processor ?? null,
        // The library's own decoders are not used.
        decoder: null
      },
      {}
    )
  } catch (error) {
    throw new LetheError('tokenizerUnsupported', { path, reason: quoted('reader', error) })
  }
  library.pre_tokenizer = preTokenizer
  return new JsonTokenizer(library, parsed.data, createText, surroundings)
}

/** Things the library would do differently from what the file means, silently. */
function refuseInexact(file: TokenizerFile, path: string): void {
  const refuse = (reason: Reason) => new LetheError('tokenizerUnsupported', { path, reason })
  const { model, added_tokens: added, normalizer } = file
  if (model.type === 'BPE') {
    if (model.dropout) throw refuse({ code: 'dropout' })
    if (model.continuing_subword_prefix) {
      throw refuse({ code: 'partNotRead', part: 'continuing_subword_prefix' })
    }
  }
  const single = added.find(({ single_word }) => single_word)
  if (single !== undefined) throw refuse({ code: 'singleWordToken', token: single.content })
  if (JSON.stringify(normalizer ?? null).includes('"Precompiled"')) {
    throw refuse({ code: 'precompiledNormalizer' })
  }
}

class JsonTokenizer implements Tokenizer {
  readonly vocabularySize: number
  readonly bosId?: number
  readonly maskId?: number
  readonly eosIds: readonly number[]
  readonly specialIds: ReadonlySet<number>

  private readonly tokens: (string | undefined)[] = []
  private readonly ids = new Map<string, number>()

  constructor(
    private readonly library: LibraryTokenizer,
    file: TokenizerFile,
    private readonly createText: () => TokenTextStream,
    { tokenizerConfig, generationConfig }: TokenizerSurroundings
  ) {
    const { vocab } = file.model
    const entries: [string, number][] = Array.isArray(vocab)
      ? vocab.map(([token], id) => [token, id])
      : Object.entries(vocab)
    entries.push(...file.added_tokens.map(({ content, id }): [string, number] => [content, id]))
    for (const [token, id] of entries) {
      this.ids.set(token, id)
      this.tokens[id] = token
    }
    this.vocabularySize = this.tokens.length
    const idsOf = (token: string | undefined) => {
      const id = token === undefined ? undefined : this.ids.get(token)
      return id === undefined ? [] : [id]
    }
    const bosId = idsOf(tokenizerConfig.bosToken)[0] ?? generationConfig.bosId
    if (bosId !== undefined) this.bosId = bosId
    const [maskId] = idsOf(tokenizerConfig.maskToken ?? '[MASK]')
    if (maskId !== undefined) this.maskId = maskId
    this.eosIds = [...new Set([...idsOf(tokenizerConfig.eosToken), ...generationConfig.eosIds])]
    this.specialIds = new Set(file.added_tokens.flatMap(({ id, special }) => (special ? [id] : [])))
  }

  encode(text: string, { addSpecialTokens = true }: EncodeOptions = {}): number[] {
    const wellFormed = text.replace(/\p{Surrogate}/gu, '\ufffd')
    const { ids } = this.library.encode(wellFormed, { add_special_tokens: addSpecialTokens })
    // Without a token for the unknown, what is not in the vocabulary has no id.
    return ids.filter((id: number | undefined) => id !== undefined)
  }

  decode(ids: readonly number[], options?: DecodeOptions): string {
    const stream = this.stream(options)
    const parts = ids.map((id) => stream.push(id))
    return parts.join('') + stream.flush()
  }

  stream({ skipSpecialTokens = true }: DecodeOptions = {}): TokenStream {
    const text = this.createText()
    return {
      push: (id) => {
        if (!Number.isInteger(id) || id < 0 || id >= this.vocabularySize) {
          throw new LetheError('tokenOutOfRange', { id, limit: this.vocabularySize })
        }
        const token = this.tokens[id]
        const isLeftOut = token === undefined || (skipSpecialTokens && this.specialIds.has(id))
        return isLeftOut ? '' : text.push(token)
      },
      flush: () => text.flush()
    }
  }

  tokenOf(id: number): string | undefined {
    return this.tokens[id]
  }

  idOf(token: string): number | undefined {
    return this.ids.get(token)
  }
}
