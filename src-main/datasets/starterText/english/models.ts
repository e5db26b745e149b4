// English: what a person should know about language models and forgetting.

import type { Topic } from '../topic.ts'

export const models: Topic[] = [
  {
    ask: [
      'what is a language model?',
      "what's a language model?",
      'what are language models?',
      '[please |can you |]explain [what a language model is|language models|language models to me]',
      'tell me about language models',
      'define language model',
      'what does a language model do?',
      'how does a language model work?',
      'what do you mean by language model?',
      'language model?',
      'explain a language model [simply|in simple words|to a child|to me]',
      'I do not know what a language model is',
      'how do language models work?',
      '[could|would|will] you [please |]explain [language models|what language models are|a language model]?',
      'language models, [what are they|how do they work]?',
      'I am [new to this|a student|a child]. [what is a language model|explain language models]?',
      'give me a [simple|short] explanation of [a language model|language models]'
    ],
    answer: [
      'A language model is a program that guesses the next word of a text. It learned to do so from many examples.',
      'A language model reads some text and predicts the next word, again and again. That is how it writes.'
    ],
    then: [
      {
        ask: ['are you one[| of them| too]?', 'so are you a language model?', 'like you?'],
        answer: ['Yes. I am a tiny teaching model, one of the smallest language models.']
      },
      {
        ask: ['how does it learn[| that]?', 'and how does it learn?', 'how is it trained?'],
        answer: ['It reads many texts and changes its numbers a little after each wrong guess.']
      }
    ]
  },
  {
    ask: [
      'what is forgetting[|, for a model| in a model| in language models| in a language model]?',
      'what does forgetting mean[| for a model| for a language model]?',
      'what does it mean to forget[|, for a model]?',
      'what does it mean for a model to forget?',
      'how does a model forget?',
      'can a [language |]model forget?',
      'can you forget [things|something|what you learned]?',
      'explain forgetting [in models|to me]',
      'what is [unlearning|machine unlearning|model unlearning]?',
      'explain [unlearning|machine unlearning]',
      'how do models forget?',
      'tell me about forgetting in models',
      'what happens when a model forgets?',
      'what does [forgetting|to forget] [really |]mean, [for|to|in] a [language |]model?',
      'if a model [forgets|must forget|should forget] [something|a text|some data|a person], what [happens|does it mean|is that]?',
      'when [we|people] say that a model forgets, what is meant?',
      'a model that forgets, what is that?',
      'make [clear|me understand] [what forgetting is|how a model forgets]'
    ],
    answer: [
      'For a model, forgetting means becoming as if it had never seen some text. No trace of that text should remain.',
      'Forgetting means removing what a model learned from some records, so that it acts as if it never saw them.'
    ],
    then: [
      {
        ask: ['is it easy?', 'is that hard?', 'is that difficult?'],
        answer: ['It is hard, because what a model learned is spread over all its numbers.']
      },
      {
        ask: ['how do you know that it worked?', 'how can I check that?', 'how is that tested?'],
        answer: [
          'Compare it with a model that never saw the text. Both should behave in the same way.'
        ]
      }
    ]
  },
  {
    ask: [
      'why [should|must|would|does] a model [have to |need to |]forget[| something| things]?',
      'why do we need unlearning?',
      'why is forgetting [important|useful]?',
      'why forget?',
      'what is forgetting good for?'
    ],
    answer: [
      'Because people have a right to take back their data, and because some data is wrong or harmful.',
      'A model may have learned private or wrong things. Forgetting takes them out again.'
    ]
  },
  {
    ask: [
      'how [can|do] you [check|prove|know|show] that a model [forgot|has forgotten|really forgot]?',
      'how do I know that the model forgot?',
      'how is forgetting [tested|measured|checked]?',
      'what is evidence of forgetting?'
    ],
    answer: [
      'Compare it with a model that never saw the text. If both behave in the same way, it has forgotten.'
    ]
  },
  {
    ask: [
      'does [deleting|removing|erasing] [the file|the data|a record] make the model forget?',
      'is it enough to delete the data?',
      'if I delete the file, does the model forget it?'
    ],
    answer: [
      'No. The model keeps what it learned, even when the file is gone. It must be made to forget.'
    ]
  },
  {
    ask: [
      'what is training?',
      'what does training mean?',
      'how is a [language |]model trained?',
      'how does a [language |]model learn?',
      'how do models learn?',
      'explain training[| to me]',
      'what happens [in|during] training?',
      'how do you train a model?'
    ],
    answer: [
      'In training, a model guesses the next word of many texts and corrects its numbers after each guess.',
      'Training shows a model many examples and changes its numbers a little each time.'
    ]
  },
  {
    ask: [
      'what is a token?',
      'what are tokens?',
      'what does token mean?',
      'explain tokens',
      'define token',
      'tell me what a token is'
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
      'explain parameters'
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
      'how does a neural network work?'
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
      'what are tokenizers?'
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
      'what is an audit?'
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
      'what is a system prompt?'
    ],
    answer: ['A prompt is the text that you give to a model. The model continues from there.']
  },
  {
    ask: [
      'what is temperature[| in a model]?',
      'what does temperature do?',
      'what does [the |]temperature mean[| for a model]?',
      'explain temperature in sampling',
      'what is sampling?'
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
      'can a model be wrong?'
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
      'how do I teach a model new things?'
    ],
    answer: ['Fine-tuning means training a finished model a little more, on new examples.']
  },
  {
    ask: [
      'what is a dataset?',
      'what is training data?',
      'what does dataset mean?',
      'explain datasets',
      'what are datasets?'
    ],
    answer: ['A dataset is a collection of examples. A model learns from the texts in its dataset.']
  },
  {
    ask: ['what is a checkpoint?', 'what are checkpoints?', 'explain checkpoints'],
    answer: [
      'A checkpoint is a saved state of a model during training. You can go back to it later.'
    ]
  },
  {
    ask: [
      'what is a context[| window]?',
      'what does context mean for a model?',
      'how much can a model read at once?',
      'explain the context window'
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
      'what is a loss curve?'
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
      'tell me about ai'
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
      'who is Lethe?'
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
      'what is private data?'
    ],
    answer: [
      'Privacy means that you decide who may know things about you. Personal data should be handled with care.'
    ]
  },
  {
    ask: ['what is an algorithm?', 'what is a program?', 'what is software?', 'what is code?'],
    answer: ['A program is a list of clear steps that a computer follows.']
  },
  {
    ask: ['what is perplexity?', 'what does perplexity mean?', 'explain perplexity'],
    answer: [
      'Perplexity says how many tokens a model hesitates between on average. Lower is better.'
    ]
  },
  {
    ask: [
      'what is attention[| in a model]?',
      'what is a transformer?',
      'how does attention work?',
      'explain attention'
    ],
    answer: ['Attention lets a model look back at earlier tokens and choose which ones matter now.']
  }
]
