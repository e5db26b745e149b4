// How the starter model of resources/starter is made: sizes, text, training. Another number here
// makes another model.
import type { ModelSizes } from '../../models/newModel'
import type { TrainingPlan } from '../../training/plan'

export const textSeparator = '<|endoftext|>'
export const endOfTurn = '<|end|>'

export const recipe = {
  /** Of the weights and of every order that is drawn. */
  seed: 1,
  sizes: {
    ...{ layers: 4, hidden: 256, heads: 4, keyHeads: 4, inner: 640, context: 512, tied: true }
  } satisfies ModelSizes,
  tokenizer: {
    splitting: 'gpt2',
    vocabularySize: 3072,
    minimumCount: 1,
    specialTokens: [textSeparator, endOfTurn, '<|system|>', '<|user|>', '<|assistant|>']
  },
  /** Every pass reads a draw of its own from the generator: the same subjects, in other words. */
  text: { passes: 8, documentsPerPass: 30_000, heldOutSeed: 1001, heldOutDocuments: 600 },
  /** Answers and plain text are what the model is for; questions only need to be read. */
  questionWeight: 0.1,
  /** How often a document begins with the separator, so that the model knows both ways. */
  leadSeparatorShare: 0.25,
  training: {
    ...{ batch: 4, time: 512, recompute: false, learningRate: 2e-3, maxGradientNorm: 1 },
    schedule: { kind: 'cosine', warmupSteps: 100 },
    adamW: { beta1: 0.9, beta2: 0.95, epsilon: 1e-8, weightDecay: 0.05 }
  } satisfies Partial<TrainingPlan>,
  threads: 2,
  keepEverySteps: 100,
  evaluateEverySteps: 500
} as const

export const chatTemplate =
  "{% for message in messages %}{{ '<|' + message['role'] + '|>' + message['content'] | trim + '<|end|>' }}{% endfor %}" +
  "{% if add_generation_prompt %}{{ '<|assistant|>' }}{% endif %}"
