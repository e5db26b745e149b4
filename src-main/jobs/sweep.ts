// At start, before anything runs: what a killed app left half-done goes, and what was removed long ago.
import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Log } from '../base/log'
import type { Store } from '../store/client'
import { folderError } from '../store/sqliteErrors'
import type { BlockFiles } from './blockFiles'
import { removeTexts } from './evidence'
import type { ImportFolders } from './importModel'
import { reportFile } from './keptReports'
import { removeFolder } from './modelFiles'

/** How long what a person removed can be restored. */
export const restorableMs = 30 * 24 * 60 * 60_000

/** Throws `folderNotWritable` when the folders cannot be made; what cannot be swept is logged. */
export async function sweep(
  store: Store,
  folders: ImportFolders & { runs: string; evidence: string; reports: string },
  blockFiles: BlockFiles,
  now: number,
  log: Log
): Promise<void> {
  try {
    await mkdir(folders.staging, { recursive: true, mode: 0o700 })
    await mkdir(folders.models, { recursive: true, mode: 0o700 })
    await mkdir(folders.runs, { recursive: true, mode: 0o700 })
    await mkdir(folders.evidence, { recursive: true, mode: 0o700 })
    await mkdir(folders.reports, { recursive: true, mode: 0o700 })
  } catch (error) {
    throw folderError(error, folders.staging)
  }
  const broken = { code: 'engineLost', params: {} } as const
  const failed =
    (await store.write.messages.failRunning(broken)) +
    (await store.write.comparisons.failRunning(broken))
  await store.write.networkRequests.settle()
  const endpoints = await store.write.endpoints.purge()
  const paused = await store.write.promptRuns.pauseRunning()
  const interrupted =
    (await store.write.runs.interruptRunning()) +
    (await store.write.evidence.interruptRunning()) +
    (await store.write.audits.interruptRunning())
  const conversations = await store.write.conversations.purge(now - restorableMs)
  const comparisons = await store.write.comparisons.purge(now - restorableMs)
  const promptRuns = await store.write.promptRuns.purge(now - restorableMs)
  const promptPresets = await store.write.promptPresets.purge(now - restorableMs)
  const models = await store.write.models.purge(now - restorableMs)
  const runs = await store.write.runs.purge(now - restorableMs)
  const flagSets = await store.write.flagSets.purge(now - restorableMs)
  const evidence = await store.write.evidence.purge(now - restorableMs)
  const reports = await store.write.reports.purge(now - restorableMs)
  const audits = await store.write.audits.purge(now - restorableMs)
  const tombstones = await store.write.tombstones.purge(now - restorableMs)
  await store.write.weightLosses.purge()
  const erased = runs + conversations + comparisons + promptRuns + promptPresets + endpoints
  const others = flagSets + evidence + reports + audits + tombstones
  if (erased + others + models.length > 0) await store.scrub()
  log.info(
    {
      ...{ failed, paused, conversations, comparisons, promptRuns, promptPresets, endpoints },
      ...{ models: models.length, interrupted, runs, flagSets, evidence, reports, audits },
      tombstones
    },
    'swept'
  )

  await removeEntries(folders.staging, () => true, log)
  const listed = await store.read.models.list({ removed: false })
  await blockFiles.sweep(new Set(listed.map(({ sha256 }) => sha256)))
  // With a new database every folder would look like a leftover: then a person's models are at stake.
  if (store.created) return
  const kept = new Set((await store.read.models.all()).map(({ path }) => path))
  await removeEntries(folders.models, (path) => !kept.has(path), log)
  const keptRuns = new Set((await store.read.runs.all()).map(({ id }) => join(folders.runs, id)))
  await removeEntries(folders.runs, (path) => !keptRuns.has(path), log)
  const ofEvidence = (await store.read.evidence.ids()).map((id) => join(folders.evidence, id))
  await removeEntries(folders.evidence, (path) => !ofEvidence.includes(path), log)
  // Written anew when it goes on: no text of a record that has to go waits there for that.
  for (const folder of ofEvidence) await removeTexts(folder)
  const keptReports = new Set(
    (await store.read.reports.ids()).map((id) => join(folders.reports, reportFile(id)))
  )
  await removeEntries(folders.reports, (path) => !keptReports.has(path), log)
}

async function removeEntries(
  folder: string,
  isLeftOver: (path: string) => boolean,
  log: Log
): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    if (!isLeftOver(path)) continue
    try {
      await removeFolder(path)
    } catch (error) {
      log.warn({ err: error, path }, 'a leftover could not be removed')
    }
  }
}
