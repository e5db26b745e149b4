// Why something was refused, as a code with parameters: the second half of an error such as
// `fileMalformed`. contract/errorTexts holds a sentence for each in every language; words from outside
// (the system's, a server's, a parser's) are kept as they are and shown as a quotation.
import { z } from 'zod'

const text = z.string()
const count = z.number()
/** Where in a file or request: the keys that lead there, joined by dots. */
const place = text.optional()

/** Whose words are quoted. */
export const speakers = [
  'system',
  'runtime', // what computes on a device
  'template', // a model's chat template
  'server',
  'reader', // a parser of files
  'database',
  'program' // Lethe itself, where it fails unexpectedly
] as const
export type Speaker = (typeof speakers)[number]

/** What a value may have to be. */
export const valueKinds = [
  'text',
  'number',
  'wholeNumber',
  'truthValue',
  'list',
  'object',
  'other'
] as const
export type ValueKind = (typeof valueKinds)[number]

export const characterMapFaults = [
  'tooShort',
  'triePastEnd',
  'trieSize',
  'endMissing',
  'rootMissing',
  'replacementPastEnd',
  'replacementTooLong',
  'nodePastEnd',
  'leafWithoutValue'
] as const
export const jsonListFaults = [
  'recordTooLarge',
  'tooDeep',
  'braceClosesNothing',
  'notAList',
  'moreAfterEnd',
  'recordMissing',
  'endsEarly'
] as const
export type JsonListFault = (typeof jsonListFaults)[number]
export const pieceFaults = [
  'empty',
  'scoreNotANumber',
  'notUtf8',
  'tooLong',
  'zeroByte',
  'twice',
  'notAByte',
  'byteFallbackOff'
] as const
export const pieceListFaults = [
  'none',
  'twoForTheUnknown',
  'noneForTheUnknown',
  'bytesMissing'
] as const

