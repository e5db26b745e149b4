// The files of a run, by name, and the number that keeps two owners from writing there.
import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { LetheError } from '../base/errors'

export const runFiles = {
  records: 'records.jsonl', // what is learned from, as the dataset was at the start
  data: 'data.safetensors', // the same as ids, with the place of each in the steps
  state: 'state.safetensors', // between two steps
  best: 'best.safetensors',
  evaluations: 'evaluations.json',
  base: 'base', // folder: the model that a run from nothing begins with
  fence: 'fence', // of the owner that started the engine last
  made: 'made', // folder: the trained model
  adapter: 'adapter' // folder: what was learned beside the model
} as const

/** The state after so many steps, where it stays for good. */
export const keptStateFile = (step: number): string => `kept-${step}.safetensors`

/** Throws LetheError engineLost when a later owner of the data folder runs this training. */
export async function checkFence(folder: string, fence: number): Promise<void> {
  const newest = await readFile(join(folder, runFiles.fence), 'utf8').then(Number, () => fence)
  if (newest > fence) throw new LetheError('engineLost')
}

/** What a killed engine was writing. */
export async function removeHalfWritten(folder: string): Promise<void> {
  for (const name of await readdir(folder))
    if (/^\..*\.tmp$/.test(name)) await rm(join(folder, name), { recursive: true, force: true })
}
