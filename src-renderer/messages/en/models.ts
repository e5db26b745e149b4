// The model library.
export const models = {
  title: 'Models',
  only: 'Only the starter model is here.',
  none: 'No model is here yet.',
  filter: 'Filter models',
  noMatch: (query: string) => `No model matches “${query}”.`,
  add: 'Add a model',
  column: {
    name: 'Name',
    family: 'Family',
    parameters: 'Parameters',
    size: 'Size',
    precision: 'Precision',
    from: 'From',
    lastUsed: 'Last used'
  },
  sortBy: (column: string) => `Sort by ${column}`,
  origin: {
    included: 'included',
    copied: 'copied in',
    referenced: 'used where it is',
    downloaded: 'downloaded'
  },
  never: 'never',
  missing: 'file moved',
  idsOnly: 'no tokenizer',
  chooseTitle: 'Add a model',
  chooseNote:
    'A folder with config.json, the weights in safetensors and a tokenizer, as Hugging Face gives them.',
  folder: 'Folder',
  chooseFolder: 'Choose a folder',
  browse: 'Browse…',
  folderPath: 'Path of the folder',
  howTitle: 'How should it be kept?',
  useInPlace: 'Use it where it is',
  useInPlaceNote: 'Takes no space. If the folder is moved, Lethe asks where it went.',
  copyIn: 'Copy it in',
  copyInNote: 'A copy goes into the data folder. The original can then be moved or deleted.',
  uploadNote: 'A browser hands over the files, not their place, so they are copied in.',
  addThis: 'Add this model',
  dropTitle: 'Drop the model folder here',
  dropNote: 'A folder, or its files together.',
  droppedNothing: 'What was dropped holds no files.',
  source: {
    title: 'Where is the model?',
    folder: 'On this machine',
    hub: 'Hugging Face'
  },
  hub: {
    label: 'From Hugging Face',
    note: 'OWNER/NAME, or the address of the model’s page.',
    downloads: (host: string) =>
      `This downloads from ${host} into the data folder: configuration, tokenizer and weights in safetensors, checked against the sums listed there.`,
    needsNetwork: 'It only works with the network on.',
    isOff: 'The network is off now.',
    settings: 'Network settings',
    card: 'On the hub',
    copy: 'Copy name and commit',
    commitNote: (host: string) =>
      `Its name at ${host}, and the exact version (commit) that was downloaded.`
  },
  stage: {
    listing: 'Asking for the list of files',
    downloading: 'Downloading',
    waiting: 'The line broke; trying again soon',
    receiving: 'Receiving',
    reading: 'Reading',
    checking: 'Checking every tensor',
    copying: 'Copying',
    saving: 'Saving'
  },
  progress: (stage: string, done: string, total: string) => `${stage}: ${done} of ${total}`,
  progressOf: (stage: string, file: string) => `${stage} (${file})`,
  left: (time: string) => `about ${time} left`,
  adding: (name: string) => `Adding ${name}`,
  addingSafe: 'You can go on working. Nothing is added until all of it was checked.',
  cancelled: (name: string) => `Adding ${name} was cancelled. Nothing was left behind.`,
  added: (name: string) => `${name} was added.`,
  alreadyThere: (name: string) => `${name} was here already. Nothing was added twice.`,
  notAdded: (name: string) => `${name} was not added`,
  chat: 'Chat with it',
  open: 'Open',
  rename: 'Rename',
  renameLabel: 'Name of the model',
  remove: 'Remove from the list',
  removed: (name: string) => `${name} removed from the list.`,
  includedStays: 'The starter model comes with Lethe and stays.',
  findIt: 'Find it',
  findTitle: 'Where is it now?',
  findNote: 'Only a folder with the very same weights is taken.',
  found: (name: string) => `${name} was found again.`,
  movedWhat: (path: string) =>
    `The file is no longer at ${path}. Find it, or remove it from the list. Nothing else is affected.`,
  noSuch: 'This model is not in the list.',
  back: 'All models',
  about: 'What it is',
  family: 'Family',
  parameters: 'Parameters',
  size: 'Size on disk',
  precision: 'Precision',
  context: 'Reads at most',
  tokens: (count: string) => `${count} tokens`,
  vocabulary: 'Vocabulary',
  chatAbility: 'Chat',
  chatAbilityText: {
    template: 'Taught to chat: brings its own chat template.',
    plain: 'This model continues text; it was not taught to chat.',
    fill: 'This model fills gaps in a text and scores texts; it does not write or chat.',
    idsOnly: 'No tokenizer came with it: it can be scored and trained by token ids, not chat.'
  },
  fill: {
    title: 'Fill gaps',
    text: 'Text with gaps',
    note: (mask: string) => `Write ${mask} where a word is wanted.`,
    example: (mask: string) => `The sky is ${mask} today.`,
    insert: 'Insert a gap',
    run: 'Fill the gaps',
    working: 'Reading…',
    gap: (number: string) => `Gap ${number}`,
    meaning:
      'How likely the model finds each piece in this place, with the other gaps left open. “…ing” goes on with the word before it.'
  },
  where: 'Where it is',
  from: 'From',
  addedOn: 'Added',
  lastUsed: 'Last used',
  hash: 'SHA-256 of the tensors',
  hashNote:
    'Two models with the same value have the same weights, whatever their files are called.',
  copyHash: 'Copy SHA-256',
  copyPath: 'Copy path',
  weightsTitle: 'How the weights are held',
  weightMode: { mapped: 'Mapped', packed: 'Packed', blocks8: '8 bits', blocks4: '4 bits' },
  weightModeNote: {
    mapped: 'Read from the file as needed. Least memory; a little slower.',
    packed:
      'Kept in memory in full precision, in the processor’s own layout. Needs the most memory.',
    blocks8: 'Rounded to 8 bits. Half to a quarter of the memory; hardly ever another answer.',
    blocks4:
      'Rounded to 4 bits. Least memory that is fast, and the fastest; answers a little worse.'
  },
  weightModeNext: 'Applies from the next answer on.',
  weightFacts: {
    mapped: 'Needs no file of its own and next to no memory.',
    packed: (memory: string) => `${memory} in memory.`,
    blocks: (memory: string, file: string) => `${memory} in memory, as a file of ${file}`,
    there: 'which is there',
    later: 'which the first opening makes'
  },
  bitsPerByte: (value: string) => `${value} bits per byte`,
  bitsPerByteMore: (difference: string) => `${difference} against full precision`,
  lossNone: 'What rounding costs has not been measured.',
  lossOn: (bytes: string, date: string) =>
    `Bits per byte on the included text (${bytes}, English and Portuguese), measured ${date}. Lower is better.`,
  lossOnOwn: (bytes: string, date: string) =>
    `Bits per byte on a text of your own (${bytes}), measured ${date}. Lower is better.`,
  lossNote: 'It speaks of this text alone: on another one it is another figure.',
  measureLoss: 'Measure what rounding costs',
  measureAgain: 'Measure again',
  lossOwnText: 'On a text of your own',
  lossOwnTextNote: 'It is not kept. Empty: the included text is used.',
  measuring: {
    opening: (mode: string) => `Opening the model: ${mode}`,
    rounding: (mode: string) => `Rounding the weights: ${mode}`,
    scoring: (mode: string) => `Scoring the text: ${mode}`
  },
  measuringSafe: 'You can go on working. Cancelling keeps what was measured before.',
  browser: {
    title: 'Choose a folder',
    up: 'Folder above',
    home: 'Home folder',
    path: 'Path',
    go: 'Go',
    empty: 'This folder holds no folders.',
    looksLikeModel: 'looks like a model',
    files: (count: string) => `and ${count}`,
    fileForms: { one: 'file', other: 'files' },
    choose: 'Choose this folder',
    upload: 'Upload from this browser instead',
    loading: 'Looking…'
  }
}
