// Runs that teach a copy of a model: the list, a new one, one in progress, two compared.
export const training = {
  title: 'Training',
  empty: 'No runs yet. A run teaches a copy; the original stays as it is.',
  needData: 'A run learns from records. Import a file of texts, questions and answers, or chats.',
  needModel: 'There is no model to teach yet.',
  importFile: 'Import a file',
  newRun: 'New run',
  status: {
    waiting: 'waiting',
    running: 'running',
    paused: 'paused',
    finished: 'done',
    stopped: 'stopped',
    failed: 'failed',
    diverged: 'out of bounds'
  },
  column: { run: 'Run' },
  stepOf: (step: string, steps: string) => `Step ${step} of ${steps}`,
  left: (time: string) => `about ${time} left`,
  counting: 'working out the time left',
  tick: (name: string) => `Compare “${name}”`,
  compareTwo: 'Compare the two',
  compareHint: 'Tick two runs to compare them.',
  remove: (name: string) => `Remove “${name}”`,
  removed: (name: string) => `“${name}” removed. Its model stays.`,
  recordForms: { one: 'record', other: 'records' },
  roundForms: { one: 'round', other: 'rounds' },
  stepForms: { one: 'step', other: 'steps' },
  method: { full: 'whole model' },
  adapterOf: (rank: string) => `adapter, rank ${rank}`,
  noSuch: 'There is no such run. It may have been removed.',
  back: 'Back to the runs',
  form: {
    model: 'Model to teach',
    modelNote: 'A copy of it learns. The original is untouched.',
    records: 'Records to learn from',
    recordsNote: (records: string, version: string) =>
      `${records}, version ${version}. Records put aside for testing are left out.`,
    preset: 'What should it learn?',
    presets: {
      byHeart: {
        name: 'Learn by heart',
        note: 'Reads every record many times until it can recite them. For facts and names.'
      },
      style: {
        name: 'Learn the style',
        note: 'Reads everything a few times and picks up how it is written, not each line.'
      },
      answers: {
        name: 'Answer like this',
        note: 'Learns only what is answered, not the questions. For dialogues and instructions.'
      },
      nothing: {
        name: 'From nothing',
        note: 'A new, empty model learns its own tokens and everything else from these records. It will know nothing else.'
      }
    },
    method: 'How much of it changes',
    methods: { full: 'The whole model', lora: 'A small adapter' },
    methodNote: {
      full: 'Learns most, takes the most memory.',
      lora: 'Small matrices beside the weights learn. Takes far less memory, and can be handed on alone.'
    },
    prompts: 'Ask it along the way',
    promptsNote: 'One question a line, up to five. Its answers show what it has learned so far.',
    fillsGaps:
      'It fills gaps: in each round other words of the records are hidden, and it learns to put them back.',
    gaps: 'Lines with a gap',
    gapsNote:
      'One a line, up to five, with [MASK] where a word is wanted. What it puts there shows what it has learned so far.',
    tooManyPrompts: (most: string) => `At most ${most} questions.`,
    all: 'All settings',
    usual: (value: string) => `usual: ${value}`,
    yes: 'yes',
    no: 'no',
    none: 'none',
    wrong: 'A number that is possible here.',
    start: 'Start',
    startAbout: (time: string) => `Start · about ${time}`,
    starting: 'Planning…',
    estimate: 'What it takes',
    reading: 'Reading the records…',
    measuring: 'Measuring a few steps…',
    time: 'Time',
    timeUnknown: 'known after the first steps',
    basis: { measured: 'measured just now', earlierRun: 'from an earlier run' },
    memory: 'Memory',
    ofFree: (need: string, free: string) => `${need} of ${free} free`,
    disk: 'Disk',
    steps: 'Steps',
    cut: (records: string) => `${records} are longer than a row: what is beyond is not learned.`,
    keptOut: (records: string) => `${records} kept out to measure with.`,
    sum: (n: {
      total: string
      weights: string
      gradients: string
      optimizer: string
      working: string
      free: string
    }) =>
      `Needs ${n.total}: weights ${n.weights}, gradients ${n.gradients}, optimizer ${n.optimizer}, working ${n.working}. Free: ${n.free}.`,
    asAdapter: (bytes: string) => `As an adapter it needs ${bytes}.`,
    switchToAdapter: 'Train an adapter instead'
  },
  fromNothing: {
    title: 'From nothing',
    note: 'None: it begins empty, with a tokenizer learned from the records that it learns. Such a run cannot be replayed without some of them later: to forget, it is trained anew.',
    architecture: 'Kind of model',
    architectureNote: 'How it is built; the sizes below say how large.',
    architectures: { llama: 'LLaMA', gpt2: 'GPT-2' },
    size: {
      layers: { name: 'Layers', note: 'One after the other.' },
      hidden: { name: 'Width', note: 'Numbers that stand for a token between the layers.' },
      heads: { name: 'Heads', note: 'The width is shared out among them.' },
      keyHeads: { name: 'Heads of keys', note: 'As many as heads, or a part of them.' },
      inner: { name: 'Inner width', note: 'Of each layer’s second half.' },
      context: { name: 'Longest text', note: 'In tokens; it can read no more at once.' },
      vocabularySize: {
        name: 'Tokens at most',
        note: 'How many pieces of words its tokenizer learns; few records give fewer.'
      }
    },
    tied: { name: 'One table of tokens', note: 'For reading and writing: smaller.' }
  },
  learnFrom: {
    title: 'Only some of the records',
    all: 'all but those for testing',
    any: 'with or without tags',
    split: 'Split',
    splitNote: 'What is put aside to measure with is still measured with.',
    splits: { train: 'training', validation: 'validation', test: 'test', none: 'in no split' },
    tag: 'Tag',
    tagNote: 'Only records that bear it.',
    noTags: 'No record of this dataset has a tag.',
    query: 'Words',
    queryNote: 'Only records that a search for them finds.'
  },
  device: {
    title: 'Computed on',
    names: { cpu: 'CPU', webgpu: 'WebGPU' },
    note: {
      cpu: 'The same run gives the same bytes each time, and its records can be forgotten exactly.',
      webgpu:
        'The graphics card. Bytes may differ from run to run, so its records cannot be forgotten by replay. If it fails, the run says so; nothing moves to the CPU by itself.'
    },
    noteNew: {
      cpu: 'The same run gives the same bytes each time.',
      webgpu:
        'The graphics card. Bytes may differ from run to run. If it fails, the run says so; nothing moves to the CPU by itself.'
    },
    absent: 'there is none that this program can use.',
    toTest: 'Look at its test'
  },
  setting: {
    recitations: {
      name: 'Records to recite',
      note: 'So many of the learned records are asked for at each measurement and at the end. 0: none.'
    },
    epochs: { name: 'Rounds', note: 'How often each record is read.' },
    learningRate: {
      name: 'Learning rate',
      note: 'How far each step moves the weights. Too large and it runs out of bounds.'
    },
    batch: { name: 'Rows at once', note: 'More is steadier and takes more memory.' },
    accumulation: {
      name: 'Parts of a step',
      note: 'So many batches make one step: like a larger batch, without the memory.'
    },
    sequenceLength: { name: 'Length of a row', note: 'In tokens. Longer records are cut.' },
    schedule: {
      name: 'Course of the learning rate',
      note: 'Whether it stays, or falls to nothing by the end.'
    },
    warmupShare: { name: 'Warm-up', note: 'Share of the steps in which it rises from nothing.' },
    weightDecay: { name: 'Weight decay', note: 'Draws weights towards zero; 0 leaves them alone.' },
    maxGradientNorm: {
      name: 'Longest gradient',
      note: 'Larger ones are shortened to this. Empty: never.'
    },
    seed: { name: 'Seed', note: 'The same seed gives the same run, byte for byte.' },
    validationShare: {
      name: 'Kept out to measure',
      note: 'Share of the records it never learns from, so that one sees what it can do with new ones.'
    },
    evaluateEverySteps: {
      name: 'Measure every … steps',
      note: 'Empty: after every round.'
    },
    patience: {
      name: 'Patience',
      note: 'Ends after so many measurements without a better one. Empty: never early.'
    },
    answersOnly: {
      name: 'Learn the answers only',
      note: 'Questions are read, but not learned.'
    },
    keepBest: {
      name: 'Keep the best',
      note: 'The model is that of the best measurement, not that of the last step.'
    },
    wholeWords: {
      name: 'Hide whole words',
      note: 'The pieces of a word are hidden together: harder than guessing one from the others.'
    },
    saveMemory: {
      name: 'Save memory',
      note: 'Computes values again instead of keeping them: slower, smaller.'
    },
    rank: { name: 'Rank of the adapter', note: 'How much it can hold.' },
    alpha: { name: 'Strength of the adapter', note: 'Divided by the rank.' },
    dropout: {
      name: 'Dropout of the adapter',
      note: 'Share left out at random, against learning by heart.'
    },
    modelDropout: {
      name: 'Dropout',
      note: 'Share of the model’s inner numbers left out at random in each step, against learning by heart. Slower.'
    },
    sensitiveLast: {
      name: 'Sensitive records last',
      note: 'Records that may have to be forgotten come in a last phase: forgetting one later repeats that phase only.'
    },
    keptStates: {
      name: 'States that stay',
      note: 'So many states on the way are kept for good: forgetting a record later goes on from the last one before it. Each takes disk.'
    },
    canaries: {
      name: 'Plant canaries',
      note: 'So many made-up texts with random digits are learned too. How well the model knows them later tells what it remembers. 0: none.'
    },
    prompts: { name: 'Asked along the way', note: 'Questions it answers at each measurement.' }
  },
  sensitiveLast: {
    which: 'Which records come last',
    pii: { name: 'With personal data', note: 'Where the scan found some.' },
    subjects: { name: 'Of a person', note: 'Where it is known whose record it is.' },
    tag: { name: 'With the tag', note: 'Those that you marked yourself.' },
    noTag: 'none',
    rehearsalShare: {
      name: 'Others read again',
      note: 'With them, as a share of them, so that what came before stays. 1: as many others; 0: none.'
    }
  },
  later: {
    title: 'What forgetting will take',
    last: (records: string, share: string) => `Coming last: ${records}, in ${share} of the steps.`,
    lastNone: 'No record is of this kind: nothing comes last.',
    ofLast: (time: string) => `To forget any of them, only these steps are repeated${time}.`,
    ofOne: {
      whole:
        'To forget a record, the whole run is repeated. States that stay would save a part of it.',
      part: (share: string, time: string) =>
        `To forget one record, ${share} of the run is repeated on average${time}.`
    },
    ofOthers: {
      whole: 'To forget one of the others, the whole run is repeated.',
      part: (share: string, time: string) =>
        `To forget one of the others, ${share} of the run is repeated on average${time}.`
    },
    instead: (time: string, all: string) => `: about ${time} instead of ${all}`,
    stateForms: { one: 'state', other: 'states' },
    states: (states: string, bytes: string) => `For that, on the disk: ${states}, ${bytes}.`
  },
  schedules: { constant: 'stays', linear: 'falls evenly', cosine: 'falls in a curve' },
  run: {
    pause: 'Pause',
    pausing: 'Pausing…',
    resume: 'Resume',
    stopBest: 'Stop and keep the best',
    stopNothing: 'Stop',
    again: 'Once more',
    progress: 'Progress',
    phase: {
      preparing: 'Getting ready',
      tokenizing: 'Learning a tokenizer',
      training: 'Learning',
      evaluating: 'Measuring',
      saving: 'Saving',
      making: 'Making the model'
    },
    yielding: 'Holds still while an answer is being written',
    safe: (time: string) => `Safe to close: saved ${time} ago`,
    notSaved: 'Not saved yet: closing now begins again',
    waitsBehind: (name: string) => `Starts after “${name}”.`,
    waits: 'Starts in a moment.',
    pausedAt: (step: string) =>
      `Paused. Everything up to step ${step} is safe; it goes on from there.`,
    resumed: (from: string) =>
      `The computer or the app stopped; this run went on from step ${from}. The result is the same, byte for byte.`,
    diverged: (step: string) => `The loss shot up at step ${step}, so the run stopped.`,
    divergedBest: (best: string) => `Step ${best}, the best one, is kept.`,
    divergedNext: 'Try a learning rate ten times smaller.',
    trySmaller: 'Again, ten times smaller',
    failed: 'The run failed.',
    done: (first: string, last: string) =>
      `Learned: its surprise at the records fell from ${first} to ${last}.`,
    doneOther: (first: string, last: string) =>
      `Done: its surprise at the records went from ${first} to ${last}.`,
    untouched: 'The original is untouched.',
    recited: (count: string, asked: string) => `recites ${count} of ${asked} records`,
    recitedWithin: (from: string, to: string) => `(${from} to ${to})`,
    doneRecited: (recites: string) => `Learned: it now ${recites}.`,
    doneRecitedNone: (recites: string) => `Done: it ${recites}.`,
    surprise: (first: string, last: string) =>
      `Its surprise at the records went from ${first} to ${last}.`,
    doneNew: (value: string, records: string) => `On ${records} it never learned from: ${value}.`,
    stopped: (step: string) => `Stopped at step ${step}; the best until then became a model.`,
    stoppedNothing: 'Stopped. No model was made.',
    early: 'Ended early: it got no better on records it never learned from.',
    pausedEarly: 'Paused before its first step; it begins there again.',
    chat: 'Chat with it',
    chatBoth: 'Chat with before and after',
    toModel: 'Open the model',
    fillGaps: 'Fill gaps with it',
    exportAs: 'Export',
    exportMerged: 'As a merged model',
    exportAdapter: 'As an adapter',
    exportPath: 'New folder to write',
    exportNote: 'On this machine; it must not be there yet.',
    exported: (path: string) => `Written to ${path}`,
    answers: 'What it says along the way',
    answersNone: 'Its answers come here with each measurement.',
    noPrompts: 'This run asks nothing along the way.',
    atStep: (step: string) => `Step ${step}`,
    settings: (count: string) => `All ${count} settings`,
    took: (time: string) => `computed for ${time}`,
    ended: {
      finished: (name: string) => `“${name}” is done.`,
      stopped: (name: string) => `“${name}” was stopped.`,
      failed: (name: string) => `“${name}” failed.`,
      diverged: (name: string) => `“${name}” ran out of bounds.`,
      paused: (name: string) => `“${name}” paused by itself.`
    },
    open: 'Open',
    rename: 'Rename',
    renameLabel: 'Name of the run and its model',
    besideChat: 'While a model answers',
    besideChats: { yield: 'Other work waits', together: 'Both go on' },
    besideChatNotes: {
      yield: 'The answer comes at full speed; trainings, evidence and audits go on after it.',
      together: 'Both share the machine, and both take longer.'
    },
    notice: 'Tell me when it ends',
    noticeNote: 'A notice of the system, while you are not looking at this window.',
    noticeRefused:
      'The system does not allow notices here. Allow them in its settings, then try again.',
    notChanged: 'This could not be saved. Try again.'
  },
  curve: {
    title: 'How surprised the model is',
    unit: 'nats a token; lower is better',
    none: 'The curve begins with the first step.',
    says: (first: string, last: string, step: string) =>
      `From ${first} at the first step to ${last} at step ${step}.`,
    learned: 'records it learns',
    fresh: 'new records',
    best: (step: string) => `best so far, step ${step}`,
    notYet: 'not yet',
    log: 'Log scale',
    table: 'As a table',
    step: 'Step',
    loss: 'Records it learns',
    evaluation: 'New records',
    rate: 'Learning rate',
    point: (step: string, loss: string) => `step ${step}: ${loss}`,
    pointNew: (value: string) => `new records ${value}`
  },
  compare: {
    title: 'Two runs compared',
    differences: 'What was set differently',
    same: 'Nothing: the same settings, model and records.',
    setting: 'Setting',
    answers: 'What they said',
    noAnswers: 'Neither asked anything along the way.',
    first: 'First',
    second: 'Second'
  },
  model: {
    made: 'How it was made',
    by: (parent: string, dataset: string) => `${parent}, taught ${dataset}`,
    byNothing: (dataset: string) => `From nothing, with ${dataset}`,
    toRun: 'Look at the run',
    parent: 'Its parent',
    children: 'Made from it',
    train: 'Teach it'
  },
  key: {
    pause: 'Training: pause or resume',
    stop: 'Training: stop and keep the best',
    chat: 'Training: chat with before and after',
    log: 'Training: log scale of the curve'
  }
}
