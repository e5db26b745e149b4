// Opens a model to be asked what a suite's items ask: its scorer, its vectors, its writing where it can.
import { basename } from 'node:path'
import { LetheError } from '../base/errors'
import { ModelAsker } from '../bias/asker'
import { CausalScorer } from '../bias/causalScorer'
import { MaskedScorer } from '../bias/maskedScorer'
import { CausalVectors, MaskedVectors } from '../bias/sentenceVectors'
import type { AnyQuestion, SuiteItem } from '../bias/suite'
import { withNextSentence, type openAnyModelFolder } from '../models/modelFolder'
import type { Tokenizer } from '../text/tokenizer'
import { openMaskedRunner, openRunner } from './openRunner'
import type { JobSpec } from './protocol'
import type { JobContext } from './run'

type Opened = { asker: ModelAsker; device: string; close(): Promise<void> }

/** By the family of the model. @throws LetheError noNextSentence, what opening throws */
export async function openAsker(
  { model, ...rest }: Awaited<ReturnType<typeof openAnyModelFolder>>,
  tokenizer: Tokenizer,
  items: readonly SuiteItem[],
  { asked }: Extract<JobSpec, { type: 'audit' }>,
  context: JobContext
): Promise<Opened> {
  const modelName = basename(rest.folder)
  const isAsked = (is: (question: AnyQuestion) => boolean): boolean =>
    items.some(({ questions }) => questions.some(is))
  const wanted = { showsHidden: isAsked(({ kind }) => kind === 'association') }
  const isOfPairs = isAsked((it) => it.kind === 'texts' && it.filling?.by === 'follows')
  const none = new LetheError('noNextSentence', { model: modelName })
  if (model.objective === 'causal') {
    if (isOfPairs) throw none
    const runner = await openRunner({ ...rest, model }, asked, context, wanted)
    const asker = new ModelAsker({
      ...{ modelName, scorer: new CausalScorer(runner, tokenizer) },
      ...{ vectors: new CausalVectors(runner, tokenizer), writer: { runner, tokenizer } }
    })
    return { asker, device: runner.device, close: () => runner.close() }
  }
  const source = { ...rest, model }
  // Blocks hold the weights that fill gaps.
  const withHead = isOfPairs && asked.blocks === null ? withNextSentence(source) : null
  if (isOfPairs && !withHead) throw none
  const runner = await openMaskedRunner(source, asked, context, wanted)
  const next = withHead && (await openMaskedRunner(withHead, asked, context))
  const asker = new ModelAsker({
    ...{ modelName, scorer: new MaskedScorer(runner, tokenizer, next) },
    ...{ vectors: new MaskedVectors(runner, tokenizer), writer: null }
  })
  const close = async (): Promise<void> => {
    await runner.close()
    await next?.close()
  }
  return { asker, device: runner.device, close }
}
