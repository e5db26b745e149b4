// Every reason in English: the end of a sentence that an error begins.
import type { JsonListFault, Speaker, ValueKind } from '../../base/reasons'
import { quantities } from '../quantities'
import type { ReasonTable } from './sentences'

const { bytes, count } = quantities('en')

const speakers: Record<Speaker, string> = {
  system: 'the system says: ',
  runtime: 'its runtime says: ',
  template: 'it says: ',
  server: 'it says: ',
  reader: 'the reader says: ',
  database: 'the database says: ',
  program: ''
}
const needed: Record<ValueKind, string> = {
  text: 'text is needed',
  number: 'a number is needed',
  wholeNumber: 'a whole number is needed',
  truthValue: 'true or false is needed',
  list: 'a list is needed',
  object: 'an object is needed',
  other: 'another kind of value is needed'
}
const at = (place: string | undefined): string => (place === undefined ? '' : `at ${place}, `)
const tensor = (name: string): string =>
  `the tensor “${name.length > 200 ? `${name.slice(0, 200)}…` : name}”`

const jsonListFaults: Record<JsonListFault, string> = {
  recordTooLarge: 'a record is larger than can be read',
  tooDeep: 'its brackets nest too deeply',
  braceClosesNothing: 'a “}” closes nothing',
  notAList: 'it does not begin as a list (“[”)',
  moreAfterEnd: 'there is more after the end of the list',
  recordMissing: 'a record is missing',
  endsEarly: 'it ends before the list does'
}

