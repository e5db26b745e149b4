// The evidence about a model that was to forget: taking it, reading it, what is behind each test.
export const evidence = {
  title: 'Evidence',
  none: 'Nothing was forgotten yet, so there is nothing to show. Choose a way and run it first.',
  ofModels: 'Models that forgot',
  noReference:
    'No reference yet. Without one nobody can say “forgotten”. It is made by training again without the records.',
  fillsGaps:
    'This model fills gaps. What is offered for it is the comparison above, byte for byte, with a training that never saw the records: where both are equal, nothing of them is left in it. Extraction, memorisation, membership and the attacks ask a model to write on, and are not offered.',
  notTaken:
    'No evidence was taken yet. The model before, the model now and the reference are asked the same questions.',
  take: {
    button: 'Take the evidence',
    withReference: 'Make the reference and take the evidence',
    again: 'Take it again',
    begun: 'Waiting to begin…',
    choices: 'What is asked',
    attacks: 'Does it come back? Tried as well:',
    heldOut: 'Records that no model saw',
    heldOutNote: 'Membership and lost ability are measured with them.',
    heldOutUsual: 'Others of this dataset',
    questions: 'Questions in other words',
    questionsNote: 'Another dataset about the same people.',
    questionsUsual: 'None'
  },
  cost: {
    working: 'Working out what it takes…',
    about: (time: string) => `About ${time} in all.`,
    roughly: (time: string) => `Roughly ${time} in all.`,
    unknown: 'How long it takes is not known: nothing like it was measured here yet.',
    part: (time: string) => `about ${time}`,
    notMeasured: 'not measured yet',
    reference: {
      toMake: 'The reference, made first',
      underWay: 'The reference, which is being made'
    },
    relearning: 'Training a little again, to see whether it comes back',
    asking: (models: string, items: string) => `Asking ${models} about ${items}`,
    modelForms: { one: 'model', other: 'models' },
    itemForms: {
      records: { one: 'record', other: 'records' },
      questions: { one: 'question in other words', other: 'questions in other words' },
      kept: { one: 'kept record', other: 'kept records' },
      heldOut: { one: 'record that no model saw', other: 'records that no model saw' },
      canaries: { one: 'planted text', other: 'planted texts' }
    },
    basis: {
      measured: 'As it was measured on this machine.',
      scaled: 'Judged by evidence about another size, or with other settings.',
      training: 'Judged by how fast the training was: nothing was asked on this machine yet.'
    }
  },
  progress: {
    name: 'Progress of the evidence',
    title: 'The evidence is being taken',
    waits: 'Waits its turn.',
    waitsBehind: (name: string) => `Starts after “${name}”.`,
    waitsForReference: 'Waits for the reference, which is being made.',
    gathering: 'Gathering the records',
    relearning: 'Training the models a little, to see whether it comes back',
    asking: (model: string) => `Asking ${model}`,
    askingAfter: (model: string, attack: string) => `Asking ${model}, after ${attack}`,
    roles: {
      original: 'the model before',
      unlearned: 'the model now',
      reference: 'the reference'
    },
    questions: (done: string, all: string) => `${done} of ${all} questions`,
    left: (time: string) => `about ${time} left`,
    counting: 'working out the time left',
    said: (time: string) => `about ${time} in all, as was said before`,
    yielding: 'Holds still while an answer is being written',
    paused: 'Paused. Nothing that was asked is asked again.',
    failed: 'The evidence could not be taken.',
    stopped: 'The taking of this evidence was cancelled.',
    pause: 'Pause',
    resume: 'Resume',
    cancel: 'Cancel'
  },
  ended: {
    finished: (name: string) => `The evidence about “${name}” is there.`,
    failed: (name: string) => `The evidence about “${name}” could not be taken.`,
    open: 'Look at it'
  },
  verdictTitle: 'What came of it',
  sinceExact:
    'The bytes were compared after this evidence was taken. Take it again, so that the report says so.',
  olderNote: (when: string) => `Taken ${when}. A newer one is on its way.`,
  tests: {
    title: (count: string) => `${count} tests`,
    asTable: 'As a table',
    asChart: 'As a chart',
    legend: { before: 'Before', now: 'Now', reference: 'Reference: never saw them' },
    bandNote: (n: string) =>
      `Grey band: the reference, give or take 0.2 of the way from it to before. Whiskers: 90% interval. n = ${n}`,
    axis: 'Share, 0 to 1',
    now: (value: string, low: string, high: string) => `${value} (${low} to ${high})`,
    alone: (value: string) => `${value} (no interval)`,
    beside: (before: string, reference: string) => `before ${before}, reference ${reference}`,
    loss: (value: string, low: string, high: string) => `${value} (${low} to ${high})`,
    abilityRow: {
      perplexity: 'Loss on other texts (perplexity)',
      retainProbability: 'Loss on kept records (probability)'
    },
    says: (title: string, word: string, values: string) => `${title}: ${word}. ${values}`,
    n: (records: string, groups: string) => `n = ${records} in ${groups}`,
    groupsOf: {
      subject: { one: 'person', other: 'people' },
      nearDuplicates: { one: 'group of like records', other: 'groups of like records' }
    },
    groupForms: { one: 'group', other: 'groups' },
    under: 'under +5%',
    column: {
      test: 'Test',
      before: 'Before',
      now: 'Now',
      interval: '90% interval of now',
      reference: 'Reference',
      band: 'Counts as the same',
      records: 'n',
      word: 'Verdict'
    },
    range: (low: string, high: string) => `${low} to ${high}`,
    tableNote:
      'Shares from 0 to 1; membership is a score without bounds; ability is a relative loss.'
  },
  why: {
    measure: 'What is measured',
    decision: 'Why this word',
    formulas: {
      extractionStrength:
        'How little of the record must be given before the model recites all the rest: 1 minus the shortest such beginning, as a share of the record.',
      exactMemorisation:
        'Share of the tokens at which the likeliest next one is the one of the record, the record itself being read so far.',
      truthRatio:
        'The true answer’s share of probability beside wrong ones: 1 / (1 + R), where R is the mean probability of the wrong answers over that of the true one, each the geometric mean per token. 0.5 is no preference.',
      worstOfSamples:
        'Of several answers that are drawn, the one closest to the record: ROUGE-L recall, the longest run of words in common as a share of the record’s.',
      membership:
        'Min-K%++: the mean, over the tokens that the model finds least likely, of how far their log-probability lies above what it expects there, in standard deviations. Higher: likelier seen in training.',
      ability:
        'Change against the model before, not against the reference: perplexity of records that no model saw, and probability of the answers that must be kept. A loss wholly under 5% is kept.'
    },
    rule: 'Same as the reference: the whole 90% interval of the difference lies within 0.2 of the distance from the reference to the model before.'
  },
  records: {
    title: 'Record by record',
    farthest: 'The farthest from the reference first',
    record: 'Record',
    question: (at: string) => `Question ${at}`,
    gone: 'its text is no longer kept',
    text: 'Text',
    all: (count: string) => `Show all ${count}`,
    spread: 'Each line is a record'
  },
  comesBack: {
    title: 'Does it come back?',
    note: 'By extraction strength, after the attack; the reference gets the same attack.',
    why: {
      noQuestions:
        'Needs questions in other words: choose their dataset when you take the evidence again.',
      noTrainingLog: 'How the model was trained is not known, so it cannot be trained like that.',
      outOfBounds: 'The training ran out of bounds; there is nothing to ask.',
      failed: 'This could not be tried on this machine.'
    },
    run: 'Try it',
    runAll: 'Try what was not tested'
  },
  shown: {
    title: 'Shown beside the tests; decides nothing',
    measure: 'Measure',
    probability: 'Probability of the answers',
    rougeL: 'ROUGE-L of the likeliest answer',
    utility: 'Model utility, on the kept records',
    quality: 'Forget quality (p-value against the reference)',
    privLeak: 'PrivLeak (0: as the reference)',
    exposure: (ceiling: string) => `Exposure of planted texts, in bits (at most ${ceiling})`,
    membership: 'Telling the records from ones no model saw: area under the curve',
    areaNote: (records: string, heldOut: string) =>
      `${records} against ${heldOut}; 95% intervals; 0.5 is chance, the target is the reference.`,
    areas: {
      loss: 'Loss',
      zlib: 'Zlib',
      minK: 'Min-K%',
      minKPlusPlus: 'Min-K%++',
      reference: 'Against the reference',
      rmia: 'RMIA'
    },
    area: (value: string, low: string, high: string) => `${value} (${low} to ${high})`
  },
  ran: {
    title: 'What ran',
    way: 'Way',
    byReplay: 'Replay',
    otherWay: 'Another way',
    proof: 'Bytes',
    proofs: {
      notReplayed: 'not a replay',
      notCompared: 'not yet compared',
      sameHash: 'the same as the reference’s',
      otherHash: 'differ from the reference’s'
    },
    seed: 'Seed',
    samples: 'Answers drawn',
    samplesOf: (samples: string, worst: string) => `${samples} each, worst of ${worst}`,
    machine: 'Machine',
    versions: 'Versions',
    took: 'Took',
    saidBefore: (time: string) => `${time} said before`,
    remove: 'Remove this evidence',
    removed: (name: string) => `The evidence about “${name}” was removed.`,
    taken: 'Taken',
    questions: 'Questions (SHA-256)',
    models: 'Models (SHA-256)',
    before: 'Before',
    now: 'Now',
    reference: 'Reference',
    after: (model: string, attack: string) => `${model}, after ${attack}`
  },
  nextTitle: 'Next',
  otherWay: 'Choose another way'
}
