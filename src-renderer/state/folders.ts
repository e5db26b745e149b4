// Choosing a folder: the host's own dialog where there is one, else a list of folders.
import { rpc } from '../rpc/client'

export type FolderListing = Awaited<ReturnType<typeof rpc.system.listFolder>>

/** null: the person's home folder. Throws what failureOf understands. */
export function listFolder(path: string | null): Promise<FolderListing> {
  return rpc.system.listFolder({ path })
}

/** null when the dialog was cancelled. */
export async function pickFolder(): Promise<string | null> {
  return (await rpc.system.pickFolder()).path
}
