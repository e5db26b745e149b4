// The folder of a trained model: the files beside the weights as they were, the weights in f32.
import { copyFile, mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileError } from '../base/errors'
import { companionFiles, singleWeightsFile, weightsIndexFile } from '../base/modelFileNames'
import { writeSafetensors } from '../formats/safetensors'
import { adapterScale } from '../models/adapters'
import type { ModelFolder } from '../models/modelFolder'
import { readParameters } from '../models/parameters'
import type { ParameterValues } from '../models/trainingRunner'
import type { TrainingMethod } from '../training/plan'
import { targetedModules } from '../training/startingState'
import { tensorsOf } from './trainingEvaluation'

type LoraMethod = Extract<TrainingMethod, { type: 'lora' }>

/** Every tensor of the model: with an adapter, W + scale · B·A where there is one. */
export async function wholeValues(
  source: ModelFolder,
  method: TrainingMethod,
  values: ParameterValues
): Promise<ParameterValues> {
  if (method.type === 'full') return values
  const whole = await readParameters(source)
  const scale = adapterScale(method)
  for (const module of targetedModules(source.model, method)) {
    const { name, inputs, outputs, layout, down, up } = module
    const weight = whole.get(`${name}.weight`)!
    const [a, b] = [values.get(down.name)!, values.get(up.name)!]
    for (let output = 0; output < outputs; output++)
      for (let input = 0; input < inputs; input++) {
        let sum = 0
        for (let rank = 0; rank < method.rank; rank++)
          sum += b[output * method.rank + rank]! * a[rank * inputs + input]!
        weight[layout === 'outIn' ? output * inputs + input : input * outputs + output]! +=
          scale * sum
      }
  }
  return whole
}

/**
 * The adapter alone, as peft keeps it.
 * Format: https://huggingface.co/docs/peft/developer_guides/checkpoint
 */
export async function makeAdapter(
  { model }: ModelFolder,
  method: LoraMethod,
  values: ParameterValues,
  to: string
): Promise<void> {
  const modules = targetedModules(model, method)
  const prefix = (name: string): string => `base_model.model.${name}`
  const tensors = modules.flatMap(({ name, down, up }) => {
    const module = model.moduleName?.(name) ?? name
    const renamed = new Map([
      [prefix(`${module}.lora_A.weight`), down],
      [prefix(`${module}.lora_B.weight`), up]
    ])
    return [...renamed].map(([peftName, { name: own, shape }]) => ({ peftName, own, shape }))
  })
  const config = {
    ...{ peft_type: 'LORA', task_type: 'CAUSAL_LM', r: method.rank, lora_alpha: method.alpha },
    ...{ lora_dropout: method.dropout, target_modules: method.targets, bias: 'none' },
    ...{ fan_in_fan_out: modules.some(({ layout }) => layout === 'inOut') },
    ...{ use_rslora: method.rslora, inference_mode: true, base_model_name_or_path: null }
  }
  try {
    await rm(to, { recursive: true, force: true })
    await mkdir(to)
    await writeFile(join(to, 'adapter_config.json'), `${JSON.stringify(config, null, 2)}\n`)
  } catch (error) {
    throw fileError(error, to)
  }
  await writeSafetensors(
    join(to, 'adapter_model.safetensors'),
    tensorsOf(
      tensors.map(({ peftName, shape }) => ({ name: peftName, shape })),
      new Map(tensors.map(({ peftName, own }) => [peftName, values.get(own)!]))
    ),
    { format: 'pt' }
  )
}

/** Anew each time: what a killed engine left of it goes first. @throws LetheError diskFull, folderNotWritable */
export async function makeModel(
  { folder, model }: ModelFolder,
  values: ParameterValues,
  to: string
): Promise<void> {
  try {
    await rm(to, { recursive: true, force: true })
    await mkdir(to)
    for (const name of await readdir(folder))
      if (companionFiles.test(name) && name !== weightsIndexFile)
        await copyFile(join(folder, name), join(to, name))
  } catch (error) {
    throw fileError(error, to)
  }
  await writeSafetensors(join(to, singleWeightsFile), tensorsOf(model.tensors, values))
}
