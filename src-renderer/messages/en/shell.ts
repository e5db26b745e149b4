// The frame: places, palette, network badge, toasts, errors' own words.
export const shell = {
  skip: 'Skip to the content',
  places: 'Places',
  place: {
    chat: 'Chat',
    compare: 'Compare',
    models: 'Models',
    data: 'Data',
    training: 'Training',
    forget: 'Forget',
    bias: 'Bias',
    reports: 'Reports',
    settings: 'Settings'
  },
  group: { use: 'Use', build: 'Build', examine: 'Examine' },
  more: 'More',
  close: 'Close',
  cancel: 'Cancel',
  save: 'Save',
  undo: 'Undo',
  undone: 'Undone.',
  copy: 'Copy',
  copied: 'Copied',
  tryAgain: 'Try again',
  hideSidebar: 'Hide sidebar',
  showSidebar: 'Show sidebar',
  notifications: 'Messages from Lethe',
  moreNotices: (count: string) => `${count} more`,
  jobs: 'Jobs',
  search: 'Search or do anything',
  notFoundTitle: 'There is nothing at this address',
  notFoundNote: 'The link may be old, or the thing was removed.',
  goToChat: 'Go to Chat',
  lost: 'The app stopped answering. Trying again…',
  opening: 'Opening Lethe…',
  firstRun: 'This is a tiny teaching model. It knows a little and is often wrong.',
  otherLanguage: 'Português',
  tour: {
    title: 'Ten-minute tour',
    take: 'Take the ten-minute tour',
    step: (at: string, of: string) => `Step ${at} of ${of}`,
    show: 'Take me there',
    next: 'Next',
    skip: 'Skip the tour',
    pause: 'Pause',
    finish: 'Finish',
    done: 'Done.',
    paused:
      'The tour is paused. “Take the ten-minute tour”, in the search field above, goes on from here.',
    skipped: 'The tour was skipped.',
    finished:
      'You have trained, forgotten and audited a model. Everything you made is in Models, Data and Bias.',
    steps: {
      hello: 'Say hello to the starter model, in either language.',
      words: 'Click a dotted word of the answer: see what else the model could have said there.',
      teach:
        'Teach the starter the invented residents: everything is filled in, press Start. Watch the curve and what it says along the way.',
      compare: 'Put the starter and what it became side by side. Ask: “Who lives in flat 12?”',
      flag: 'Filter the residents by the person Ana Souza, select all, and flag them to forget.',
      forget:
        'Let the model forget them by replay. Then compare it with one that never saw the records, byte for byte.',
      again:
        'Put the model before and now side by side and ask again: “Who lives in flat 12?” It no longer knows.',
      bias: 'Check the starter for bias: everything is filled in. Then read one row of the result, and one pair closely.'
    }
  },
  palette: {
    title: 'Search or do anything',
    placeholder: 'A place, a conversation, a model, an action…',
    nothing: (query: string) => `Nothing found for “${query}”.`,
    groups: {
      actions: 'Actions',
      places: 'Places',
      conversations: 'Conversations',
      models: 'Models',
      runs: 'Runs',
      audits: 'Audits',
      reports: 'Reports',
      settings: 'Settings'
    }
  },
  action: {
    newChat: 'New chat',
    addModel: 'Add a model',
    importFile: 'Import a file of records',
    checkReport: 'Check a report file',
    lightTheme: 'Light theme',
    darkTheme: 'Dark theme',
    systemTheme: 'Theme of the system',
    english: 'English',
    portuguese: 'Português',
    toggleSidebar: 'Fold or open the sidebar',
    showKeys: 'List of keys',
    nextRegion: 'Next region of the window',
    previousRegion: 'Previous region of the window',
    openPalette: 'Search or do anything',
    send: 'Send the message',
    newLine: 'New line in the message',
    stop: 'Stop the answer',
    lastQuestion: 'Edit the last question (in an empty field)',
    previousBranch: 'Previous version of the answer',
    nextBranch: 'Next version of the answer',
    copyAnswer: 'Copy the answer (on a focused answer)',
    findConversation: 'Search in conversations',
    filterModels: 'Filter models'
  },
  keys: {
    title: 'Keys',
    everywhere: 'Everywhere',
    then: 'then',
    ctrl: 'Ctrl',
    shift: 'Shift',
    enter: 'Enter',
    escape: 'Esc',
    delete: 'Del',
    up: '↑',
    down: '↓',
    singleOff: 'Single-key shortcuts are off. Turn them on in Settings, Keyboard.'
  },
  error: {
    details: 'Details',
    copyDetails: 'Copy details',
    code: 'Kind'
  }
}
