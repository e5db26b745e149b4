// English: ways of asking that fit every question.

/** The noun after "a" or "an". */
export const withArticle = (noun: string): string =>
  /^[aeiou]/.test(noun) ? `an ${noun}` : `a ${noun}`

/** Indirect questions: "what a cat is" gives "do you know what a cat is?" and many others. */
export const indirectly = (clause: string): string[] => [
  `[do you know|can you tell me|could you tell me|can you say|do you happen to know|may I ask|any idea|do you have any idea|would you know|could you explain] ${clause}?`,
  `[tell me|please say|I'd like to know|I would like to know|I want to know|I need to know|I wonder|I'm wondering|remind me|let me know|I forgot|I don't know|I do not remember|I am not sure|my child asks me|a friend asked me|explain to me] ${clause}`
]

/** The ways of asking how something is done: "make tea". */
export const how = (deed: string): string[] => [
  `how [do I|can I|should I|could I|would you|does one|do you|do people|do we] ${deed}?`,
  `what is the [best|right|easy|good|simplest] way to ${deed}?`,
  `[what are the|the|which are the|give me the] steps to ${deed}[?|]`,
  `[tell|show|teach] me how to ${deed}[| please| step by step]`,
  `[explain|describe|say] how [to|I can|people|you] ${deed}`,
  `[I want to|I would like to|I'd like to|I need to|I have to|I am trying to] ${deed}[.| but I don't know how.| for the first time.] [how does that work|how do I do it|what do I do|what should I do|how]?`,
  `[can|could|will] you [tell|show|teach] me how to ${deed}?`,
  `what [do I do|do I need to do|must I do|should I do|do I need] to ${deed}?`,
  `[help me|how about helping me|I need help to] ${deed}`,
  `I [do not|don't] know how to ${deed}`,
  `[any|do you have a|give me a] [tips|tip|advice|idea] [on|about] how to ${deed}[?|]`,
  `how to ${deed}[?|]`,
  ...indirectly(`how [to|I can|one can|people|you] ${deed}`)
]
