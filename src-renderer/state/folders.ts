// Choosing a folder: the host's own dialog where there is one, else a list of folders.
import { rpc } from '../rpc/client'
import { desktop } from '../rpc/host'

export type FolderListing = Awaited<ReturnType<typeof rpc.system.listFolder>>

/** null: the person's home folder. Throws what failureOf understands. */
export function listFolder(path: string | null): Promise<FolderListing> {
  return rpc.system.listFolder({ path })
}

/** null when the dialog was cancelled. */
export async function pickFolder(): Promise<string | null> {
  return (await rpc.system.pickFolder()).path
}

/** Where a dropped file or folder lies; null in a browser, which does not tell. */
export function pathOfDropped(file: File): string | null {
  return desktop?.pathForFile?.(file) || null
}