export const englishReasons: ReasonTable = {
  said: ({ by, text }) => `${speakers[by]}“${text}”`,
  other: ({ text }) => `“${text}”`,
  valueMissing: ({ place }) => `${at(place)}a value is missing`,
  valueKind: ({ place, expected }) => `${at(place)}${needed[expected]}`,
  valueNotOneOf: ({ place, allowed }) => `${at(place)}only these are possible: ${allowed}`,
  valueTooSmall: ({ place, least }) => `${at(place)}the least that is possible is ${count(least)}`,
  valueTooLarge: ({ place, most }) => `${at(place)}the most that is possible is ${count(most)}`,
  valueTooShort: ({ place, least }) => `${at(place)}the length must be at least ${count(least)}`,
  valueTooLong: ({ place, most }) => `${at(place)}the length may be at most ${count(most)}`,
  valueForm: ({ place }) => `${at(place)}the value does not have the right form`,
  wholeNumberBetween: ({ least, most }) =>
    `a whole number from ${count(least)} to ${count(most)} is needed`,
  keyUnknown: ({ place, key }) => `${at(place)}the key “${key}” is not known`,

  notARegularFile: () => 'it is not a regular file',
  fileTooLarge: ({ sizeBytes, limitBytes }) =>
    `it has ${bytes(sizeBytes)}, and at most ${bytes(limitBytes)} are read`,
  notUtf8: () => 'it is not valid UTF-8 text',
  noSignedData: () => 'the signed data of a report of Lethe is not in it',
  notJson: ({ text }) => `it is not JSON; the reader says: “${text}”`,
  notAnObject: () => 'it is not a JSON object',
  keyTwice: ({ key }) => `the key “${key}” occurs twice`,
  notAFileName: ({ name }) => `“${name}” is not the name of a file in this folder`,

  headerTooLong: ({ sizeBytes, limitBytes }) =>
    `its header would have ${sizeBytes} bytes, and the limit is ${count(limitBytes)}`,
  headerTooShort: ({ sizeBytes }) => `a header of ${count(sizeBytes)} bytes cannot hold anything`,
  headerStart: () => 'its header does not start with “{”',
  headerNotAnObject: () => 'its header is not a JSON object',
  metadataNotTexts: () => '__metadata__ may hold texts only',
  tensorName: (p) => `the name of ${tensor(p.tensor)} is not well-formed Unicode`,
  tensorBytesReversed: (p) =>
    `the bytes of ${tensor(p.tensor)} end (${count(p.end)}) before they begin (${count(p.begin)})`,
  tensorBytes: (p) => {
    const needs = p.neededBytes === undefined ? 'too many' : count(p.neededBytes)
    return `${tensor(p.tensor)} as ${p.dtype} ${p.shape} takes ${needs} bytes, not ${count(p.givenBytes)}`
  },
  tensorShapeNotWhole: (p) => `the shape ${p.shape} of ${tensor(p.tensor)} is not of whole sizes`,
  tensorOverlaps: (p) => `${tensor(p.tensor)} overlaps another tensor`,
  tensorAfterGap: (p) => `before ${tensor(p.tensor)} is a gap that belongs to none`,
  bytesAfterTensors: ({ extraBytes }) => `${count(extraBytes)} bytes follow after the last tensor`,
  weightMapForm: () => 'weight_map is not a map from tensor names to file names',
  tensorTwice: (p) => `${tensor(p.tensor)} is there twice`,
  notACheckpoint: () => 'it is no checkpoint of a training',
  anotherPlan: () => 'it belongs to another plan of training',
  tensorNotThere: (p) => `${tensor(p.tensor)} is not there as F32 ${p.shape}`,

  tensorOfNoLayer: (p) => `${tensor(p.tensor)} belongs to none of the layers that it adapts`,
  noSuchLayer: ({ target, layers }) =>
    `the model has no linear layer “${target}”; it has: ${layers}`,

  architectureUnnamed: () => 'nothing says which architecture this is',
  familyLacksSetting: ({ family }) => `the ${family} family has no such setting`,
  settingNotComputed: () => 'Lethe does not compute this setting',
  doesNotDivide: ({ key, value }) => `it does not divide ${key} = ${value}`,
  notWhole: () => 'it is not a whole number',
  onlyWholeHeads: () => 'in this family only whole heads rotate',
  noPairs: ({ elements }) => `${count(elements)} elements form no pairs`,
  ropeTypeNeeds: ({ type }) => `the rope type ${type} needs it`,
  factorsNeeded: (p) => `${count(p.count)} factors are needed`,
  layerSlides: ({ layer }) => `layer ${layer} slides and needs it`,

  characterMap: ({ fault }) => `in its character map ${characterMapFaults[fault]}`,
  piece: ({ id, fault }) => `piece ${id} ${pieceFaults[fault]}`,
  pieceType: ({ id, type }) => `piece ${id} is of the unknown type ${type}`,
  pieceList: ({ fault }) => pieceListFaults[fault],
  modelType: ({ type, number }) =>
    type === 'other'
      ? `its model type ${number} is not known`
      : `it is a ${type} model; only unigram and BPE are read`,
  dropout: () => 'it drops merges at random (BPE dropout), so its ids differ each time',
  partNotRead: ({ part }) => `it uses ${part}, which is not done exactly here`,
  singleWordToken: ({ token }) => `its token “${token}” counts only as a single word (single_word)`,
  precompiledNormalizer: () =>
    'it uses the Precompiled normalizer; the SentencePiece .model of the same model holds it too',
  decoderKind: ({ kind }) =>
    kind === undefined ? 'its decoder names no type' : `its decoder is of the kind ${kind}`,
  replaceAfterFuse: () => 'its decoder replaces texts after joining them (Replace after Fuse)',
  vocabularyAlone: () =>
    'it is a vocabulary without a tokenizer.json; saving the tokenizer again as a fast one adds it',
  tokenNotThere: ({ token }) => `its vocabulary has no ${token}`,
  noTokenizerFile: () => 'it is neither a tokenizer.json nor a SentencePiece model (.model, .spm)',
  systemLeftOut: () => 'it leaves the system message out',

  setEmpty: ({ set }) => `${set} has no questions`,
  setTooLong: ({ set, questions, limit }) =>
    `${set} has ${count(questions)} questions, and at most ${count(limit)} are read`,
  columnLength: ({ set, column, values, expected }) =>
    `in ${set}, ${column} has ${count(values)} values and avg_gt_loss ${count(expected)}`,
  columnLacks: ({ set, column, question }) => `${set} has no ${column} for question ${question}`,

  numbersWrong: ({ deviation }) =>
    `its numbers are wrong by up to ${Number(deviation.toPrecision(2))}`,
  endedItsProcess: ({ how }) => `it ended the process that used it (${how})`,
  testTooSlow: ({ seconds }) => `its test gave no result within ${count(seconds)} seconds`,

  fileTwice: () => 'a file of this name was sent before',
  tooManyFiles: ({ limit }) => `more than ${count(limit)} files are not taken`,
  oneObject: () =>
    'it is one object; a list of records ([ … ]) or one record a line can be imported',
  rowGroupTooLarge: ({ sizeBytes, limitBytes }) =>
    `one of its row groups takes ${bytes(sizeBytes)} unpacked, ${bytes(limitBytes)} at most are read`,
  tooManyQuotesOpen: ({ line }) => `too many quotes are never closed (line ${count(line)})`,
  columnTwice: ({ column }) => `two columns are called “${column}”`,
  jsonList: ({ fault, line }) => `${jsonListFaults[fault]} (line ${count(line)})`,
  oneFileExpected: () => 'one file is expected',
  filesArriving: () => 'its files are still being received',
  notAnUploadId: () => 'this is not the id of one',
  uploadFinished: () => 'it is finished already',
  unsafeFileName: () => 'this name is not safe on every system',
  idAndNameNeeded: () => 'an id and a name are needed',
  largerThan: ({ limitBytes }) => `it has more than ${bytes(limitBytes)}`,

  promptMissing: () => 'there is no prompt',
  promptBlank: () => 'the prompt is empty',
  referenceNotText: () => 'the reference is not text',
  tooManyPrompts: ({ limit }) => `at most ${count(limit)} prompts are possible`,

  spacesOrOtherSigns: () => 'it may hold letters, digits and signs, but no spaces',
  filesKeptByLethe: () => 'Lethe keeps the files of this model itself',
  otherWeights: () => 'the weights there are others',
  blindTakesTwo: () => 'a blind vote takes two',
  notBlind: () => 'the comparison is not blind',
  answersMissing: () => 'not all answers are there',
  blindNotUsable: () =>
    'the model of this answer cannot be used as things are, and which one it is stays hidden; see what is missing under Models and Settings, or ask again with other models',
  alreadyVoted: () => 'a vote was cast already',
  portTaken: () => 'another program uses it',
  portNotAllowed: () => 'this account may not use it',

  engineHasWork: () => 'the process that runs models was asked twice at once',
  engineUnreadable: () => 'the process that runs models said something that cannot be read',
  pageNotLoaded: () => 'the page could not be loaded',
  storeEnded: () => 'the database was closed',
  operationUnknown: ({ operation }) => `the database has no operation ${operation}`,
  uploadStatus: ({ status }) => `sending the file ended with status ${status}`
}

const characterMapFaults = {
  tooShort: 'there is too little',
  triePastEnd: 'the tree goes past the end',
  trieSize: 'the tree has an impossible size',
  endMissing: 'the last replacement has no end',
  rootMissing: 'the tree has no root',
  replacementPastEnd: 'a replacement lies past the end',
  replacementTooLong: 'a replacement is far too long',
  nodePastEnd: 'a node lies past the end',
  leafWithoutValue: 'a leaf has no value'
}
const pieceFaults = {
  empty: 'is empty',
  scoreNotANumber: 'has a score that is not a number',
  notUtf8: 'is not valid UTF-8 text',
  tooLong: 'is too long',
  zeroByte: 'holds a zero byte',
  twice: 'occurs twice',
  notAByte: 'does not stand for a byte',
  byteFallbackOff: 'stands for a byte, but byte fallback is off'
}
const pieceListFaults = {
  none: 'it has no pieces',
  twoForTheUnknown: 'two pieces stand for the unknown',
  noneForTheUnknown: 'no piece stands for the unknown',
  bytesMissing: 'byte fallback lacks some bytes'
}
