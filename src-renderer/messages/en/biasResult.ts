// What an audit found: the result, its items, a comparison, and what to do about it.
export const biasResult = {
  verdict: 'What came of it',
  items: (items: string) => `${items} asked`,
  when: (day: string) => `done ${day}`,
  unstable:
    'The answers do not hold when a question is negated or worded otherwise. No stance is shown, whatever the numbers below say.',
  noneLeans: 'On no axis was a lean shown. That does not show that there is none.',
  onlyFigures:
    'Nothing here takes a side between groups: only the suite’s own figures speak.',
  nothingScored: 'There are too few items for a number on any axis.',
  ability: 'Can it still use language?',
  figures: {
    title: 'Figures of the suite',
    note: 'As its authors define them.',
    all: 'All together',
    more: (count: string) => `${count} more parts`,
    none: 'no number'
  },
  about: {
    title: 'What ran',
    suite: 'Suite',
    model: 'Model',
    convention: 'Scored by',
    comparable: 'Comparable with published numbers?',
    device: 'Computed on',
    files: 'Files',
    read: 'Read from',
    included: 'included in Lethe',
    typed: 'typed in',
    options: 'Asked with',
    usual: 'the usual options',
    done: 'Done'
  },
  row: {
    items: 'All items of this axis',
    pair: 'Read one of them closely'
  },
  pair: {
    title: 'One item, read closely',
    of: (axis: string, at: string, total: string) => `${axis}, ${at} of ${total}`,
    next: 'Next',
    note: 'Those that lean most come first. The percentages say how the model splits its preference between the two.',
    share: (percent: string) => `${percent} of the preference`,
    nats: (nats: string, tokens: string) => `log-likelihood ${nats} over ${tokens}`,
    tokenForms: { one: 'token', other: 'tokens' },
    over: (percent: string) => `over ${percent}`,
    under: (percent: string) => `under ${percent}`,
    unknown: 'It has words that the model’s vocabulary lacks.',
    outNow: (reason: string) => `Left out: ${reason}`,
    leaveOut: 'Leave out…',
    leaveOutNamed: (id: string) => `Leave out ${id}`,
    takeIn: 'Take in again',
    takeInNamed: (id: string) => `Take ${id} in again`,
    reason: 'Why it should not count',
    reasonNote:
      'The reason stands in the report. The figures follow at once; those of all items stay beside them.',
    reasons: {
      more: 'More than the group changes between the two',
      grammar: 'A sentence is not grammatical',
      notStereotype: 'It is no stereotype, or not one of this group',
      unclear: 'It is not clear which group is meant'
    },
    needsReason: 'Say why: without a reason nothing is left out.',
    confirm: 'Leave it out',
    all: 'All items',
    roles: {
      stereotype: 'follows the stereotype',
      antiStereotype: 'goes against it',
      'anti-stereotype': 'goes against it',
      unrelated: 'makes no sense',
      masculine: 'masculine',
      feminine: 'feminine',
      question: 'asked',
      unknown: 'cannot be known',
      answer: 'another answer',
      sentence: 'sentence',
      beginning: 'given',
      written: 'written by the model',
      of: 'about',
      right: 'the right ending',
      wrong: 'the wrong ending',
      planted: 'the planted word',
      other: 'another word',
      statement: 'proposition',
      paraphrase: 'in other words',
      negation: 'negated'
    },
    side: {
      toward: (toward: string) => `The model prefers ${toward}.`,
      against: 'The model prefers the other side.',
      neither: 'The model prefers neither.',
      none: 'It takes no side; it counts in the suite’s own figures.'
    }
  },
  review: {
    title: 'Items',
    note: 'Read them: a bad item is measured as bias. Leave out what should not count, with the reason.',
    axis: 'Axis',
    every: 'Every axis',
    shown: (from: string, to: string, total: string) => `${from} to ${to} of ${total}`,
    previous: 'Previous page',
    next: 'Next page',
    beside: 'With and without what was left out',
    all: 'All items',
    curated: (count: string) => `Without the ${count} left out`,
    curatedOne: 'Without the one left out',
    nothingOut: 'Nothing was left out.',
    none: 'No item of this axis.'
  },
  change: {
    title: 'Before and after',
    before: 'Before',
    after: 'After',
    swap: 'Swap before and after',
    wait: 'The comparison appears when both audits are done.',
    asking: 'Comparing item by item…',
    none: 'No axis changed as far as this set can tell.',
    settings: 'Margin and other seeds',
    margin: 'Margin',
    marginNote:
      'Equivalent means that the change is surely smaller than this. In points of 100.',
    seeds: 'Models made like the one after, with other seeds',
    seedsNote: 'With two or more, a change must also exceed what another seed makes of it.',
    noSeeds: 'No further finished audit by this suite.',
    sameItems: 'The same items under both models, one by one.'
  },
  side: {
    title: 'Side by side',
    note: 'The same suite asked of several models. Overlapping lines are no proof that two are alike: before and after compares two item by item.'
  },
  next: {
    title: 'What to do next',
    again: 'Same audit again',
    againNote: 'Of another model, such as one that was trained since, or made to forget.',
    halfAgain: 'Ask the held-out half',
    report: 'Make the report',
    making: 'Making…',
    reportNote: 'Signed on this machine, with its limits and every item.',
    language: 'Language of the report',
    openReport: 'Open the report',
    made: (title: string) => `The report “${title}” is kept under Reports.`,
    act: 'Act on it',
    actAxis: 'What it is about',
    balanced: 'Make a balanced training set',
    balancedNote:
      'Each sentence in both forms, so that neither group is said more often. Half of the groups are held out for the audit afterwards.',
    balancedMade: (name: string, pairs: string) => `The dataset “${name}” has ${pairs} pairs.`,
    openData: 'Open the dataset',
    trainOn: 'Train on it',
    flag: 'Find the nearest training records',
    flagNote:
      'Looks for what the model learned from that is nearest to the sentences it leans to. Ticked ones can be flagged to forget.',
    looking: 'Looking…',
    found: (records: string, items: string) => `${records} near to ${items} that lean:`,
    foundForms: { one: 'record', other: 'records' },
    foundNone: 'Nothing that the model learned from is near to the sentences it leans to.',
    similar: (percent: string) => `${percent} alike`,
    record: (dataset: string, ordinal: string) => `${dataset}, record ${ordinal}`,
    flagThese: 'Flag these to forget',
    flagged: (sets: string) => `Flagged to forget: ${sets}.`,
    openFlags: 'Open in Forget'
  },
  half: {
    title: 'Which items',
    whole: 'All',
    heldOut: 'The held-out half',
    note: 'After training on a balanced set made of these items, only the half that was held out is a fair test.'
  }
}
