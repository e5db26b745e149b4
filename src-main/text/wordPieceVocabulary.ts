// A BERT vocabulary (vocab.txt, one token a line) as the tokenizer.json that transformers makes of it.
// Upstream: transformers, models/bert/tokenization_bert.py; convert_slow_tokenizer.py, BertConverter.
import { z } from 'zod'
import { LetheError } from '../base/errors'
import { readText, type TokenizerConfig } from '../formats/hfConfig'

const settingsSchema = z.looseObject({
  do_lower_case: z.boolean().nullish(),
  strip_accents: z.boolean().nullish(), // null: as lower case says
  tokenize_chinese_chars: z.boolean().nullish()
})

const specialNames = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', '[MASK]']

/**
 * @param raw of tokenizer_config.json
 * @throws LetheError fileNotFound, fileMalformed, tokenizerUnsupported
 */
export async function readWordPieceVocabulary(
  path: string,
  { raw, unkToken, maskToken, padToken }: TokenizerConfig
): Promise<object> {
  const settings = settingsSchema.safeParse(raw).data ?? {}
  const tokens = (await readText(path)).replace(/\r?\n$/, '').split(/\r?\n/)
  const vocab = Object.fromEntries(tokens.map((token, id) => [token, id]))
  const named = (key: string, usual: string): string => {
    const token = raw[key]
    return typeof token === 'string' ? token : usual
  }
  const [cls, sep] = [named('cls_token', '[CLS]'), named('sep_token', '[SEP]')]
  const unknown = unkToken ?? '[UNK]'
  const missing = [cls, sep, unknown].find((token) => !Object.hasOwn(vocab, token))
  if (missing !== undefined)
    throw new LetheError('tokenizerUnsupported', {
      ...{ path, reason: { code: 'tokenNotThere', token: missing } }
    })
  const special = new Set([...specialNames, cls, sep, unknown, maskToken, padToken])
  const lowercase = settings.do_lower_case ?? true
  return {
    added_tokens: tokens
      .map((content, id) => ({ id, content, special: true, single_word: false, normalized: false }))
      .filter(({ content }) => special.has(content)),
    normalizer: {
      ...{ type: 'BertNormalizer', clean_text: true, lowercase },
      handle_chinese_chars: settings.tokenize_chinese_chars ?? true,
      strip_accents: settings.strip_accents ?? null
    },
    pre_tokenizer: { type: 'BertPreTokenizer' },
    post_processor: { type: 'BertProcessing', sep: [sep, vocab[sep]], cls: [cls, vocab[cls]] },
    decoder: { type: 'WordPiece', prefix: '##', cleanup: true },
    model: {
      ...{ type: 'WordPiece', unk_token: unknown, continuing_subword_prefix: '##', vocab },
      max_input_chars_per_word: 100
    }
  }
}