/** The parameters of every reason. */
export const reasonParams = {
  // words from outside
  said: { by: z.enum(speakers), text },
  other: { text }, // what was stored before reasons had codes
  // values in files and requests
  valueMissing: { place },
  valueKind: { place, expected: z.enum(valueKinds) },
  valueNotOneOf: { place, allowed: text },
  valueTooSmall: { place, least: count },
  valueTooLarge: { place, most: count },
  valueTooShort: { place, least: count },
  valueTooLong: { place, most: count },
  valueForm: { place },
  wholeNumberBetween: { least: count, most: count },
  keyUnknown: { place, key: text },
  // files
  notARegularFile: {},
  fileTooLarge: { sizeBytes: count, limitBytes: count },
  notUtf8: {},
  notJson: { text }, // the parser's words
  noSignedData: {}, // in a report that was drawn
  notAnObject: {},
  keyTwice: { key: text },
  notAFileName: { name: text },
  // files of records
  oneObject: {},
  tooManyQuotesOpen: { line: count },
  columnTwice: { column: text },
  jsonList: { fault: z.enum(jsonListFaults), line: count },
  oneFileExpected: {},
  rowGroupTooLarge: { sizeBytes: count, limitBytes: count }, // once unpacked
  // safetensors
  headerTooLong: { sizeBytes: text, limitBytes: count }, // as text: it may be beyond all numbers
  headerTooShort: { sizeBytes: count },
  headerStart: {},
  headerNotAnObject: {},
  metadataNotTexts: {},
  tensorName: { tensor: text },
  tensorBytesReversed: { tensor: text, begin: count, end: count },
  tensorBytes: {
    ...{ tensor: text, dtype: text, shape: text },
    ...{ neededBytes: count.optional(), givenBytes: count } // needed: absent when beyond all counting
  },
  tensorShapeNotWhole: { tensor: text, shape: text },
  tensorOverlaps: { tensor: text },
  tensorAfterGap: { tensor: text },
  bytesAfterTensors: { extraBytes: count },
  weightMapForm: {},
  tensorTwice: { tensor: text },
  // checkpoints of a training
  notACheckpoint: {},
  anotherPlan: {},
  tensorNotThere: { tensor: text, shape: text },
  // adapters
  tensorOfNoLayer: { tensor: text },
  noSuchLayer: { target: text, layers: text },
  // settings of a model
  architectureUnnamed: {},
  familyLacksSetting: { family: text },
  settingNotComputed: {},
  doesNotDivide: { key: text, value: count },
  notWhole: {},
  onlyWholeHeads: {},
  noPairs: { elements: count },
  ropeTypeNeeds: { type: text },
  factorsNeeded: { count },
  layerSlides: { layer: count },
  // tokenizers and chat templates
  characterMap: { fault: z.enum(characterMapFaults) },
  piece: { id: count, fault: z.enum(pieceFaults) },
  pieceType: { id: count, type: count },
  pieceList: { fault: z.enum(pieceListFaults) },
  modelType: { type: z.enum(['word', 'character', 'other']), number: count },
  dropout: {},
  partNotRead: { part: text },
  singleWordToken: { token: text },
  precompiledNormalizer: {},
  decoderKind: { kind: text.optional() },
  replaceAfterFuse: {},
  vocabularyAlone: {},
  tokenNotThere: { token: text },
  noTokenizerFile: {},
  systemLeftOut: {},
  // logs of an evaluation
  setEmpty: { set: text },
  setTooLong: { set: text, questions: count, limit: count },
  columnLength: { set: text, column: text, values: count, expected: count },
  columnLacks: { set: text, column: text, question: text },
  // devices
  numbersWrong: { deviation: count },
  endedItsProcess: { how: text }, // a signal, an exit code or the system's words
  testTooSlow: { seconds: count },
  // what is sent
  fileTwice: {},
  tooManyFiles: { limit: count },
  filesArriving: {},
  notAnUploadId: {},
  uploadFinished: {},
  unsafeFileName: {},
  idAndNameNeeded: {},
  largerThan: { limitBytes: count },
  // lists of prompts
  promptMissing: {},
  promptBlank: {},
  referenceNotText: {},
  tooManyPrompts: { limit: count },
  // the library, comparisons, names, ports
  spacesOrOtherSigns: {},
  filesKeptByLethe: {},
  otherWeights: {},
  blindTakesTwo: {},
  notBlind: {},
  answersMissing: {},
  blindNotUsable: {},
  alreadyVoted: {},
  portTaken: {},
  portNotAllowed: {},
  // Lethe's own parts
  engineHasWork: {},
  engineUnreadable: {},
  storeEnded: {},
  pageNotLoaded: {},
  operationUnknown: { operation: text },
  uploadStatus: { status: count }
} as const satisfies Record<string, z.ZodRawShape>

export type ReasonCode = keyof typeof reasonParams
export type ReasonOf<C extends ReasonCode> = {
  code: C
} & (keyof (typeof reasonParams)[C] extends never
  ? unknown
  : z.infer<z.ZodObject<(typeof reasonParams)[C]>>)
export type Reason = { [C in ReasonCode]: ReasonOf<C> }[ReasonCode]

export const reasonCodes = Object.keys(reasonParams) as ReasonCode[]

const codedSchema = z.discriminatedUnion(
  'code',
  reasonCodes.map((code) => z.object({ code: z.literal(code), ...reasonParams[code] })) as never
) as unknown as z.ZodType<Reason, Reason>

/** Free text, as it was stored before reasons had codes, is read as a quotation. */
export const reasonSchema: z.ZodType<Reason, Reason | string> = z.union([
  codedSchema,
  z.string().transform((before): Reason => ({ code: 'other', text: before }))
])

const longestQuotation = 500

/** What a thrown value says, on one line and not too long. */
export function wordsOf(error: unknown): string {
  const words = error instanceof Error ? error.message : String(error)
  const line = words.replace(/\s+/g, ' ').trim()
  return line.length > longestQuotation ? `${line.slice(0, longestQuotation)}…` : line
}

/** Somebody's own words as a reason. */
export function quoted(by: Speaker, error: unknown): Reason {
  return { code: 'said', by, text: wordsOf(error) }
}
