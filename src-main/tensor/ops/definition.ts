// What every operation of the graph language says of itself.
import type { Graph, TensorType, Value } from '../graph'
import type { OnnxCall } from '../onnx'

/** Shape rule: types of the inputs and the attributes -> types of the outputs. Throws Error with the reason. */
export type Infer<A> = (inputs: readonly TensorType[], attributes: A) => TensorType[]

/** A node met on the way back from the loss. */
export interface GradientStep<A> {
  /** Where the rule writes. */
  readonly graph: Graph
  readonly attributes: A
  readonly inputTypes: readonly TensorType[]
  readonly outputTypes: readonly TensorType[]
  /** What the node read and wrote; asked for only where the formula needs it, since it may have to be computed again. */
  readonly input: (index: number) => Value
  readonly output: () => Value
  /** dLoss/dOutput of each output, in the output's shape. */
  readonly gradients: readonly Value[]
}

/**
 * dLoss/dInput, one for each input, in the input's shape: called for those that are wanted. null for
 * an input that nothing flows back to (indices, sizes, masks of yes and no).
 */
export type GradientRule<A> = (step: GradientStep<A>) => readonly ((() => Value) | null)[]

/** A rule, or the reason why there is none. */
export type Gradient<A> = GradientRule<A> | { readonly none: string }

/**
 * A primitive is one ONNX operator (`onnx` names it and carries its attributes); a composite has no
 * ONNX form of its own: lowerings/ says what it becomes on each provider.
 */
export type OpDefinition<A> = {
  readonly infer: Infer<A>
  readonly gradient: Gradient<A>
} & (
  | {
      readonly kind: 'primitive'
      readonly onnx: (
        attributes: A,
        inputs: readonly TensorType[],
        outputs: readonly TensorType[]
      ) => OnnxCall
    }
  | { readonly kind: 'composite' }
)

export function refuse(reason: string): never {
  throw new Error(reason)
}

/** The inputs, when there are exactly as many as the operation takes. */
export function take<N extends number>(
  inputs: readonly TensorType[],
  count: N
): TensorType[] & { length: N } {
  if (inputs.length !== count) refuse(`takes ${count} inputs, got ${inputs.length}`)
  return inputs as TensorType[] & { length: N }
}

export function requireFloat(...types: TensorType[]): void {
  for (const { dtype } of types)
    if (dtype !== 'f32' && dtype !== 'f16') refuse(`needs f32 or f16, got ${dtype}`)
}
