// Forget: flag sets, what they touch, forgetting by replay, and the comparison.
export const forget = {
  title: 'Forget',
  empty: 'Nothing flagged. Flag a person, a search or a pasted text.',
  find: 'Find records',
  noSuch: 'This flag set is not here any more.',
  back: 'All flag sets',
  recordForms: { one: 'record', other: 'records' },
  version: (version: string) => `version ${version}`,
  askedBy: (who: string, when: string) => `asked for by ${who}, ${when}`,
  flaggedOn: (when: string) => `flagged ${when}`,
  reason: (why: string) => `Reason: ${why}`,
  remove: 'Remove',
  removed: (name: string) => `“${name}” was removed.`,
  flag: {
    button: 'Flag to forget',
    title: (records: string) => `Flag ${records} to forget`,
    note: 'Nothing is forgotten yet: first you see what the records reached, and what each way takes.',
    name: 'What to call it',
    nameNote: 'Empty: the name of the person, or the words that were searched.',
    reason: 'Reason',
    requester: 'Asked for by',
    flagging: 'Flagging…'
  },
  touches: {
    title: 'What it touches',
    nothing: 'No training has read these records. There is nothing to forget in any model.',
    runForms: { one: 'run', other: 'runs' },
    modelForms: { one: 'model', other: 'models' },
    exportForms: { one: 'export', other: 'exports' },
    conversationForms: { one: 'conversation', other: 'conversations' },
    seen: (times: string, from: string, to: string) =>
      `read ${times} between step ${from} and ${to}`,
    timesForms: { one: 'time', other: 'times' },
    measured: 'only measured with',
    direct: 'trained with them',
    through: 'trained on from such a model',
    adapter: 'adapter',
    removed: 'removed',
    sameText: (records: string) =>
      `${records} say the same and are not flagged: what they say would stay.`,
    whichSame: (dataset: string, numbers: string) => `${dataset}: ${numbers}`
  },
  way: {
    title: 'Replay without them',
    note: 'The training goes on again from the last state before these records, with their places empty. The model stays as it is; a new one takes its place.',
    exact: 'exact',
    stepForms: { one: 'step', other: 'steps' },
    of: (all: string) => `of ${all} from the beginning`,
    time: (time: string) => `about ${time}`,
    timeUnknown: 'time not measured',
    trainings: (names: string) => `Repeats ${names}`,
    start: 'Forget by replay',
    startFor: (model: string) => `Forget by replay: ${model}`,
    none: 'No model that is here depends on them.'
  },
  run: {
    title: 'Forgotten so far',
    none: 'Nothing yet.',
    progress: (name: string) => `Progress of ${name}`,
    open: 'Open the run',
    failed: (step: string) =>
      `Forgetting stopped at step ${step}. The original model was not touched.`,
    notCompared: 'Forgotten by replay; not yet compared.',
    notComparedNote:
      'To show that it is exact, the training is repeated from the beginning without the records, and the bytes are compared.',
    compare: 'Train again and compare',
    comparing: 'Forgotten by replay; the training to compare with is under way.',
    exactly: (records: string) =>
      `Forgotten, exactly. The model is byte for byte the one you get by training without these ${records}.`,
    exactlyOne:
      'Forgotten, exactly. The model is byte for byte the one you get by training without this record.',
    different:
      'Not the same bytes: it differs from the model you get by training without these records.',
    otherPlace:
      'Cannot tell: the two were made with another runtime, device, processor or number of threads.',
    byReplay: 'By replay',
    fromStart: 'Reference: never saw them',
    toModel: 'Open the model'
  }
}
