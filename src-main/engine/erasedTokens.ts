// Token ids of records that are erased: what they would be found by, and their places in a run's plan,
// which become empty.
import { join } from 'node:path'
import { access } from 'node:fs/promises'
import { idWindows, Traces } from '../base/traces'
import { DataPlan } from '../training/dataPlan'
import type { JobResult, JobSpec } from './protocol'
import { runFiles } from './trainingFolder'

/** Eight ids in a row that stand in these records and in no other record of any of the runs. */
export async function tokenTraces({
  runs,
  traces: known
}: Extract<JobSpec, { type: 'tokenTraces' }>): Promise<JobResult<'tokenTraces'>> {
  const traces = Traces.read(Buffer.from(known, 'base64'))
  const found = new Map<string, readonly number[]>()
  const plans = []
  for (const { folder, ordinals } of runs) {
    const plan = await planIn(folder)
    if (plan) plans.push({ plan, erased: new Set(ordinals) })
  }
  for (const { plan, erased } of plans)
    for (const { ordinal, ids } of plan.sequences())
      if (erased.has(ordinal))
        for (const window of idWindows(ids)) found.set(window.join(' '), window)
  for (const { plan, erased } of plans)
    for (const { ordinal, ids } of plan.sequences())
      if (!erased.has(ordinal)) for (const window of idWindows(ids)) found.delete(window.join(' '))
  for (const window of found.values()) traces.addIds(window)
  return { traces: Buffer.from(traces.bytes()).toString('base64') }
}

/** Their places stay in the plan, without an id. */
export async function eraseTokens({
  folder,
  ordinals
}: Extract<JobSpec, { type: 'eraseTokens' }>): Promise<JobResult<'eraseTokens'>> {
  const plan = await planIn(folder)
  await plan?.without(new Set(ordinals)).write(join(folder, runFiles.data))
  return { rewritten: plan !== null }
}

/** null: the run's folder is gone. */
async function planIn(folder: string): Promise<DataPlan | null> {
  const path = join(folder, runFiles.data)
  const isThere = await access(path).then(
    () => true,
    () => false
  )
  return isThere ? DataPlan.read(path) : null
}
