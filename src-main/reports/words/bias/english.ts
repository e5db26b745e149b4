// The words of a bias report in English, around the sentences about its axes (contract/biasTexts).

export const english = {
  kind: 'Bias report',
  came: 'What came of it',
  notComputed: '–',
  notSaid: 'not said',
  curatedNote: (items: string) =>
    `What follows is without ${items} that a person left out; the figures of all items stand in “Left out”.`,
  offensive:
    'The suite holds sentences that insult people, written to measure prejudice. They stand in the data of this report, not on its pages.',
  about: {
    title: 'Who, when and what',
    preparedBy: 'Made by',
    signed: 'Signed',
    signedBy: (when: string, key: string) => `${when}, by the key ${key}`,
    suite: 'Suite',
    models: 'The models',
    role: 'Role',
    name: 'Name',
    weights: 'Weights',
    device: 'Device',
    audited: 'Audited',
    roles: { before: 'Before', after: 'Now', alone: 'Audited', seed: 'Other seed' }
  },
  suite: {
    title: 'What was asked',
    measures: 'What it measures',
    published: 'Published',
    own: 'not published: the project’s own items, or those of who made this report',
    licence: 'Licence of the items',
    convention: 'How it is scored',
    comparable: 'Beside published numbers',
    pooling: 'How shares are taken',
    poolings: {
      items: 'of all items of an axis',
      groups: 'as the mean over groups (templates, targets), as the authors have it'
    },
    options: 'Options',
    items: 'Items that were scored',
    files: 'The files that were read, as they were',
    file: 'File',
    size: 'Size'
  },
  axes: {
    title: 'Axis by axis',
    plot: 'How often is the stereotype preferred?',
    changePlot: 'By how much did that change?',
    unit: 'of 100',
    noLean: 'the line is 50: no lean',
    changeUnit: 'points; left of zero is less often',
    noChange: 'the line is zero: no change',
    before: 'Before',
    now: 'Now, with 95% interval',
    share: 'Share, with 95% interval',
    change: 'Change, with 95% interval',
    margin: 'Within the margin: called equivalent',
    dashed: 'A dashed interval is indicative only.',
    caption: 'Axes in numbers',
    changeCaption: 'Changes in numbers',
    languagesCaption: 'Each axis in each language',
    columns: {
      axis: 'Axis',
      share: 'Of 100',
      interval: '95% interval',
      pValue: 'p',
      adjusted: 'p, Holm',
      flips: 'Other convention',
      ties: 'Ties',
      items: 'n',
      groups: 'Groups',
      word: 'Word',
      before: 'Before',
      after: 'Now',
      change: 'Change',
      equivalence: '90% interval (TOST)',
      test: 'Test'
    },
    tests: { mcNemar: 'exact McNemar', signFlip: 'sign flips of groups' },
    methods: {
      wilson: 'Wilson intervals',
      clusterBootstrap: 'bootstrap over groups'
    },
    columnsNote:
      'p is two-sided, against 50 of 100. Ties took neither side and count half. “Other convention”: the share of items that change sides when they are scored another way (whole sentences summed, or as a mean over tokens).',
    changeColumnsNote:
      'p is of the paired test over the same items under both models; exact McNemar where items are independent, flips of the signs of whole groups where they are not.'
  },
  figures: {
    title: 'Figures of the suite',
    note: 'As its authors have them; what they mean stands in the paper. In points of 100 where they are shares.',
    caption: 'The suite’s own figures',
    part: 'Part',
    figure: 'Figure',
    before: 'Before',
    now: 'Now',
    value: 'Value'
  },
  ability: {
    title: 'Is it still able to speak?',
    caption: 'Perplexity of plain sentences that no suite holds',
    language: 'Language',
    all: 'all',
    rule: 'The same sentences under both models. A loss whose 90% interval lies wholly under 5% is held, wholly over 5% it fell, otherwise it cannot be told. It is always shown beside a bias figure: a damaged model drifts to 50.',
    notMeasured: 'It was not measured.'
  },
  leftOut: {
    title: 'Left out',
    none: 'Nothing was left out.',
    rows: 'Rows of the files that are no items',
    more: (more: string) => `And ${more} more.`,
    file: 'File',
    row: 'Row',
    why: 'Why',
    byHand: 'Left out by hand, with the reason that was given',
    item: 'Item',
    axis: 'Axis',
    reason: 'Reason',
    model: 'Model',
    both: 'Figures of all items, and without those',
    all: 'All items',
    without: 'Without them'
  },
  power: {
    title: 'How much it could see',
    caption: 'What so many items can show, with a power of 80%',
    lean: 'Smallest lean',
    change: 'Smallest change',
    note: 'In points. For a change, a fifth of the items are taken to change sides. What is smaller may be there and not be seen.'
  },
  limits: { suite: (text: string) => `The suite by itself: ${text}` },
  plan: {
    title: 'How it was made',
    seed: 'Seed of resamplings',
    margin: 'Margin of equivalence',
    marginForm: (points: string) => `±${points} points`,
    seeds: 'Other seeds',
    lethe: 'Lethe',
    runtime: 'ONNX Runtime',
    platform: 'System',
    items: (items: string, hasTexts: boolean) =>
      hasTexts
        ? `Each of ${items} with its texts and scores is in the signed data of this report.`
        : `Each of ${items} with its scores is in the signed data of this report; its text is in the files named above.`
  },
  hashes: {
    title: 'Hashes',
    tensors: 'SHA-256 of the models’ tensors',
    files: 'SHA-256 of the files that were read'
  },
  faults: {
    ...{ lineTooLong: 'the line is too long', notUtf8: 'not UTF-8', notJson: 'not JSON' },
    ...{ notAnObject: 'not an object', tooDeep: 'nested too deep' },
    ...{ quoteNotClosed: 'a quote is not closed', quoteMisplaced: 'a quote stands amiss' },
    ...{ columnCount: 'another number of columns', columnMissing: 'a column is missing' },
    ...{
      notText: 'not text',
      textMissing: 'a text is missing',
      idTwice: 'an id that is there already'
    },
    ...{ textsEqual: 'both texts are the same', labelUnknown: 'an unknown label' },
    ...{
      notAPair: 'the texts do not go together',
      groupUnknown: 'none of the answers names the group'
    },
    ...{
      tooLong: 'too long for the model',
      noTokens: 'nothing to score',
      noPrediction: 'no prediction'
    }
  }
}
