// Asks one model questions of every kind: log-likelihoods by its family's scorer, associations by its
// vectors, and texts where it can write.
import { LetheError } from '../base/errors'
import type { CausalRunner } from '../models/causalRunner'
import type { Tokenizer } from '../text/tokenizer'
import { associationKey, scoreAssociations } from './association'
import type { Asker, ScoreHooks, Scorer } from './scorer'
import type { VectorModel } from './sentenceVectors'
import type { AnyQuestion } from './suite'
import { write, writingKey } from './writer'

interface AskerParts {
  readonly modelName: string
  readonly scorer: Scorer
  readonly vectors: VectorModel
  /** Null: a masked model, which writes nothing. */
  readonly writer: { readonly runner: CausalRunner; readonly tokenizer: Tokenizer } | null
}

export class ModelAsker implements Asker {
  constructor(private readonly parts: AskerParts) {}

  get objective(): 'causal' | 'masked' {
    return this.parts.scorer.objective
  }

  keysOf(question: AnyQuestion): readonly string[] {
    if (question.kind === 'association') return [associationKey(question)]
    if (question.kind === 'writing') return [writingKey(question)]
    return this.parts.scorer.keysOf(question)
  }

  async score(
    questions: readonly AnyQuestion[],
    isKnown: (key: string) => boolean,
    hooks: ScoreHooks
  ): Promise<void> {
    const { scorer, vectors, writer, modelName } = this.parts
    const likelihoods = questions.filter((it) => it.kind === 'texts' || it.kind === 'choices')
    const associations = questions.filter((it) => it.kind === 'association')
    const writings = questions.filter((it) => it.kind === 'writing')
    if (writings.length > 0 && !writer) throw new LetheError('maskedModel', { model: modelName })
    await scorer.score(likelihoods, isKnown, hooks)
    if (associations.length > 0) await scoreAssociations(vectors, associations, isKnown, hooks)
    if (writings.length > 0 && writer) await write(writer, writings, isKnown, hooks)
  }
}
