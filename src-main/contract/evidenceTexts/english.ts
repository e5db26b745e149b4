// Evidence in English.
import type { EvidenceSentences, Seen } from './sentences'

const range = ({ now, low, high }: Seen): string => `${now} (${low} to ${high})`
const noBreak = '\u00a0'
const records = (count: number): string => `${count}${noBreak}${count === 1 ? 'record' : 'records'}`
const these = (count: number): string => (count === 1 ? 'this record' : `these ${records(count)}`)

export const english: EvidenceSentences = {
  tests: {
    extractionStrength: () => 'Recites the record',
    exactMemorisation: () => 'Knows the next word',
    truthRatio: () => 'Prefers the true answer',
    worstOfSamples: (worstOf) => `Slips in the worst of ${worstOf}${noBreak}tries`,
    membership: () => 'Shows it was trained on them'
  },
  attacks: {
    relearning: 'a little training',
    quantization: `rounding to 4${noBreak}bits`,
    paraphrase: 'asking in other words'
  },
  ability: 'Still good at the rest',
  words: {
    ...{ forgotten: 'Forgotten', notForgotten: 'Not forgotten', overForgotten: 'Over-forgotten' },
    ...{ cannotTell: 'Cannot tell', kept: 'Kept', lost: 'Lost', notTested: 'Not tested' }
  },
  list: (names) => new Intl.ListFormat('en', { type: 'conjunction' }).format(names),

  exact: (count) =>
    'Forgotten, exactly. The model is byte for byte the one you get by training without ' +
    `${these(count)}.`,
  replayedNotCompared: 'Forgotten by replay; not yet compared.',
  forgotten: ({ records: count, agreeing, tests }) =>
    `Forgotten, as far as ${records(count)} can show. On ${agreeing} of ${tests}${noBreak}tests the model now ` +
    'behaves like one that never saw them.',
  notForgotten: (test, seen) =>
    `Not forgotten. ${test}: ${range(seen)}; a model that never saw them gets ${seen.reference}.`,
  comesBack: (attack, seen) =>
    `Not forgotten for good. After ${attack} it comes back: ${range(seen)}, reference ${seen.reference}.`,
  overForgotten:
    'Over-forgotten. It avoids these records more than a model that never saw them, which itself ' +
    'gives them away. Use an earlier step.',
  lostAbility: (isForgotten, what, { loss, low, high }) =>
    (isForgotten === null
      ? 'The model lost ability elsewhere: '
      : isForgotten
        ? 'Forgotten, but the model lost ability elsewhere: '
        : 'Whether it forgot cannot be told, and the model lost ability elsewhere: ') +
    (what === 'perplexity'
      ? `it predicts other texts worse by ${loss} (${low} to ${high}).`
      : `answers that must be kept became less likely by ${loss} (${low} to ${high}).`),
  cannotTell: (count) => `Cannot tell with ${records(count)}.`,

  settles: (test, need) =>
    need === null
      ? `“${test}” would need other records: more like these may not settle it.`
      : `“${test}” would settle it with about ${records(need)}.`,
  replaySettles: 'Replay settles it with any number.',
  undecided: (tests, several) => `${tests} cannot tell${several ? ' yet' : ''}.`,
  notTested: (names) => `Not tested: ${names}.`,

  insideMargin: (seen) =>
    `${range(seen)}, like a model that never saw them (${seen.reference}, give or take ${seen.margin}); ` +
    `before: ${seen.before}.`,
  originalsSide: (seen) =>
    `${range(seen)}, nearer to the model before (${seen.before}) than to one that never saw them ` +
    `(${seen.reference}, give or take ${seen.margin}).`,
  farSide: (seen) =>
    `${range(seen)}, beyond a model that never saw them (${seen.reference}, give or take ` +
    `${seen.margin}); before: ${seen.before}.`,
  why: {
    noRecords: () => 'There are no records to test.',
    tooFewGroups: ({ groups }) =>
      `${groups}${noBreak}independent ${groups === 1 ? 'group' : 'groups'} of records: at least ` +
      `10${noBreak}are needed.`,
    noDifference: () =>
      'On these records the test cannot tell the model before from one that never saw them.',
    tooWide: ({ records: count }) =>
      `With ${records(count)} the value is not known well enough to say on which side of the margin it lies.`
  },
  theseRecordsOnly: `The records are of fewer than 10${noBreak}people: this speaks of these records only.`
}
