// The words of a report in English.

export const english = {
  kind: 'Evidence of forgetting',
  came: 'What came of it',
  notice: 'This is evidence, within the limits stated. It is not a certificate.',
  notComputed: 'not computed',
  notKnown: 'not said',
  none: 'none',
  proof: {
    notReplayed: 'The model was not made by replay: what is said rests on the tests below.',
    notCompared:
      'The model was made by replay, and was not yet compared with one trained from the beginning without the records.',
    sameHash:
      'An independent training from the beginning without the records gave the same bytes. That is proof for this plan, with these versions, on this device.',
    otherHash:
      'A training from the beginning without the records gave other bytes: the replay is not exact. What is said rests on the tests below.'
  },
  about: {
    title: 'Who, when and what',
    subject: 'What had to go',
    reason: 'Reason',
    requester: 'Asked for by',
    taken: 'Evidence taken',
    signed: 'Signed',
    signedBy: (when: string, key: string) => `${when}, by the key ${key}`,
    items: 'What was asked',
    records: 'records that had to go',
    questions: 'questions in other words',
    kept: 'records to keep',
    heldOut: 'records that no model saw',
    canaries: 'planted texts',
    leftOut: 'left out, with nothing in them to score',
    models: 'The models',
    role: 'Role',
    name: 'Name',
    attack: 'After',
    weights: 'Weights'
  },
  roles: {
    original: 'Before: saw the records',
    unlearned: 'Now: had to forget them',
    reference: 'Reference: never saw them'
  },
  short: { original: 'Before', unlearned: 'Now', reference: 'Reference' },
  legend: {
    before: 'Before',
    now: 'Now, with 90% interval',
    nowAlone: 'Now',
    areaNow: 'Now, with 95% interval',
    reference: 'Reference: never saw them',
    band: 'Reference ± margin'
  },
  tests: {
    title: 'Does it still know them?',
    plot: 'Does the model now behave like one that never saw the records?',
    membershipPlot: 'Does its surprise give away that it was trained on them?',
    unit: 'share, 0 to 1',
    scoreUnit: 'Min-K%++ score of a record: higher, likelier seen',
    caption: 'The tests in numbers',
    rule: 'How a test gets its word: first it must tell the model before from the reference on these records, else it cannot tell. Then the difference between now and the reference, paired record by record and grouped by person, is taken with its 90% interval. Inside the margin (a fifth of the distance between before and reference): forgotten. Wholly on the side of the model before: not forgotten. Wholly beyond on the other side: over-forgotten. Otherwise it cannot tell. The target is the reference, never zero.',
    means: {
      extractionStrength:
        'Extraction strength: the share of a record that the model continues word for word when it is given the rest.',
      exactMemorisation:
        'Exact memorisation: the share of the tokens of a record that are the likeliest next one.',
      truthRatio:
        'Truth ratio: the share of the true answer beside wrong ones, each by its likelihood.',
      worstOfSamples: (of: string, samples: string) =>
        `Worst of ${of}: how much of the record the closest of ${of} drawn answers holds (ROUGE-L recall), expected over ${samples} draws.`,
      membership:
        'Membership: the Min-K%++ score of each record, a number without bounds; a record that was trained on tends to score higher.'
    }
  },
  columns: {
    test: 'Test',
    word: 'Word',
    difference: 'Now − reference',
    interval: '90% interval',
    margin: 'Margin',
    records: 'n',
    groups: 'Groups',
    groupedBy: 'Grouped by',
    measure: 'Measure',
    area: 'Area',
    areaInterval: '95% interval',
    rate: 'Found'
  },
  groupedBy: { subject: 'person', nearDuplicates: 'near-duplicates' },
  range: (low: string, high: string) => `${low} to ${high}`,
  attacks: {
    title: 'Does it come back?',
    plot: 'How much of the records is recited after an attack?',
    caption: 'The attacks in numbers',
    note: 'Each is judged by extraction strength, and the reference gets the same attack.',
    names: {
      relearning: 'After a little training',
      quantization: 'After rounding to 4 bits',
      paraphrase: 'Asked in other words'
    },
    notRun: 'Not run: nothing is said about it.'
  },
  ability: {
    title: 'Is it still good at the rest?',
    plot: 'How much ability was lost, compared with the model before?',
    caption: 'Ability in numbers',
    unit: 'relative loss; left of zero is better than before',
    limit: 'the line is the limit of 5%',
    loss: 'Loss',
    perplexity: 'Perplexity of records that no model saw',
    retainProbability: 'Probability of answers that must be kept',
    rule: 'Judged against the model before. A loss whose 90% interval lies wholly under 5% is kept, wholly over 5% is lost, otherwise it cannot tell.',
    sentence: (what: string, loss: string, low: string, high: string) =>
      `${what}: ${loss} worse (${low} to ${high}).`
  },
  shown: {
    title: 'Shown beside the tests',
    note: 'These figures decide nothing; they help to read the tests.',
    plot: 'What the models make of the records, and of what must be kept',
    caption: 'Means under the three models',
    probability: 'Probability of the records’ answers',
    rougeL: 'ROUGE-L recall of the likeliest answer',
    utility: 'Utility on the records to keep',
    quality: 'Forget quality',
    qualityNote: (of: string) =>
      `Forget quality: p-value of a two-sided Kolmogorov-Smirnov test of the truth ratios of ${of} against the reference’s. A high value means that no difference was found, which is not the same as that there is none.`,
    qualityOf: { questions: 'the questions', records: 'the records' },
    membershipTitle: 'Membership inference',
    membershipPlot: 'How well does a score tell the records from records that no model saw?',
    membershipUnit: 'area under the ROC curve',
    half: 'the line is 0.5: no better than a coin',
    referenceInterval: '95% interval of the reference',
    membershipCaption: (records: string, heldOut: string) =>
      `Areas and rates, of ${records} records beside ${heldOut} held-out ones`,
    membershipNote:
      'Areas are compared with the reference’s, not with 0.5: the two sets may differ by themselves.',
    rate: (found: string, falseRate: string) => `${found} at ${falseRate} false alarms`,
    noMembership: 'Membership inference: not tested, there are no held-out records.',
    scores: {
      loss: 'Loss',
      zlib: 'Zlib',
      minK: 'Min-K%',
      minKPlusPlus: 'Min-K%++',
      reference: 'Against the reference',
      rmia: 'RMIA'
    },
    privLeak: 'PrivLeak (0 is as the reference)',
    canariesCaption: (count: string, ceiling: string) =>
      `Exposure of ${count} planted texts, in bits; at most ${ceiling}, by chance 1.44`,
    exposure: 'Mean exposure in bits',
    noCanaries: 'Canary exposure: not tested, no text was planted at training.',
    perRecord: (records: string) =>
      `The scores of each of the ${records} records and questions under the three models are in the signed data of this report.`
  },
  limits: {
    title: 'What this does not show',
    items: [
      'A test that cannot tell is no sign that the records were forgotten.',
      'It speaks of the records that were asked about and of what these tests look for. What a model knows in another form may not show in them.',
      'It compares with one reference. Two trainings without the records differ a little from each other too.',
      'It says nothing of copies elsewhere: exports, backups, other people’s machines, and parts of a disk that software cannot write over.',
      'A signature shows that the file is as it was signed by this key. It does not show who sat before the machine, that its clock was right, or that what was measured is true.'
    ],
    notTested: (what: string) => `Not tested, so nothing is said about it: ${what}.`
  },
  plan: {
    title: 'How it was made',
    run: 'The runs that made the models',
    settings: 'How it was measured',
    seed: 'Seed',
    samples: 'Answers drawn for each record',
    worstOf: 'Worst of',
    temperature: 'Temperature',
    mostAnswerTokens: 'Longest answer, in tokens',
    minKShare: 'Share of tokens in Min-K%',
    drawnWrongAnswers: 'Wrong answers drawn where none were given',
    sequenceLength: 'Longest record, in tokens',
    allItReads: 'as long as the models can read',
    lethe: 'Lethe',
    runtime: 'ONNX Runtime',
    platform: 'System',
    device: 'Device',
    threads: 'Threads',
    seconds: 'Time taken',
    secondsForm: (seconds: string) => `${seconds} s`
  },
  hashes: {
    title: 'Hashes',
    tensors: 'SHA-256 of the models’ tensors',
    items: 'Of all that was asked, with the settings',
    replayed: 'Of the model made by replay',
    retrained: 'Of the model trained from the beginning',
    parts: 'SHA-256 of each part of the data, as signed',
    part: 'Part',
    evidence: 'Evidence'
  },
  check: {
    title: 'How to check this report',
    key: 'Key',
    publicKey: 'Public key (Ed25519, SPKI in Base64)',
    signature: 'Signature',
    command: 'lethe report check FILE --public-key KEY',
    how: 'This command of Lethe tells whether anything in the file was changed after it was signed. It draws the report again from the signed data and compares every byte, so the text you read is what the signed data says. HTML, PDF and JSON can be checked alike.',
    whose:
      'Compare the key with what the author told you by another way: the file itself can only say which key it was signed with.'
  }
}
