// Looking for what may not be there: that is an answer, and any other refusal is an error.
import { readdir } from 'node:fs/promises'
import { fileError } from './errors'

/**
 * What `look` finds at `path`; null where there is nothing.
 * @throws LetheError fileNotReadable and the like where that cannot be seen
 */
export async function ifThere<T>(look: () => Promise<T>, path: string): Promise<T | null> {
  try {
    return await look()
  } catch (error) {
    const converted = fileError(error, path)
    if (converted.code === 'fileNotFound') return null
    throw converted
  }
}

/** Of all in a folder; none where there is no folder. @throws as `ifThere` */
export async function namesIn(folder: string): Promise<string[]> {
  return (await ifThere(() => readdir(folder), folder)) ?? []
}
