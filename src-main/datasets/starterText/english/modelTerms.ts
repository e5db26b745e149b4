// English: the words of the field, from token to attention.

import type { Topic } from '../topic.ts'
import { indirectly } from './phrases.ts'

/** The ways of asking for the meaning of a term, such as "[a token|token]". */
const asked = (term: string): string[] => [
  `[describe|explain|define] ${term}[| to me| in simple words| in short| please| for a beginner| in a model]`,
  `[can|could|would] you [explain|describe|define] ${term}[| to me| simply]?`,
  `[people|they|the books|experts|you] [talk about|speak of|mention|say] ${term}[.|,] [what is that|what is it|what does it mean]?`,
  `what [do you|do people|does one] mean by ${term}?`,
  `${term}[: what is it?|, what is that?|?| means what?| is what?]`,
  `what [exactly |really |]is ${term}[| for| in a language model| good for]?`,
  `what does ${term} [mean|do][| in a model| here]?`,
  `I [read|heard] about ${term}. what [is it|does it mean|is that]?`,
  `[tell me|say] [something|more|a little] about ${term}`,
  `the [meaning|definition|idea] of ${term}[?|]`,
  ...indirectly(`[what ${term} is|what ${term} means|the meaning of ${term}]`)
]

export const modelTerms: Topic[] = [
  {
    ask: [
      'what is a token?',
      'what are tokens?',
      'what does token mean?',
      'explain tokens',
      'define token',
      'tell me what a token is',
      ...asked('[a token|token]'),
      'what [are|is meant by] tokens?',
      'into what pieces does a model [cut|split|see] [text|words]?',
      'tokens[, what are they?|?]',
      'is a token [a word|a letter]?'
    ],
    answer: [
      'A token is a small piece of text: a word, a part of a word or a sign. Models read tokens.'
    ]
  },
  {
    ask: [
      'what is a parameter?',
      'what are parameters?',
      'what are weights?',
      'what does parameter mean?',
      'what is a weight in a model?',
      'explain parameters',
      ...asked('[a parameter|a weight|parameter]'),
      '[parameters|weights][, what are they?|?]',
      'what [numbers|things] are [in|inside] a model?',
      'where does a model keep what it learned?'
    ],
    answer: [
      'Parameters are the numbers inside a model. Training changes them, and they hold what it learned.'
    ]
  },
  {
    ask: [
      'what is a neural network?',
      'explain neural networks',
      'what are neural networks?',
      'how does a neural network work?',
      ...asked('[a neural network|a neural net]'),
      'neural networks[, what are they?|?]'
    ],
    answer: [
      'A neural network is a program of many simple sums in layers. It learns by changing its numbers.'
    ]
  },
  {
    ask: [
      'what is a tokenizer?',
      'what does a tokenizer do?',
      'explain the tokenizer',
      'what are tokenizers?',
      ...asked('[a tokenizer|tokenizer]'),
      'how [is text|are words] cut into tokens?',
      'what [makes|produces] tokens?'
    ],
    answer: ['A tokenizer cuts text into tokens and gives each one a number.']
  },
  {
    ask: [
      'what is bias?',
      'what is bias in a model?',
      'can a model be biased?',
      'what does bias mean?',
      'are models fair?',
      'explain bias',
      'what is an audit?',
      ...asked('[bias|bias in a model|an audit]'),
      'can models [be unfair|treat people unfairly|be biased]?',
      'is [this model|a model|ai] [fair|unfair|biased]?',
      'why are models [biased|unfair]?',
      'how [is bias measured|do I measure bias|do I find bias]?',
      'what does an audit [do|measure|show]?'
    ],
    answer: [
      'Bias means that a model treats groups of people unfairly, often because its texts did. An audit measures it.'
    ]
  },
  {
    ask: [
      'what is a prompt?',
      'what does prompt mean?',
      'explain prompts',
      'what is a system prompt?',
      ...asked('[a prompt|prompt]'),
      'prompts[, what are they?|?]',
      'how do I write a [good |]prompt?'
    ],
    answer: ['A prompt is the text that you give to a model. The model continues from there.']
  },
  {
    ask: [
      'what is temperature[| in a model]?',
      'what does temperature do?',
      'what does [the |]temperature mean[| for a model]?',
      'explain temperature in sampling',
      'what is sampling?',
      ...asked('[temperature|the temperature of a model]'),
      '[when|why] should I [raise|lower|change] the temperature[| of a model]?',
      'what happens [at|with] [a high|a low|zero] temperature[| in a model]?'
    ],
    answer: [
      'Temperature says how daring a model is. At zero it always takes the most likely token.'
    ]
  },
  {
    ask: [
      'what is a hallucination?',
      'why do models [invent|make up] things?',
      'do models invent things?',
      'what are hallucinations?',
      'can a model be wrong?',
      ...asked('[a hallucination|hallucination]'),
      '[why|when] does a model [make things up|invent facts|say false things]?',
      'hallucinations[, what are they?|?]'
    ],
    answer: [
      'A model can invent things that sound right but are false. That is called a hallucination.'
    ]
  },
  {
    ask: [
      'what is fine-tuning?',
      'what does fine tuning mean?',
      'explain fine-tuning',
      'what is finetuning?',
      'how do I teach a model new things?',
      ...asked('[fine-tuning|fine tuning|finetuning]'),
      'how [can|do] I [adapt|improve|train further|specialise] a model?',
      'how [can|do] I teach my model [my texts|something new|a new style]?'
    ],
    answer: ['Fine-tuning means training a finished model a little more, on new examples.']
  },
  {
    ask: [
      'what is a dataset?',
      'what is training data?',
      'what does dataset mean?',
      'explain datasets',
      'what are datasets?',
      ...asked('[a dataset|training data]'),
      'datasets[, what are they?|?]',
      'what [data|texts] does a model [need|learn from]?'
    ],
    answer: ['A dataset is a collection of examples. A model learns from the texts in its dataset.']
  },
  {
    ask: [
      'what is a checkpoint?',
      'what are checkpoints?',
      'explain checkpoints',
      ...asked('[a checkpoint|checkpoint]'),
      'how is a model saved during training?',
      'checkpoints[, what are they?|?]'
    ],
    answer: [
      'A checkpoint is a saved state of a model during training. You can go back to it later.'
    ]
  },
  {
    ask: [
      'what is a context[| window]?',
      'what does context mean for a model?',
      'how much can a model read at once?',
      'explain the context window',
      ...asked('[the context|the context window|a context window]'),
      'how much text [can a model see|fits in a model|can a model take in]?',
      'why does a model forget the beginning of a long chat?'
    ],
    answer: [
      'The context is all the text that a model can see at once. What lies outside, it cannot see.'
    ]
  },
  {
    ask: [
      'what is loss?',
      'what does loss mean[| in training]?',
      'explain loss',
      'what is a loss curve?',
      ...asked('[loss|the loss|a loss curve]'),
      'what does the loss [say|tell me|show]?',
      'why does the loss [fall|go down|get smaller]?',
      'is a [low|small|high] loss good?'
    ],
    answer: [
      'The loss says how surprised a model is by the true next token. Training makes it smaller.'
    ]
  },
  {
    ask: [
      'what is artificial intelligence?',
      'what is ai?',
      'what does ai mean?',
      'explain ai[| to me]',
      'what is machine learning?',
      'tell me about ai',
      ...asked('[ai|artificial intelligence|machine learning]'),
      'how does ai work?'
    ],
    answer: [
      'Artificial intelligence is the craft of making programs do things that seem to need thinking.'
    ]
  },
  {
    ask: [
      'what is Lethe?',
      'what does Lethe mean?',
      'why is it called Lethe?',
      'what can I do with Lethe?',
      'tell me about Lethe',
      'who is Lethe?',
      ...asked('[Lethe|this lab|Lethe the lab]'),
      'what [is Lethe for|can Lethe do|does Lethe do|is this lab for|does the name Lethe mean]?',
      'what is Lethe[| in the old tales| in Greek tales]?',
      'where does the name Lethe come from?',
      'why [the name|is this called|is the program called] Lethe?',
      'which [program|app|lab|tool] is this[| here| that I opened]?',
      'how [can|do] I use Lethe?'
    ],
    answer: [
      'Lethe is the river of forgetting in old Greek tales. It is also the name of this lab for language models.',
      'Lethe is a lab on your computer: chat with models, train them, make them forget and audit them.'
    ]
  },
  {
    ask: [
      'what is privacy?',
      'why is privacy important?',
      'what is personal data?',
      'what is private data?',
      ...asked('[privacy|personal data|private data]'),
      'why [should|must] [my data|data|my words] be [private|protected]?',
      'what [counts as|belongs to] personal data?'
    ],
    answer: [
      'Privacy means that you decide who may know things about you. Personal data should be handled with care.'
    ]
  },
  {
    ask: [
      'what is an algorithm?',
      'what is a program?',
      'what is software?',
      'what is code?',
      ...asked('[an algorithm|a program|software|code]')
    ],
    answer: ['A program is a list of clear steps that a computer follows.']
  },
  {
    ask: [
      'what is perplexity?',
      'what does perplexity mean?',
      'explain perplexity',
      ...asked('[perplexity]'),
      'is a low perplexity good?',
      'how is perplexity [read|used]?'
    ],
    answer: [
      'Perplexity says how many tokens a model hesitates between on average. Lower is better.'
    ]
  },
  {
    ask: [
      'what is attention[| in a model]?',
      'what is a transformer?',
      'how does attention work?',
      'explain attention',
      ...asked('[attention|a transformer|self-attention]'),
      'how does a model [look back|know which words matter]?'
    ],
    answer: ['Attention lets a model look back at earlier tokens and choose which ones matter now.']
  }
]
