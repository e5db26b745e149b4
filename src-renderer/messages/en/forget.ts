// Forget: flag sets, their steps, what they touch, forgetting by replay, and the comparison.
export const forget = {
  title: 'Forget',
  empty: 'Nothing flagged. Flag a person, a search or a pasted text.',
  find: 'Find records',
  noSuch: 'This flag set is not here any more.',
  back: 'All flag sets',
  recordForms: { one: 'record', other: 'records' },
  version: (version: string) => `version\u00a0${version}`,
  askedBy: (who: string, when: string) => `asked for by ${who}, ${when}`,
  flaggedOn: (when: string) => `flagged ${when}`,
  reason: (why: string) => `Reason: ${why}`,
  remove: 'Remove',
  removed: (name: string) => `“${name}” was removed.`,
  filter: 'Find by name or requester',
  noMatch: (query: string) => `Nothing here matches “${query}”.`,
  stepsTitle: 'Steps',
  steps: {
    flag: 'Flag',
    touches: 'What it touches',
    way: 'Way',
    run: 'Run',
    evidence: 'Evidence',
    report: 'Report',
    erase: 'Erase'
  },
  stepOf: (at: string, all: string, name: string) => `Step ${at} of ${all}: ${name}`,
  stepDone: 'done',
  previous: 'Previous step',
  next: 'Next step',
  toStep: (name: string) => `On to: ${name}`,
  key: {
    previous: 'Forget: previous step',
    next: 'Forget: next step',
    report: 'Forget: the report',
    table: 'Forget: evidence as a table',
    rows: 'Forget: through the tests'
  },
  verdicts: {
    exact: 'Forgotten, exactly',
    replayedNotCompared: 'Not yet compared',
    different: 'Not the same bytes',
    forgotten: 'Forgotten',
    notForgotten: 'Not forgotten',
    comesBack: 'Comes back',
    overForgotten: 'Over-forgotten',
    lostAbility: 'Lost ability',
    cannotTell: 'Cannot tell'
  },
  history: {
    title: 'What is flagged',
    note: 'What is changed here makes a new version; what was done with the earlier ones stays.',
    add: 'Flag more records',
    versions: 'Versions',
    versionRow: (version: string, records: string) => `Version ${version}: ${records}`,
    records: 'Records',
    open: (number: string) => `Record ${number}`,
    gone: 'its text is no longer kept',
    takeOut: 'Take out',
    takeOutOf: (number: string) => `Take record ${number} out of the set`,
    takenOut: (number: string) => `Record ${number} was taken out: a new version.`,
    more: 'Show more',
    onlyOne: 'A set holds at least one record. Remove the set instead.'
  },
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
  report: {
    title: 'Report',
    note: 'It is signed on this machine and kept among the reports. It is evidence, within the limits that it states.',
    none: 'A report is made of evidence: take it first.',
    taken: (when: string) => `evidence taken ${when}`,
    make: 'Make the report',
    making: 'Signing…',
    made: 'Reports that were made',
    check: 'Whoever gets the file can check it:',
    command: 'npm run -s lethe -- report check FILE'
  },
  touches: {
    title: 'What it touches',
    nothing: 'No training has read these records. There is nothing to forget in any model.',
    runForms: { one: 'run', other: 'runs' },
    modelForms: { one: 'model', other: 'models' },
    adapterForms: { one: 'adapter', other: 'adapters' },
    mergeForms: { one: 'merge', other: 'merges' },
    exportForms: { one: 'export', other: 'exports' },
    conversationForms: { one: 'conversation', other: 'conversations' },
    reportForms: { one: 'report', other: 'reports' },
    tree: 'Models that depend on them, each under the one it was begun with',
    madeBy: (run: string) => `made by ${run}`,
    seen: (times: string, from: string, to: string) =>
      `seen ${times} between step ${from} and ${to}`,
    timesForms: { one: 'time', other: 'times' },
    measured: 'only measured with',
    through: 'read none itself; trained on from such a model',
    adapter: 'adapter',
    removed: 'removed',
    otherRuns: 'Runs without a model of theirs',
    copy: { merged: 'Merged copy', adapter: 'Copy of the adapter' },
    copyThere: (path: string) => `You must remove this copy yourself: ${path}`,
    copyGone: (path: string) => `Was written to ${path}; nothing is there any more.`,
    unknown: (models: string) =>
      `Not known what these were trained on: ${models}. We do not have their training log, so replay is not possible for them.`,
    sameText: (records: string) =>
      `${records} say the same and are not flagged: what they say would stay.`,
    whichSame: (dataset: string, numbers: string) => `${dataset}: ${numbers}`,
    addSame: (records: string) => `Add ${records}`,
    flagSame: (records: string, dataset: string) => `Flag ${records} in ${dataset} too`,
    added: (name: string, version: string) => `“${name}” is now version ${version}.`
  },
  way: {
    title: 'How should it be forgotten?',
    which: 'The model that is to forget',
    descendants: 'Whatever was trained on from it forgets too',
    descendantsNote: (names: string) => `Repeats as well: ${names}`,
    keep: (names: string) => `These would keep the records: ${names}`,
    suggested: 'Suggested',
    replay: {
      name: 'Replay without them',
      note: 'The training goes on again from the last state before these records, with their places empty. The model stays as it is; a new one takes its place.',
      why: 'It is exact, and nothing here is faster.'
    },
    shards: {
      name: 'Retrain the touched shards',
      note: 'Exact; only for models that were trained in shards.',
      unavailable: 'Not possible: no model here was trained in shards.'
    },
    adjust: {
      name: 'Adjust the model',
      note: 'Approximate; for models whose training is not known.',
      unavailable: 'Not possible: this version of Lethe has no such method yet.'
    },
    exact: 'exact',
    working: 'Working out what it takes…',
    stepForms: { one: 'step', other: 'steps' },
    time: (time: string) => `about ${time}`,
    timeUnknown: 'time not measured',
    someSteps: (steps: string, all: string) => `Computes ${steps} of ${all} steps again;`,
    allSteps: (steps: string) => `Computes all ${steps} again: no earlier state is clean.`,
    from: (step: string) => `the last clean state is at step ${step}.`,
    retrain: (time: string) => `From the beginning it would take about ${time}.`,
    trainings: (names: string) => `Repeats ${names}`,
    start: 'Forget by replay',
    startFor: (model: string) => `Forget by replay: ${model}`,
    starting: 'Getting ready…',
    none: 'No model that is here depends on these records. There is nothing to forget.'
  },
  run: {
    title: 'Forgetting',
    none: 'Nothing runs yet: choose a way first.',
    toWay: 'Choose a way',
    progress: (name: string) => `Progress of ${name}`,
    open: 'Open the run',
    pause: 'Pause',
    resume: 'Resume',
    cancel: 'Cancel',
    leave: 'You can leave this page, or close Lethe: it goes on from its last state.',
    paused: (step: string) => `Paused. Everything up to step ${step} is safe.`,
    failed: (step: string, reason: string) =>
      `Forgetting stopped at step ${step}: ${reason} The original model was not touched. Choose another way, or begin again.`,
    cancelled: (step: string) =>
      `Cancelled at step ${step}. The original model was not touched. Begin again when you want to.`,
    notCompared: 'Forgotten by replay; not yet compared.',
    notComparedNote:
      'To show that it is exact, the training is repeated from the beginning without the records, and the bytes are compared.',
    compare: 'Train again and compare',
    compareAbout: (time: string) => `Train again and compare · about ${time}`,
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
