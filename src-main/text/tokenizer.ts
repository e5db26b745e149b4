// What every tokenizer does, whatever file it comes from, and opening the one of a model folder.

import { stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { fileError, LetheError } from '../base/errors'
import {
  readGenerationConfig,
  readModelConfig,
  readTokenizerConfig,
  type GenerationConfig,
  type TokenizerConfig
} from '../formats/hfConfig'
import { exists } from '../formats/jsonText'
import { readSentencePieceFile } from '../formats/sentencepiece'
import { SentencePieceTokenizer } from './sentencepieceTokenizer'
import { readTokenizerJson, tokenizerOf } from './tokenizerJson'
import { readWordPieceVocabulary } from './wordPieceVocabulary'

export interface EncodeOptions {
  /** Adds what the model expects around a text (BOS, EOS). Default true. */
  addSpecialTokens?: boolean
  /**
   * Reads the names of special tokens in the text as these tokens: for text that a chat template
   * wrote. A tokenizer.json always does so, a SentencePiece model only when asked. Default false.
   */
  parseSpecialTokens?: boolean
}

export interface DecodeOptions {
  /** Leaves out special tokens; otherwise they read as their names. Default true. */
  skipSpecialTokens?: boolean
}

/** Text of ids that come one by one; all parts together are the text of all ids. */
export interface TokenStream {
  /** @returns the text that no later id can change */
  push(id: number): string
  /** @returns the rest; the stream is at its end then */
  flush(): string
}

export interface Tokenizer {
  /** Ids run from 0 to one less than this. */
  readonly vocabularySize: number
  /** Lone surrogates become U+FFFD. */
  encode(text: string, options?: EncodeOptions): number[]
  /** @throws LetheError tokenOutOfRange */
  decode(ids: readonly number[], options?: DecodeOptions): string
  /** @throws LetheError tokenOutOfRange, when an id is pushed */
  stream(options?: DecodeOptions): TokenStream
  /** The token's name in the vocabulary, undefined for an id that has none. */
  tokenOf(id: number): string | undefined
  idOf(token: string): number | undefined
  readonly bosId?: number
  /** Stands for a gap, in a masked model's texts. */
  readonly maskId?: number
  /** Any of these ends an answer. */
  readonly eosIds: readonly number[]
  readonly specialIds: ReadonlySet<number>
}

/** What the files beside a tokenizer say about it. */
export interface TokenizerSurroundings {
  tokenizerConfig: TokenizerConfig
  generationConfig: GenerationConfig
}

const sentencePieceNames = ['tokenizer.model', 'spiece.model', 'sentencepiece.bpe.model']

/**
 * Opens the tokenizer of a model folder (tokenizer.json, else a SentencePiece model, else BERT's
 * vocab.txt), or one file. Another vocabulary alone is refused: it does not say how text is split.
 * @returns null when the folder holds no tokenizer
 * @throws LetheError fileNotFound, fileNotReadable, fileMalformed, tokenizerUnsupported
 */
export async function openTokenizer(folderOrFile: string): Promise<Tokenizer | null> {
  const path = resolve(folderOrFile)
  if (!(await isFolder(path))) return openTokenizerFile(path)
  for (const name of ['tokenizer.json', ...sentencePieceNames]) {
    const file = join(path, name)
    if (await exists(file)) return openTokenizerFile(file)
  }
  for (const name of ['vocab.json', 'vocab.txt']) {
    const file = join(path, name)
    if (!(await exists(file))) continue
    if (name === 'vocab.txt' && (await isBert(path))) return openWordPiece(file)
    throw new LetheError('tokenizerUnsupported', {
      path: file,
      reason: { code: 'vocabularyAlone' }
    })
  }
  return null
}

/** Whether the folder says that its vocabulary is split as BERT's is. */
async function isBert(folder: string): Promise<boolean> {
  const { raw } = await readTokenizerConfig(folder)
  const className = raw['tokenizer_class']
  if (typeof className === 'string') return /^Bert(Tokenizer(Fast)?)?$/.test(className)
  return (await exists(join(folder, 'config.json')))
    ? (await readModelConfig(folder)).modelType === 'bert'
    : false
}

async function openWordPiece(path: string): Promise<Tokenizer> {
  const tokenizerConfig = await readTokenizerConfig(dirname(path))
  const content = await readWordPieceVocabulary(path, tokenizerConfig)
  const generationConfig = await readGenerationConfig(dirname(path))
  return tokenizerOf(content, path, { tokenizerConfig, generationConfig })
}

async function openTokenizerFile(path: string): Promise<Tokenizer> {
  const name = basename(path)
  const isJson = name.endsWith('.json')
  if (!isJson && !/\.(model|spm)$/.test(name)) {
    throw new LetheError('tokenizerUnsupported', {
      path,
      reason: { code: 'noTokenizerFile' }
    })
  }
  // A file of another name may lie among files that belong to something else.
  const isUsual = name === 'tokenizer.json' || sentencePieceNames.includes(name)
  const surroundings: TokenizerSurroundings = isUsual
    ? {
        tokenizerConfig: await readTokenizerConfig(dirname(path)),
        generationConfig: await readGenerationConfig(dirname(path))
      }
    : { tokenizerConfig: { raw: {}, chatTemplates: [] }, generationConfig: { raw: {}, eosIds: [] } }
  if (isJson) return readTokenizerJson(path, surroundings)
  return new SentencePieceTokenizer(await readSentencePieceFile(path), surroundings)
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory()
  } catch (error) {
    throw fileError(error, path)
  }
}

/**
 * Incremental decoding for streaming: `push` returns the text that is certain now (never half a
 * character), `flush` the rest. All parts together are `tokenizer.decode` of all ids.
 */
export class StreamDecoder {
  private readonly stream: TokenStream

  constructor(tokenizer: Tokenizer, options?: DecodeOptions) {
    this.stream = tokenizer.stream(options)
  }

  /** @throws LetheError tokenOutOfRange */
  push(id: number): string {
    return this.stream.push(id)
  }

  flush(): string {
    return this.stream.flush()
  }
}
