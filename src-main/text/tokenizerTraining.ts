// A tokenizer of one's own, learned from texts: byte-level BPE, so that any text becomes tokens and
// comes back unchanged, written as the files other programs read.
import { join } from 'node:path'
import { LetheError } from '../base/errors'
import type { Reason } from '../base/reasons'
import { writeFileAtomically, writeFully } from '../base/atomicFile'
import { largestVocabulary, learnMerges, type LearnedMerges } from './bpeTraining'
import { byteOfCharacter } from './byteCharacters'
import { createPreTokenizer } from './preTokenizers'

/** How text is split into words before bytes are merged, after the models that made each way known. */
export const splittings = {
  /** Words with the space before them, runs of digits, runs of marks. */
  gpt2: { type: 'ByteLevel', add_prefix_space: false, trim_offsets: true, use_regex: true },
  /** The same in any case, digits by three, line breaks on their own. */
  llama3: {
    type: 'Sequence',
    pretokenizers: [
      {
        type: 'Split',
        pattern: {
          Regex:
            "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}{1,3}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+"
        },
        behavior: 'Isolated',
        invert: false
      },
      { type: 'ByteLevel', add_prefix_space: false, trim_offsets: true, use_regex: false }
    ]
  }
} as const
export type Splitting = keyof typeof splittings

export interface TokenizerTraining {
  readonly splitting: Splitting
  /** At most; a small text gives fewer. */
  readonly vocabularySize: number
  /** The first ids, in this order. Their names in the text read as them, once it is trained. */
  readonly specialTokens: readonly string[]
  /** Pairs that occur less often become no token. Usual: 2. */
  readonly minimumCount?: number
  readonly signal?: AbortSignal
  /** Texts read, then tokens known. */
  readonly onProgress?: (part: 'reading' | 'merging', done: number) => void
}

export interface TrainedTokenizer extends LearnedMerges {
  readonly splitting: Splitting
  readonly specialTokens: readonly string[]
}

/** What the files say beside the vocabulary. Tokens are special ones of the tokenizer. */
export interface TokenizerRoles {
  readonly beginning: string
  readonly ending: string
  readonly padding: string
  readonly contextLength: number
  readonly chatTemplate?: string
}

const textsBetweenBreaths = 500

/**
 * The same texts in the same order give the same tokenizer on every machine.
 * @throws LetheError invalidInput (name: the option), cancelled
 */
export async function trainTokenizer(
  texts: Iterable<string> | AsyncIterable<string>,
  options: TokenizerTraining
): Promise<TrainedTokenizer> {
  refuseImpossible(options)
  const { splitting, specialTokens, vocabularySize, minimumCount = 2 } = options
  const { signal, onProgress } = options
  const breathe = async (part: 'reading' | 'merging', done: number): Promise<void> => {
    onProgress?.(part, done)
    await new Promise((resolve) => setImmediate(resolve))
    if (signal?.aborted) throw new LetheError('cancelled')
  }
  const splitter = createPreTokenizer(splittings[splitting], splitting)!
  const wordCounts = new Map<string, number>()
  let read = 0
  for await (const text of texts) {
    // As reading does it: what is no character becomes one.
    const wellFormed = text.replace(/\p{Surrogate}/gu, '\ufffd')
    for (const word of splitter.pre_tokenize(wellFormed))
      wordCounts.set(word, (wordCounts.get(word) ?? 0) + 1)
    if (++read % textsBetweenBreaths === 0) await breathe('reading', read)
  }
  const learning = learnMerges(wordCounts, { specialTokens, vocabularySize, minimumCount })
  for (;;) {
    const step = learning.next()
    if (step.done) return { ...step.value, splitting, specialTokens }
    await breathe('merging', step.value)
  }
}

function refuseImpossible(options: TokenizerTraining): void {
  const refuse = (name: string, reason: Reason): LetheError =>
    new LetheError('invalidInput', { field: 'option', name, reason })
  const { vocabularySize, specialTokens, minimumCount = 2 } = options
  for (const [index, token] of specialTokens.entries()) {
    // A single character is, or could be mistaken for, one that stands for a byte.
    if (token.length < 2) throw refuse('specialTokens', { code: 'valueTooShort', least: 2 })
    if (specialTokens.indexOf(token) !== index)
      throw refuse('specialTokens', { code: 'keyTwice', key: token })
  }
  const bounds = { least: byteOfCharacter.size + specialTokens.length, most: largestVocabulary }
  const fits = vocabularySize >= bounds.least && vocabularySize <= bounds.most
  if (!Number.isInteger(vocabularySize) || !fits)
    throw refuse('vocabularySize', { code: 'wholeNumberBetween', ...bounds })
  if (!Number.isInteger(minimumCount) || minimumCount < 1)
    throw refuse('minimumCount', { code: 'valueTooSmall', least: 1 })
}

/** The tokenizer.json. Format: https://huggingface.co/docs/tokenizers */
export function tokenizerJson(trained: TrainedTokenizer): object {
  const { splitting, specialTokens, tokens, merges } = trained
  return {
    version: '1.0',
    truncation: null,
    padding: null,
    added_tokens: specialTokens.map((content, id) => ({
      ...{ id, content, single_word: false, lstrip: false, rstrip: false },
      ...{ normalized: false, special: true }
    })),
    normalizer: null,
    pre_tokenizer: splittings[splitting],
    post_processor: null,
    decoder: { type: 'ByteLevel', add_prefix_space: true, trim_offsets: true, use_regex: true },
    model: {
      ...{ type: 'BPE', dropout: null, unk_token: null, continuing_subword_prefix: null },
      ...{ end_of_word_suffix: null, fuse_unk: false, byte_fallback: false, ignore_merges: false },
      vocab: Object.fromEntries(tokens.map((token, id) => [token, id])),
      merges
    }
  }
}

/**
 * Writes tokenizer.json and tokenizer_config.json into a folder that is there.
 * @throws LetheError folderNotWritable, diskFull, fileNotFound
 */
export async function writeTokenizer(
  folder: string,
  trained: TrainedTokenizer,
  { beginning, ending, padding, contextLength, chatTemplate }: TokenizerRoles
): Promise<void> {
  const config = {
    tokenizer_class: 'PreTrainedTokenizerFast',
    bos_token: beginning,
    eos_token: ending,
    pad_token: padding,
    add_bos_token: false,
    clean_up_tokenization_spaces: false,
    model_max_length: contextLength,
    ...(chatTemplate !== undefined && { chat_template: chatTemplate })
  }
  await writeJson(join(folder, 'tokenizer.json'), tokenizerJson(trained))
  await writeJson(join(folder, 'tokenizer_config.json'), config)
}

async function writeJson(path: string, value: object): Promise<void> {
  const bytes = Buffer.from(`${JSON.stringify(value, null, 2)}\n`)
  await writeFileAtomically(path, (handle) => writeFully(handle, bytes, 0))
}
