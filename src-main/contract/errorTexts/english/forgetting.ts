// Errors of forgetting in English.
import type { RunStatus } from '../../../base/errors'
import type { ErrorSentenceTable } from '../sentences'
import { count, day, nothingChanged } from './words'

const stands: Record<RunStatus, string> = {
  waiting: 'waits its turn',
  running: 'is being taken',
  paused: 'is paused',
  finished: 'is there',
  stopped: 'was given up',
  failed: 'could not be taken',
  diverged: 'could not be taken'
}
const untouched = 'Nothing was begun; the model is as it was.'

export const forgetting = {
  nothingFlagged: () => ({
    what: 'No record is meant: nothing was flagged.',
    todo: 'Look for other words, or for another person.',
    safe: nothingChanged
  }),
  noTrainingLog: (p) => ({
    what: `It is not known what “${p.model}” was trained on: it was not trained here, so its training cannot be repeated.`,
    todo: 'Choose a model that was trained here.',
    safe: untouched
  }),
  neverSaw: (p) => ({
    what: `Nothing in “${p.model}” comes from the records of “${p.flagSet}”: no training here that led to it depends on them.`,
    todo: 'There is nothing to forget in it. Look at what the records reached.',
    safe: untouched,
    commandLine: {
      todo: 'There is nothing to forget in it. `lethe dataset flag NAME` tells what the records reached.'
    }
  }),
  notAReplay: (p) => ({
    what: `“${p.run}” forgets nothing by replay: there is nothing to compare.`,
    todo: 'Choose a training that was repeated without records.',
    safe: nothingChanged
  }),
  notRepeatable: (p) => ({
    what: `“${p.run}” was trained on ${p.device}, where the same training gives other numbers each time: it cannot be repeated exactly.`,
    todo: 'Train it on the processor; what is trained there can be forgotten exactly.',
    safe: untouched
  }),
  tokenizerLearned: (p) => ({
    what: `“${p.run}” began with nothing: its tokenizer was learned from the same records. Without some of them it would be another tokenizer, and every step would read other tokens, so it cannot be repeated with empty places.`,
    todo: 'Train a new model from nothing without these records, and remove this one.',
    safe: untouched
  }),
  notRepeated: (p) => ({
    what: `“${p.run}” repeats a training without some records; it is not begun anew like others.`,
    todo: 'Begin the forgetting again from its flag set.',
    safe: nothingChanged,
    commandLine: { todo: 'Begin it again with `lethe unlearn`.' }
  }),
  parentNotMade: (p) => ({
    what: `“${p.run}” begins with what “${p.parent}” makes, and that did not make a model.`,
    todo: 'Begin the forgetting again from its flag set.',
    safe: 'The original models are as they were.'
  }),
  noReference: (p) => ({
    what: `There is no reference for “${p.model}”: without a model that never saw the records of “${p.flagSet}” nobody can say “forgotten”.`,
    todo: 'Make it by training again without them.',
    safe: untouched,
    commandLine: { todo: 'Make it with `lethe verify RUN`, without --no-retrain.' }
  }),
  referenceSaw: (p) => ({
    what: `“${p.model}” is no reference: it depends on records of “${p.flagSet}”.`,
    todo: 'Choose a model that never saw them.',
    safe: nothingChanged
  }),
  evidenceNotForMasked: (p) => ({
    what: `“${p.model}” fills gaps: extraction, memorisation, membership and the attacks ask a model to write on.`,
    todo: 'Compare it, byte for byte, with a training that never saw the records: that is offered for it.',
    safe: nothingChanged
  }),
  flaggedGone: (p) => ({
    what: `The records of “${p.flagSet}” are not here any more as they were learned: nobody can be asked about them.`,
    todo: 'Look at the evidence that was taken before they went.',
    safe: nothingChanged
  }),
  noEvidence: (p) => ({
    what: `No evidence was taken of “${p.run}” yet.`,
    todo: 'Take it first.',
    safe: nothingChanged,
    commandLine: { todo: 'Take it with `lethe verify RUN`.' }
  }),
  evidenceStatusRefused: (p) => ({
    what: `The evidence about “${p.flagSet}” ${stands[p.status]}: this is not possible now.`,
    todo: 'Wait until it is further, or take it once more.',
    safe: nothingChanged
  }),
  recordForgotten: (p) => ({
    what: `This text, or one nearly like it, was forgotten on ${day(p.forgottenAt)}.`,
    todo: 'Write something else, or save it all the same if it is meant to come back.',
    safe: nothingChanged
  }),
  onlyForgotten: (p) => ({
    what: `What ${p.path} holds was forgotten, all of it; records left out: ${count(p.records)}.`,
    todo: 'Choose another file, or import them anyway.',
    safe: 'Nothing was imported; the file was not changed.',
    commandLine: { todo: 'Choose another file, or add --allow-forgotten.' }
  }),
  holdsForgotten: (p) => ({
    what: `Some of “${p.dataset}” was forgotten and came in all the same; such records: ${count(p.records)}.`,
    todo: 'Train on other records, or train anyway if the model is meant to learn them again.',
    safe: 'Nothing was begun.',
    commandLine: { todo: 'Train on other records, or add --allow-forgotten.' }
  }),
  nothingToErase: () => ({
    what: 'None of these records is here any more.',
    todo: 'There is nothing to erase.',
    safe: nothingChanged
  }),
  eraseCountWrong: (p) => ({
    what: `It is not the number of records that would be erased: that is ${count(p.records)}.`,
    todo: 'Look at the list again, then type that number.',
    safe: 'Nothing was erased.'
  }),
  eraseBlocked: (p) => ({
    what:
      p.run === undefined
        ? 'Records are being imported.'
        : `“${p.run}” has not ended and holds these records, or comes of them.`,
    todo: p.run === undefined ? 'Wait for the import, or cancel it.' : 'Let it end, or stop it.',
    safe: 'Nothing was erased.'
  }),
  eraseUnderWay: () => ({
    what: 'Records are being erased.',
    todo: 'Wait for its end, then try again.',
    safe: nothingChanged
  }),
  learnFromErased: () => ({
    what: 'Which records it learns from was said in words that left with records that were erased.',
    todo: 'Make a new run, and choose its records anew.',
    safe: 'Nothing was begun.'
  }),
  tombstoneCountWrong: (p) => ({
    what: `It is not the number of fingerprints that are kept: that is ${count(p.count)}.`,
    todo: 'Type that number.',
    safe: nothingChanged
  })
} satisfies Partial<ErrorSentenceTable>
