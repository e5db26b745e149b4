// How Lethe behaves on this machine.
export const settings = {
  title: 'Settings',
  sections: 'Sections',
  saved: 'Saved.',
  changed: (name: string) => `${name} changed.`,
  section: {
    appearance: 'Appearance',
    reading: 'Reading aloud',
    device: 'Device',
    network: 'Network',
    data: 'Data folder',
    keyboard: 'Keyboard',
    about: 'About'
  },
  language: 'Language',
  languageNote: 'Of the window. What you write and what models answer stay as they are.',
  languages: { system: 'As the system', en: 'English', 'pt-BR': 'Português' },
  theme: 'Theme',
  themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
  size: 'Interface size',
  sizeNote: 'Everything grows together, from 90% to 200%.',
  smaller: 'Smaller',
  larger: 'Larger',
  motion: 'Less motion',
  motionNote: 'No movement at all. On by itself where the system asks for it.',
  closeCalls: 'Underline close calls',
  closeCallsNote:
    'Words of an answer where another word was nearly as likely get a dotted underline.',
  announce: 'Announce answers',
  announceNote: 'What a screen reader says while an answer is being written.',
  announces: { sentence: 'By sentence', finished: 'When finished', never: 'Never' },
  threads: 'Threads',
  threadsNote: (cores: string) =>
    `How many processor cores an answer may use at once. 0: as many as there are (${cores}).`,
  threadsNext: 'Applies when a model is opened next.',
  processor: 'Processor cores',
  memory: 'Memory',
  memoryFree: (free: string, total: string) => `${free} free of ${total}`,
  runtime: 'ONNX Runtime',
  dataFolder: 'Data folder',
  dataFolderNote:
    'Conversations, settings and copied models. To use another one, start Lethe with --data-dir.',
  logFile: 'Log file',
  singleKeys: 'Single-key shortcuts',
  singleKeysNote: 'Keys like g c and [ work outside text fields. Those with Ctrl always do.',
  version: 'Version',
  license: 'Licence',
  licenseText: 'MIT. The fonts Inter, Source Serif 4 and JetBrains Mono: SIL Open Font License.',
  aboutText:
    'Lethe, the river of forgetting: a lab for language models on your own machine. Nothing leaves it unless you turn the network on.',
  copy: (name: string) => `Copy: ${name}`
}
