// Low-rank adapters (LoRA, arXiv 2106.09685) beside the linear layers of a model: which layers have one,
// the tensors they are made of, and what they add. Names and scaling follow peft's tuners/lora.
import { dropout, type DropoutMask } from '../nn/dropout'
import type { LinearModule } from '../nn/weightScope'
import { Graph, type Value } from '../tensor/graph'
import { arithmetic } from '../tensor/ops/arithmetic'
import { fixedShape } from '../tensor/shape'
import type { ModelDefinition, TensorRequirement } from './architecture'
import { StepInputs, weightsOnce } from './causalGraph'

export interface AdapterSettings {
  readonly rank: number // r
  readonly alpha: number
  readonly dropout: number // of what enters an adapter
  /** Modules by their name, or by the end of it from a dot on. */
  readonly targets: readonly string[]
  /** α/√r instead of α/r (arXiv 2312.03732). */
  readonly rslora: boolean
}

/** A linear layer with an adapter. */
export interface AdaptedModule extends LinearModule {
  readonly down: TensorRequirement // A [r, I]
  readonly up: TensorRequirement // B [O, r]
}

/** By what B·A is multiplied. */
export function adapterScale({ rank, alpha, rslora }: AdapterSettings): number {
  return alpha / (rslora ? Math.sqrt(rank) : rank)
}

export function isTarget(name: string, targets: readonly string[]): boolean {
  return targets.some((target) => name === target || name.endsWith(`.${target}`))
}

/** Every linear layer of the model, in the order it is read, by the checkpoint's names. */
export function linearModules(model: ModelDefinition): LinearModule[] {
  const found: LinearModule[] = []
  const graph = new Graph()
  const ids = graph.input('ids', 'i64', [1, 1])
  const step = new StepInputs(graph, (shape) => fixedShape(shape, { B: 1, T: 1, P: 0 })).of
  const weight = weightsOnce((name, shape) => graph.input(name, 'f32', shape))
  const additions = {
    adapted: (_: Graph, _x: Value, y: Value, module: LinearModule) => {
      found.push(module)
      return y
    }
  }
  const { hidden } = model.forward(graph, { ids, past: null, step, weight, additions })
  const [flat] = graph.add('reshape', [hidden], { shape: [1, model.shape.hiddenSize] })
  model.head(graph, flat!, weight, additions)
  return found
}

/** The layers that get an adapter, in the order they are read. */
export function adaptedModules(
  model: ModelDefinition,
  { rank, targets }: Pick<AdapterSettings, 'rank' | 'targets'>
): AdaptedModule[] {
  const named = model.moduleName ?? ((name) => name)
  return linearModules(model)
    .filter(({ name }) => isTarget(named(name), targets))
    .map((module) => withAdapter(module, rank))
}

export function withAdapter(module: LinearModule, rank: number): AdaptedModule {
  const { name, inputs, outputs } = module
  return {
    ...module,
    down: { name: `${name}.lora_A.weight`, shape: [rank, inputs] },
    up: { name: `${name}.lora_B.weight`, shape: [outputs, rank] }
  }
}

/** The tensors that are learned. */
export function adapterTensors(modules: readonly AdaptedModule[]): TensorRequirement[] {
  return modules.flatMap(({ down, up }) => [down, up])
}

/** y + scale · B·A·dropped(x); x [..., I], y [..., O], A [r, I], B [O, r] */
export function withAdapterOf(
  graph: Graph,
  { x, y, down, up }: { x: Value; y: Value; down: Value; up: Value },
  settings: AdapterSettings,
  name: string
): [Value, DropoutMask?] {
  const { add, scale } = arithmetic(graph)
  const [entering, mask] = dropout(graph, x, `${name}.lora`, settings.dropout)
  const [narrow] = graph.add('linear', [entering, down], {})
  const [added] = graph.add('linear', [scale(narrow!, adapterScale(settings)), up], {})
  return [add(y, added!), mask]
}
