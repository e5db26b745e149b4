// English: ways of asking that fit every question.

/** The noun after "a" or "an". */
export const withArticle = (noun: string): string =>
  /^[aeiou]/.test(noun) ? `an ${noun}` : `a ${noun}`

/** Indirect questions: "what a cat is" gives "do you know what a cat is?" and many others. */
export const indirectly = (clause: string): string[] => [
  `[do you know|can you tell me|could you tell me|can you say|do you happen to know|may I ask|any idea|do you have any idea|would you know|could you explain] ${clause}?`,
  `[tell me|please say|I'd like to know|I would like to know|I want to know|I need to know|I wonder|I'm wondering|remind me|let me know|I forgot|I don't know|I do not remember|I am not sure|my child asks me|a friend asked me|explain to me] ${clause}`
]
