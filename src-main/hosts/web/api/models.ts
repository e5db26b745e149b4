// The models that programs may ask: those whose files are there and that know text.
import { LetheError } from '../../../base/errors'
import { canWrite, type Model } from '../../../contract/models'
import { refuseWhatCannotWrite, type ModelLibrary } from '../../../jobs/library'

export interface ListedModel {
  /** What a program calls it: its name, or its id where an earlier model has that name. */
  id: string
  model: Model
}

export async function listModels(library: ModelLibrary): Promise<ListedModel[]> {
  const models = await library.list(false)
  const usable = models.filter((model) => canWrite(model) && !model.missing)
  return usable.map((model) => {
    const first = models.find(({ name }) => name === model.name)
    return { id: first?.id === model.id ? model.name : model.id, model }
  })
}

/**
 * @param wanted a model's id or name
 * @throws LetheError modelNotFound, noTokenizer, maskedModel, modelFilesMissing
 */
export async function findModel(library: ModelLibrary, wanted: string): Promise<ListedModel> {
  const stored = await library.find(wanted)
  refuseWhatCannotWrite(stored)
  await library.files.check(stored)
  const listed = (await listModels(library)).find(({ model }) => model.id === stored.id)
  if (!listed) throw new LetheError('modelNotFound', { model: wanted }) // removed just now
  return listed
}

export function shownModel({ id, model }: ListedModel) {
  return {
    id,
    object: 'model',
    created: Math.floor(model.addedAt / 1000),
    owned_by: 'lethe',
    context_length: model.contextLength
  }
}
