// SentencePiece model files (.model, .spm): a protocol buffer with the vocabulary, how it was
// trained and how text is normalised. Only the fields that change ids or text are read.
// Source: https://github.com/google/sentencepiece/blob/master/src/sentencepiece_model.proto

import { resolve } from 'node:path'
import protobuf from 'protobufjs'
import { z } from 'zod'
import { LetheError } from '../base/errors'
import { quoted, type pieceFaults, type pieceListFaults, type Reason } from '../base/reasons'
import { valueReason } from '../base/valueReasons'
import { parseCharsmap, type Charsmap } from './charsmap'
import { jsonFileLimitBytes, readSmallFile } from './jsonText'

const schemaText = `
syntax = "proto2";
message ModelProto {
  message SentencePiece {
    optional bytes piece = 1;
    optional float score = 2;
    optional int32 type = 3 [default = 1];
  }
  message TrainerSpec {
    optional int32 model_type = 3 [default = 1];
    optional bool treat_whitespace_as_suffix = 24 [default = false];
    optional bool byte_fallback = 35 [default = false];
    optional bytes unk_surface = 44;
    optional bytes bos_piece = 46;
    optional bytes eos_piece = 47;
    optional bytes pad_piece = 48;
  }
  message NormalizerSpec {
    optional bytes precompiled_charsmap = 2;
    optional bool add_dummy_prefix = 3 [default = true];
    optional bool remove_extra_whitespaces = 4 [default = true];
    optional bool escape_whitespaces = 5 [default = true];
  }
  repeated SentencePiece pieces = 1;
  optional TrainerSpec trainer_spec = 2;
  optional NormalizerSpec normalizer_spec = 3;
  optional NormalizerSpec denormalizer_spec = 5;
}`

export const pieceTypes = ['normal', 'unknown', 'control', 'userDefined', 'unused', 'byte'] as const
export type PieceType = (typeof pieceTypes)[number]

export interface Piece {
  text: string
  /** A 32-bit float. */
  score: number
  type: PieceType
}

export interface NormalizerRules {
  charsmap: Charsmap | null
  addDummyPrefix: boolean
  removeExtraWhitespaces: boolean
  escapeWhitespaces: boolean
  treatWhitespaceAsSuffix: boolean
}

export interface SentencePieceModel {
  modelType: 'unigram' | 'bpe'
  /** By id. Texts are not empty; no two that text can match are equal. */
  pieces: readonly Piece[]
  byteFallback: boolean
  /** What an unknown token reads as. */
  unkSurface: string
  unkId: number | undefined
  bosId: number | undefined
  eosId: number | undefined
  padId: number | undefined
  normalizer: NormalizerRules
  /** Applied to decoded text, where there is one. */
  denormalizer: Charsmap | null
}

type PieceFault = (typeof pieceFaults)[number]

/** As upstream's, which refuses longer ones. */
const pieceLimit = 8000

const root = protobuf.parse(schemaText, { keepCase: true }).root
const modelProto = root.lookupType('ModelProto')

const bytes = z.instanceof(Uint8Array)
const normalizerSchema = z.object({
  precompiled_charsmap: bytes.optional(),
  add_dummy_prefix: z.boolean().default(true),
  remove_extra_whitespaces: z.boolean().default(true),
  escape_whitespaces: z.boolean().default(true)
})
const modelSchema = z.object({
  pieces: z
    .array(
      z.object({
        piece: bytes.optional(),
        score: z.number().default(0),
        type: z.int().default(1)
      })
    )
    .default([]),
  trainer_spec: z
    .object({
      model_type: z.int().default(1),
      treat_whitespace_as_suffix: z.boolean().default(false),
      byte_fallback: z.boolean().default(false),
      unk_surface: bytes.optional(),
      bos_piece: bytes.optional(),
      eos_piece: bytes.optional(),
      pad_piece: bytes.optional()
    })
    .prefault({}),
  normalizer_spec: normalizerSchema.prefault({}),
  denormalizer_spec: normalizerSchema.optional()
})

/**
 * Reads and checks a model file.
 * @throws LetheError fileNotFound, fileNotReadable, fileEmpty, fileMalformed;
 *   tokenizerUnsupported for the word and character models
 */
export async function readSentencePieceFile(path: string): Promise<SentencePieceModel> {
  const file = resolve(path)
  return parseSentencePiece(await readSmallFile(file, jsonFileLimitBytes), file)
}

/**
 * The same from bytes; `path` is for errors.
 * @throws LetheError fileMalformed, tokenizerUnsupported
 */
