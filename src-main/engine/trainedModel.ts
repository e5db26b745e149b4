// The folder of a trained model: the files beside the weights as they were, the weights in f32.
import { copyFile, mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileError } from '../base/errors'
import { companionFiles, singleWeightsFile, weightsIndexFile } from '../base/modelFileNames'
import { writeSafetensors } from '../formats/safetensors'
import type { ModelFolder } from '../models/modelFolder'
import type { ParameterValues } from '../models/trainingRunner'
import { tensorsOf } from './trainingEvaluation'

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
