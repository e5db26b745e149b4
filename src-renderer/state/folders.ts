// Choosing a folder: the host's own dialog where there is one, else a list of folders.
import { rpc } from '../rpc/client'
import { failureOf, type Failure } from '../rpc/errors'
import { desktop } from '../rpc/host'

type FolderListing = Awaited<ReturnType<typeof rpc.system.listFolder>>

/** null: the person's home folder. */
export async function askFolder(
  path: string | null
): Promise<{ listing: FolderListing } | { failure: Failure }> {
  try {
    return { listing: await rpc.system.listFolder({ path }) }
  } catch (error) {
    return { failure: failureOf(error) }
  }
}

/** null when the dialog was cancelled. */
export async function pickFolder(): Promise<string | null> {
  return (await rpc.system.pickFolder()).path
}

/** Where a dropped file or folder lies; null in a browser, which does not tell. */
export function pathOfDropped(file: File): string | null {
  return desktop?.pathForFile?.(file) || null
}
