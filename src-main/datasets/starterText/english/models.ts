// English: what a language model is, how it learns and what forgetting means.

import type { Topic } from '../topic.ts'
import { modelTerms } from './modelTerms.ts'
import { indirectly } from './phrases.ts'

export const models: Topic[] = [
  ...modelTerms,
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
      'give me a [simple|short] explanation of [a language model|language models]',
      ...indirectly(
        '[what a language model is|what language models are|how a language model works|what a language model does]'
      ),
      '[people|they|you] [talk about|speak of|say] language models[.|,] [what are they|what is that|what does it mean]?',
      '[describe|explain|define] [a language model|language models][| to me| in short| in simple words| in one sentence| for a beginner]',
      'what [exactly |really |]is a language model[| then| for]?',
      'what [can|could] [a language model|language models] do?',
      'how [can|does] [a model|a program|a computer] [write|make sentences|answer questions|talk]?',
      'a language model is [what|a what|what kind of thing]?',
      'the [meaning|definition] of language model[?|]',
      'what is meant by [language model|a language model]?',
      'how [would you|do you] explain [language models|a language model] [to a child|to my grandmother|to a friend]?'
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
      'make [clear|me understand] [what forgetting is|how a model forgets]',
      ...indirectly(
        '[what forgetting is|how a model forgets|what it means that a model forgets|what unlearning is|if a model can forget]'
      ),
      '[is it possible|is there a way|can one manage] [to make a model forget|for a model to forget|to remove something from a model]?',
      '[how|in what way] [can|do|could] [I|we|you|one] [make a model forget|remove data from a model|take something out of a model|erase what a model learned]?',
      'what [do you|do people|does one] [mean by|call] [forgetting|unlearning|machine unlearning][| here]?',
      '[describe|define|explain] [forgetting|unlearning|how models forget][| in a model| in simple words| please| to a child]',
      '[forgetting|unlearning][: what is it?|, what is that?|?| in models]',
      'a model [has learned|knows] [my name|a secret|something wrong]. how [can|does] it forget that?',
      'to forget, for a [model|machine], [means what|is what|what does it mean]?',
      'can [what was learned|training|knowledge] be [undone|removed|taken out|erased]?'
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
      'what is forgetting good for?',
      ...indirectly(
        'why [a model should forget|models must forget|forgetting is useful|one makes a model forget]'
      ),
      'what is the [use|point|reason|purpose] of [forgetting|making a model forget|unlearning]?',
      'who [needs|wants|would want] [a model to forget|unlearning]?',
      'for what reason [should|would] [a model|one] forget?',
      '[when|why] is it good [to forget|that a model forgets]?',
      'is forgetting [good|useful|needed|necessary][| for a model]?'
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
      'what is evidence of forgetting?',
      ...indirectly(
        'how [one checks|you test|to check|we can know] [forgetting|that a model forgot|if a model has forgotten]'
      ),
      '[what|which] [test|proof|evidence|sign] shows that [a|the] model [forgot|has forgotten]?',
      'did the model really forget? how can [I|we] [tell|know|see]?',
      'how [can|do] I [test|verify|measure|be sure of|be certain of] [forgetting|that it forgot|unlearning]?',
      'how [sure|certain] can I be that [it|the model] forgot?',
      'proof [of forgetting|that a model forgot][?|]'
    ],
    answer: [
      'Compare it with a model that never saw the text. If both behave in the same way, it has forgotten.'
    ]
  },
  {
    ask: [
      'does [deleting|removing|erasing] [the file|the data|a record] make the model forget?',
      'is it enough to delete the data?',
      'if I delete the file, does the model forget it?',
      ...indirectly('if [deleting the data|removing the file|erasing the text] is enough'),
      '[I|we] [deleted|removed|erased] the [file|data|text|record]. [has the model forgotten it|is it gone from the model|does the model still know it]?',
      '[after|when] the [data|file|text] is [deleted|gone|erased], [does the model still know it|what does the model remember|is it forgotten]?',
      'why is deleting [a file |data |]not enough?',
      'does the model [still know|remember] [deleted|removed|erased] [data|text|files]?'
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
      'how do you train a model?',
      ...indirectly(
        '[what training is|how a model learns|how models are trained|what happens in training]'
      ),
      '[describe|explain|define] [training|how a model learns|the training of a model][| in simple words| to me| please]',
      '[in what way|how] [does|can] a [program|machine|computer|model] [learn|learn a language|learn from text|learn words]?',
      'how do [you|people|we] [teach|make|train|build] a [language |]model?',
      'training a model[: what is it?|, what does it mean?|, how does it go?| means what?]',
      'what [do you|do people|does one] [mean by|call] training?',
      'what [is done|goes on] [in|during] training?',
      '[training][, what is that?|?]',
      'what does a model do [when it learns|while it trains|in training]?'
    ],
    answer: [
      'In training, a model guesses the next word of many texts and corrects its numbers after each guess.',
      'Training shows a model many examples and changes its numbers a little each time.'
    ]
  }
]
