// The procedures of contract/inference.
import { procedures } from './base'

const { inference } = procedures

export const inferenceRouter = inference.router({
  tokenize: inference.tokenize.handler(({ input, context, signal }) =>
    context.inference.tokenize(input, signal)
  ),
  generate: inference.generate.handler(({ input, context, signal }) =>
    context.inference.generate(input, signal)
  ),
  score: inference.score.handler(({ input, context, signal }) =>
    context.inference.score(input, { signal })
  ),
  fillGaps: inference.fillGaps.handler(({ input, context, signal }) =>
    context.inference.fillGaps(input, { signal })
  )
})
