// An application that opens a data folder as the window's host does, goes on with what was cut off, says
// how far it is, and ends when nothing is left to do; made to be killed.
import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { isUnfinished } from '../contract/training'
import { openApplication } from '../jobs/application'
import { takeOwnership } from '../store/owner'
import { enginesOf } from './scriptedEngines'

const [dataFolder = '', storeWorker = '', engineWorker = ''] = process.argv.slice(2)
const ownership = takeOwnership(dataFolder)
if (!ownership) throw new Error('The data folder is owned by somebody else.')
const application = await openApplication({
  ...{ dataFolder, ownership, host: 'web', version: '0.0.0', device: 'cpu' },
  ...{ workerUrl: new URL(storeWorker), spawnEngine: enginesOf(engineWorker) },
  resourcesFolder: join(dataFolder, 'nothing')
})
const { trainings, evidences } = application.context
for (;;) {
  const open = (await trainings.list(false)).filter(isUnfinished)
  const asked = (await evidences.list({ removed: false })).filter(isUnfinished)
  if (open.length + asked.length === 0) break
  for (const { step, savedStep } of open)
    writeSync(1, `${JSON.stringify({ step, savedStep: savedStep ?? 0 })}\n`)
  for (const { phase, done } of asked)
    if (phase === 'asking') writeSync(1, `${JSON.stringify({ asking: done })}\n`)
  await new Promise((resolve) => setTimeout(resolve, 20))
}
await application.close()
