// The weights below one prefix of a checkpoint, and the layers that read them. Every use states the
// shape it needs, so what a model reads can be listed and checked before anything runs.
import type { Graph, Value } from '../tensor/graph'
import { linear } from './linear'
import { layerNorm, rmsNorm, rmsNormAroundOne } from './norm'

/** A tensor of the checkpoint, by its name there. */
export type WeightOf = (name: string, shape: readonly number[]) => Value

/** A linear layer, by the name of its module in the checkpoint. */
export interface LinearModule {
  readonly name: string
  readonly inputs: number // I
  readonly outputs: number // O
  readonly layout: 'outIn' | 'inOut'
}

/** Where elements may be dropped: a layer's attention weights, what it adds to the stream, the stream's start. */
export type DropKind = 'attention' | 'residual' | 'embedding'

/** What training adds to a forward pass. */
export interface Additions {
  /** What the layer gives once more is learned beside its weight; x [..., I], y [..., O] -> [..., O] */
  readonly adapted?: (graph: Graph, x: Value, y: Value, module: LinearModule) => Value
  /** x with some of its elements dropped; `name` says which place of the model this is. */
  readonly dropped?: (graph: Graph, x: Value, kind: DropKind, name: string) => Value
}

export interface LinearOptions {
  readonly bias?: boolean // default: none
  readonly layout?: 'outIn' | 'inOut' // default: outIn
}

export class WeightScope {
  readonly #prefix: string
  readonly #weight: WeightOf
  readonly #additions: Additions

  /** `prefix` '' is the checkpoint itself. */
  constructor(
    readonly graph: Graph,
    prefix: string,
    weight: WeightOf,
    additions: Additions = {}
  ) {
    this.#prefix = prefix
    this.#weight = weight
    this.#additions = additions
  }

  at(name: string): WeightScope {
    return new WeightScope(this.graph, this.#nameOf(name), this.#weight, this.#additions)
  }

  weight(name: string, ...shape: number[]): Value {
    return this.#weight(this.#nameOf(name), shape)
  }

  /** `name`.weight [V, H], ids i64 [B, T] -> [B, T, H] */
  embedding(ids: Value, name: string, count: number, size: number): Value {
    return this.graph.add('embedding', [this.weight(`${name}.weight`, count, size), ids], {})[0]!
  }

  /** `name`.weight and `name`.bias; x [..., I] -> [..., outputs] */
  linear(x: Value, name: string, outputs: number, options: LinearOptions = {}): Value {
    const { bias = false, layout = 'outIn' } = options
    const inputs = lastSize(x)
    const shape = layout === 'outIn' ? [outputs, inputs] : [inputs, outputs]
    const y = linear(this.graph, x, {
      weight: this.weight(`${name}.weight`, ...shape),
      layout,
      bias: bias ? this.weight(`${name}.bias`, outputs) : null
    })
    const module = { name: this.#nameOf(name), inputs, outputs, layout }
    return this.#additions.adapted?.(this.graph, x, y, module) ?? y
  }

  dropped(x: Value, kind: DropKind): Value {
    return this.#additions.dropped?.(this.graph, x, kind, this.#nameOf(kind)) ?? x
  }

  /** `name`.weight; x [..., H] -> [..., H] */
  rmsNorm(x: Value, name: string, epsilon: number): Value {
    return rmsNorm(this.graph, x, this.weight(`${name}.weight`, lastSize(x)), epsilon)
  }

  /** The same with 1 + `name`.weight. */
  rmsNormAroundOne(x: Value, name: string, epsilon: number): Value {
    return rmsNormAroundOne(this.graph, x, this.weight(`${name}.weight`, lastSize(x)), epsilon)
  }

  /** `name`.weight and `name`.bias, or what `parts` calls them; x [..., H] -> [..., H] */
  layerNorm(
    x: Value,
    name: string,
    epsilon: number,
    [weight, bias]: readonly [weight: string, bias: string] = ['weight', 'bias']
  ): Value {
    const [factor, added] = [weight, bias].map((part) =>
      this.weight(`${name}.${part}`, lastSize(x))
    )
    return layerNorm(this.graph, x, factor!, added!, epsilon)
  }

  #nameOf(name: string): string {
    return this.#prefix === '' ? name : `${this.#prefix}.${name}`
  }
}

function lastSize(x: Value): number {
  const size = x.shape.at(-1)
  if (typeof size !== 'number')
    throw new TypeError(`${x.name} ends in ${size}, not in a fixed size`)
  return size
}
