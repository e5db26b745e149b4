// BERT: post-norm LayerNorm, learned positions and token types, attention both ways, and the masked
// head over the word embedding. "BERT: Pre-training of Deep Bidirectional Transformers", Devlin et al.,
// arXiv 1810.04805. Upstream: transformers, models/bert/modeling_bert.py (BertForMaskedLM).
import { z } from 'zod'
import { attendBothWays, splitHeads } from '../../nn/attention'
import { plus, widened, type Activation } from '../../nn/linear'
import { positionIds } from '../../nn/positions'
import { tokenTypeIds } from '../../nn/stepInputs'
import { WeightScope } from '../../nn/weightScope'
import type { Value } from '../../tensor/graph'
import type { MaskedArchitecture, MaskedDefinition } from '../architecture'
import { layerCount, readActivation, readConfig, size } from '../decoderConfig'
import { configUnsupported } from '../unsupported'

const configSchema = z.object({
  vocab_size: size,
  hidden_size: size,
  num_hidden_layers: layerCount,
  num_attention_heads: size,
  intermediate_size: size,
  hidden_act: z.string().default('gelu'),
  layer_norm_eps: z.number().positive().default(1e-12),
  max_position_embeddings: size.default(512),
  type_vocab_size: size.default(2),
  position_embedding_type: z.literal('absolute').default('absolute'),
  is_decoder: z.literal(false).default(false),
  add_cross_attention: z.literal(false).default(false),
  tie_word_embeddings: z.boolean().default(true)
})
type Config = z.infer<typeof configSchema>

/** How a checkpoint names what is the same in all of them. */
interface Names {
  readonly prefix: string
  readonly norm: readonly [weight: string, bias: string]
  readonly headBias: string
  /** The head has a matrix of its own. */
  readonly ownHead: boolean
  /** It was taught too whether a text follows another. */
  readonly saysNext: boolean
}

const words = 'embeddings.word_embeddings'
const head = 'cls.predictions'

export const architecture: MaskedArchitecture = {
  modelType: 'bert',
  objective: 'masked',
  configure: (raw, has) => {
    const config = readConfig(configSchema, raw, [])
    const { hidden_size: hiddenSize, num_attention_heads: heads } = config
    if (hiddenSize % heads !== 0)
      throw configUnsupported('num_attention_heads', heads, {
        ...{ code: 'doesNotDivide', key: 'hidden_size', value: hiddenSize }
      })
    const prefix = has(`${words}.weight`) ? '' : 'bert'
    const gamma = has(`${prefix === '' ? '' : `${prefix}.`}embeddings.LayerNorm.gamma`)
    const ownHead = !config.tie_word_embeddings && has(`${head}.decoder.weight`)
    return build(config, readActivation('hidden_act', config.hidden_act), {
      prefix,
      norm: gamma ? ['gamma', 'beta'] : ['weight', 'bias'], // the first published files
      // A head of its own adds its own bias, whatever else a file keeps.
      headBias:
        has(`${head}.decoder.bias`) && (ownHead || !has(`${head}.bias`)) ? 'decoder.bias' : 'bias',
      ownHead,
      saysNext:
        has(`${prefix === '' ? '' : 'bert.'}pooler.dense.weight`) &&
        has('cls.seq_relationship.weight')
    })
  }
}

function build(config: Config, activation: Activation, names: Names): MaskedDefinition {
  const { vocab_size: vocabularySize, hidden_size: hiddenSize } = config
  const { num_hidden_layers: layers, max_position_embeddings: contextLength } = config
  const heads = config.num_attention_heads
  const headSize = hiddenSize / heads
  const attention = { heads, keyHeads: heads, headSize }
  const bias = { bias: true } as const
  const norm = (scope: WeightScope, x: Value): Value =>
    scope.layerNorm(x, 'LayerNorm', config.layer_norm_eps, names.norm)

  const attend = (scope: WeightScope, x: Value, step: Parameters<typeof attendBothWays>[3]) => {
    const { graph } = scope
    const own = scope.at('self')
    const parts = ['query', 'key', 'value'].map((part) => own.linear(x, part, hiddenSize, bias))
    const scores = {
      ...{ scale: headSize ** -0.5, softcap: null },
      dropped: (weights: Value) => own.dropped(weights, 'attention')
    }
    return attendBothWays(graph, splitHeads(graph, parts, attention), scores, step)
  }
  /** LayerNorm(x + dense(inner)) */
  const added = (scope: WeightScope, inner: Value, x: Value): Value => {
    const dense = scope.dropped(scope.linear(inner, 'dense', hiddenSize, bias), 'residual')
    return norm(scope, plus(scope.graph, dense, x))
  }
  return {
    objective: 'masked',
    shape: { vocabularySize, hiddenSize, layers, contextLength, attention },
    moduleName: (name) => (names.prefix === '' && !name.startsWith('cls.') ? `bert.${name}` : name),
    forward: (graph, { ids, step, weight, additions }) => {
      const model = new WeightScope(graph, names.prefix, weight, additions)
      const embeddings = model.at('embeddings')
      const table = (name: string, count: number, at: Value): Value =>
        embeddings.embedding(at, `${name}_embeddings`, count, hiddenSize)
      const typed = plus(
        graph,
        table('word', vocabularySize, ids),
        table('token_type', config.type_vocab_size, step(tokenTypeIds))
      )
      const placed = plus(graph, typed, table('position', contextLength, step(positionIds)))
      let x = embeddings.dropped(norm(embeddings, placed), 'embedding')
      const block = (scope: WeightScope, input: Value): Value => {
        const attending = scope.at('attention')
        const attended = added(attending.at('output'), attend(attending, input, step), input)
        const wide = scope
          .at('intermediate')
          .linear(attended, 'dense', config.intermediate_size, bias)
        const [activated] = graph.add(activation, [wide], {})
        return added(scope.at('output'), activated!, attended)
      }
      for (let layer = 0; layer < layers; layer++)
        x = graph.segment(() => block(model.at(`encoder.layer.${layer}`), x))
      return { hidden: x, rows: [] }
    },
    head: (graph, hidden, weight, additions) => {
      const scope = new WeightScope(graph, head, weight, additions)
      const transform = scope.at('transform')
      const dense = transform.linear(hidden, 'dense', hiddenSize, bias)
      const normed = norm(transform, graph.add(activation, [dense], {})[0]!)
      const logits = names.ownHead
        ? scope.linear(normed, 'decoder', vocabularySize)
        : new WeightScope(graph, names.prefix, weight).linear(normed, words, vocabularySize)
      return plus(graph, logits, widened(graph, scope.weight(names.headBias, vocabularySize)))
    },
    ...(names.saysNext && {
      nextSentence: (graph, first, weight) => {
        const pooler = new WeightScope(graph, names.prefix, weight).at('pooler')
        const [pooled] = graph.add('tanh', [pooler.linear(first, 'dense', hiddenSize, bias)], {})
        return new WeightScope(graph, 'cls', weight).linear(pooled!, 'seq_relationship', 2, bias)
      }
    })
  }
}
