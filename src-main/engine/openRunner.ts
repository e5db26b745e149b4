// Opens a model as a spec says: mapped, packed, or rounded to blocks that are kept on the disk.
import { openBlockFile } from '../models/blockFile'
import { CausalRunner, refuseWhatCannotFit } from '../models/causalRunner'
import type { ModelFolder } from '../models/modelFolder'
import type { ModelSpec } from './protocol'
import type { JobContext } from './run'

/** @throws LetheError outOfMemory, deviceUnavailable, cancelled */
export async function openRunner(
  source: ModelFolder,
  { weightMode, blocks: place, device, threads }: ModelSpec,
  { signal, onEvent }: JobContext
): Promise<CausalRunner> {
  if (weightMode === 'mapped' || weightMode === 'packed')
    return CausalRunner.open(source, { weightMode, device, threads })
  if (!place) throw new TypeError(`${weightMode} weights need a place for their file`)
  const bits = weightMode === 'blocks4' ? 4 : 8
  refuseWhatCannotFit(source, bits)
  const blocks = await openBlockFile(source, {
    ...{ ...place, bits, signal },
    onProgress: (done, total) => onEvent({ type: 'rounding', done, total })
  })
  onEvent({ type: 'loading' })
  return CausalRunner.open(source, { weightMode: 'packed', blocks, device, threads })
}
