// What every operation of the graph language says of itself.
import type { TensorType } from '../graph'
import type { OnnxCall } from '../onnx'

/** Shape rule: types of the inputs and the attributes -> types of the outputs. Throws Error with the reason. */
export type Infer<A> = (inputs: readonly TensorType[], attributes: A) => TensorType[]

/**
 * A primitive is one ONNX operator (`onnx` names it and carries its attributes); a composite has no
 * ONNX form of its own: lowerings/ says what it becomes on each provider.
 */
export type OpDefinition<A> =
  | {
      readonly kind: 'primitive'
      readonly infer: Infer<A>
      readonly onnx: (
        attributes: A,
        inputs: readonly TensorType[],
        outputs: readonly TensorType[]
      ) => OnnxCall
    }
  | { readonly kind: 'composite'; readonly infer: Infer<A> }

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