export function parseSentencePiece(file: Uint8Array, path: string): SentencePieceModel {
  const faulty = (id: number, fault: PieceFault) => malformed(path, { code: 'piece', id, fault })
  const { pieces: rawPieces, trainer_spec: trainer, ...specs } = decodeProto(file, path)
  const text = (value: Uint8Array, what: LetheError) => {
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(value)
    } catch {
      throw what
    }
  }
  const modelType = ([undefined, 'unigram', 'bpe'] as const)[trainer.model_type]
  if (modelType === undefined) {
    const type = (['word', 'character'] as const)[trainer.model_type - 3] ?? 'other'
    const reason = { code: 'modelType', type, number: trainer.model_type } as const
    throw new LetheError('tokenizerUnsupported', { path, reason })
  }
  const pieces = rawPieces.map(({ piece, score, type }, id): Piece => {
    const name = pieceTypes[type - 1]
    if (name === undefined) throw malformed(path, { code: 'pieceType', id, type })
    if (piece === undefined || piece.length === 0) throw faulty(id, 'empty')
    if (!Number.isFinite(score)) throw faulty(id, 'scoreNotANumber')
    return { text: text(piece, faulty(id, 'notUtf8')), score, type: name }
  })
  const byteFallback = trainer.byte_fallback
  checkPieces(pieces, byteFallback, path)

  // The names in the trainer's part count only where they are those of control pieces.
  const controlId = (name: Uint8Array | undefined, otherwise: string) => {
    const wanted =
      name === undefined || name.length === 0
        ? otherwise
        : text(name, malformed(path, { code: 'valueForm', place: 'trainer_spec' }))
    const id = pieces.findIndex((piece) => piece.type === 'control' && piece.text === wanted)
    return id === -1 ? undefined : id
  }
  const unkId = pieces.findIndex(({ type }) => type === 'unknown')
  const normalizer = specs.normalizer_spec
  return {
    modelType,
    pieces,
    byteFallback,
    unkSurface:
      trainer.unk_surface === undefined
        ? ' ⁇ '
        : text(trainer.unk_surface, malformed(path, { code: 'valueForm', place: 'unk_surface' })),
    unkId: unkId === -1 ? undefined : unkId,
    bosId: controlId(trainer.bos_piece, '<s>'),
    eosId: controlId(trainer.eos_piece, '</s>'),
    padId: controlId(trainer.pad_piece, '<pad>'),
    normalizer: {
      charsmap: charsmapOf(normalizer.precompiled_charsmap, path),
      addDummyPrefix: normalizer.add_dummy_prefix,
      removeExtraWhitespaces: normalizer.remove_extra_whitespaces,
      escapeWhitespaces: normalizer.escape_whitespaces,
      treatWhitespaceAsSuffix: trainer.treat_whitespace_as_suffix
    },
    denormalizer: charsmapOf(specs.denormalizer_spec?.precompiled_charsmap, path)
  }
}

function decodeProto(file: Uint8Array, path: string): z.output<typeof modelSchema> {
  let message: unknown
  try {
    message = modelProto.toObject(modelProto.decode(file))
  } catch (error) {
    throw malformed(path, quoted('reader', error))
  }
  const parsed = modelSchema.safeParse(message)
  if (!parsed.success) throw malformed(path, valueReason(parsed.error.issues[0]))
  return parsed.data
}

/** The value of a byte piece such as `<0x0A>`, or undefined. */
export function byteOfPiece(text: string): number | undefined {
  return /^<0x[0-9A-F]{2}>$/.test(text) ? Number.parseInt(text.slice(3, 5), 16) : undefined
}

function checkPieces(pieces: Piece[], byteFallback: boolean, path: string): void {
  const faulty = (id: number, fault: PieceFault) => malformed(path, { code: 'piece', id, fault })
  const incomplete = (fault: (typeof pieceListFaults)[number]) =>
    malformed(path, { code: 'pieceList', fault })
  if (pieces.length === 0) throw incomplete('none')
  const seen = new Set<string>()
  const bytesSeen = new Set<number>()
  let unknowns = 0
  for (const [id, piece] of pieces.entries()) {
    // Some converters add a bare zero byte beside <0x00>; upstream leaves it out of matching.
    if (piece.text === '\0' && (byteFallback || piece.type === 'unused')) {
      piece.type = 'unused'
      continue
    }
    if (piece.text.length > pieceLimit) throw faulty(id, 'tooLong')
    if (piece.text.includes('\0')) throw faulty(id, 'zeroByte')
    // Control pieces never match text, so one of them may be spelled like a normal piece.
    const kind = ['normal', 'userDefined', 'unused'].includes(piece.type) ? 'text' : 'reserved'
    const key = `${kind} ${piece.text}`
    if (seen.has(key)) throw faulty(id, 'twice')
    seen.add(key)
    if (piece.type === 'unknown') unknowns++
    if (piece.type === 'byte') {
      const byte = byteOfPiece(piece.text)
      if (byte === undefined) throw faulty(id, 'notAByte')
      if (!byteFallback) throw faulty(id, 'byteFallbackOff')
      bytesSeen.add(byte)
    }
  }
  if (unknowns > 1) throw incomplete('twoForTheUnknown')
  if (unknowns === 0 && !byteFallback) throw incomplete('noneForTheUnknown')
  if (byteFallback && bytesSeen.size < 256) throw incomplete('bytesMissing')
}

function malformed(path: string, reason: Reason): LetheError {
  return new LetheError('fileMalformed', { path, format: 'sentencePiece', reason })
}

function charsmapOf(blob: Uint8Array | undefined, path: string): Charsmap | null {
  return blob === undefined || blob.length === 0 ? null : parseCharsmap(blob, path)
}
