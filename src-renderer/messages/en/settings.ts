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
    signing: 'Signing key',
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
  devices: {
    choice: 'Models run on',
    choiceNote:
      'Automatic: WebGPU where it gives the right numbers and is faster than the processor, else the processor. A device that fails is told as an error; nothing runs elsewhere instead.',
    auto: 'Automatic',
    titles: {
      cpu: 'CPU',
      webgpu: 'WebGPU',
      cuda: 'CUDA',
      dml: 'DirectML',
      coreml: 'Core ML'
    },
    startedWith: (device: string) =>
      `Lethe was started with --device ${device}, which goes before this choice.`,
    untested: 'Not tested yet. It is tested before it is first needed.',
    works: (adapter: string | null) => (adapter === null ? 'Works' : `Works on ${adapter}`),
    speed: (rate: string) => `${rate}\u00a0GFLOP/s`,
    faster: (times: string) => `${times} times faster than the CPU`,
    slower: (times: string) => `${times} times slower than the CPU, so not used unless chosen`,
    wrong: (deviation: string) =>
      `Gives wrong numbers here (off by up to ${deviation}), so it is not used.`,
    failed: (reason: string) => `Cannot be used here: ${reason}`,
    memory: (bytes: string) => `${bytes} of memory`,
    deviation: (largest: string) => `largest deviation ${largest}`,
    tested: (when: string) => `tested ${when}`,
    automatic: (device: string) => `Automatic means ${device} here.`,
    testAgain: 'Test again',
    testing: (device: string, number: string, total: string) =>
      `Testing ${device} (${number} of ${total}): a minute and a half at most.`,
    testingElsewhere: 'A test is running.',
    stop: 'Stop the test'
  },
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
