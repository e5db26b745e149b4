// Reports: those that were made, one of them as it prints, and files that are checked.
export const reports = {
  title: 'Reports',
  empty: 'Reports come from Forget and from Bias. Each is signed on this machine.',
  toForget: 'Go to Forget',
  noSuch: 'This report is not here any more.',
  back: 'All reports',
  filter: 'Filter reports',
  filtered: (shown: string, all: string) => `${shown} of ${all}`,
  nothing: 'No report has these words.',
  kinds: { evidence: 'Evidence' },
  named: (title: string, kind: string) => `${title}, ${kind}`,
  signed: 'signed',
  signedOn: (when: string, key: string) => `Signed ${when} with the key ${key}`,
  remove: 'Remove',
  removed: (title: string) => `The report “${title}” was removed.`,
  language: 'Language of the report',
  languages: { en: 'English', 'pt-BR': 'Português' },
  download: (title: string, format: string) => `${title} as ${format}`,
  opening: 'Drawing the report…',
  verdicts: {
    exact: 'Forgotten, exactly',
    replayedNotCompared: 'By replay, not yet compared',
    notForgotten: 'Not forgotten',
    comesBack: 'Comes back',
    overForgotten: 'Over-forgotten',
    lostAbility: 'Lost ability',
    forgotten: 'Forgotten',
    cannotTell: 'Cannot tell'
  },
  check: {
    button: 'Check a report file',
    title: 'Check a report file',
    note: 'HTML, PDF or JSON, made here or elsewhere. Drop it anywhere in this place, or choose it.',
    path: 'Path of the file',
    browse: 'Choose…',
    go: 'Check it',
    upload: 'Send a file from this browser',
    dropTitle: 'Check this report',
    dropNote: 'Nothing of it is kept.',
    checking: 'Drawing it again and comparing…',
    result: (name: string) => `What was found in ${name}`,
    unchanged: (when: string, key: string) => `Unchanged since ${when}, signed by the key ${key}.`,
    own: 'That is the key of this data folder.',
    other: 'That is not the key of this data folder: compare it with what the author told you.',
    changed: (parts: string) =>
      `This file was changed after it was signed: ${parts}. Ask for the original.`,
    otherLayout: (when: string, key: string) =>
      `The data is unchanged since ${when}, signed by the key ${key}. The page around it was drawn by another version of Lethe and cannot be compared here: ask for the JSON.`,
    signatureWrong:
      'The signature does not belong to what the file says was signed. Ask for the original.',
    otherKey: (key: string) => `Signed by another key, ${key}.`,
    onPage: (section: string) => `the page, in “${section}”`,
    parts: {
      page: 'the page',
      subject: 'what had to go',
      models: 'the models',
      plan: 'how they were made',
      replay: 'the comparison of bytes',
      settings: 'how it was measured',
      made: 'versions and device',
      measured: 'what was measured',
      createdAt: 'the date'
    },
    sections: {
      head: 'Head',
      verdict: 'Verdict',
      about: 'Who, when and what',
      tests: 'Tests',
      attacks: 'Does it come back?',
      ability: 'Ability',
      shown: 'Shown beside the tests',
      limits: 'What this does not show',
      plan: 'How it was made',
      hashes: 'Hashes',
      check: 'How to check'
    }
  },
  key: {
    note: 'Reports are signed with a key that lies in the data folder and never leaves it. Who knows its public half can tell whether a report was changed since.',
    name: 'Name of the key',
    export: 'Save the public key',
    copy: 'Copy the name of the key'
  }
}
