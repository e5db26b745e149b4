// Opens a model as a spec says: mapped, packed, or rounded to blocks that are kept on the disk.
import type { AnyModel, MaskedModel } from '../models/architecture'
import { openBlockFile } from '../models/blockFile'
import { CausalRunner, refuseWhatCannotFit, type OpenOptions } from '../models/causalRunner'
import { MaskedRunner } from '../models/maskedRunner'
import type { ModelFolder } from '../models/modelFolder'
import type { ModelSpec } from './protocol'
import type { JobContext } from './run'

/** What a job needs of its model beside the usual. */
type Wanted = Pick<OpenOptions, 'showsHidden'>

/** @throws LetheError outOfMemory, deviceUnavailable, cancelled */
export async function openRunner(
  source: ModelFolder,
  spec: ModelSpec,
  context: JobContext,
  wanted: Wanted = {}
): Promise<CausalRunner> {
  return CausalRunner.open(source, { ...(await optionsOf(source, spec, context)), ...wanted })
}

/** The same of a masked model. */
export async function openMaskedRunner(
  source: ModelFolder<MaskedModel>,
  spec: ModelSpec,
  context: JobContext,
  wanted: Wanted = {}
): Promise<MaskedRunner> {
  return MaskedRunner.open(source, { ...(await optionsOf(source, spec, context)), ...wanted })
}

async function optionsOf(
  source: ModelFolder<AnyModel>,
  { weightMode, blocks: place, device, threads }: ModelSpec,
  { signal, onEvent }: JobContext
): Promise<OpenOptions> {
  if (weightMode === 'mapped' || weightMode === 'packed') return { weightMode, device, threads }
  if (!place) throw new TypeError(`${weightMode} weights need a place for their file`)
  const bits = weightMode === 'blocks4' ? 4 : 8
  refuseWhatCannotFit(source, bits)
  const blocks = await openBlockFile(source, {
    ...{ ...place, bits, signal },
    onProgress: (done, total) => onEvent({ type: 'rounding', done, total })
  })
  onEvent({ type: 'loading' })
  return { weightMode: 'packed', blocks, device, threads }
}
