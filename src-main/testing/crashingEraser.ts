// An application that opens a data folder as the window's host does and erases the records of a flag set,
// or goes on with it; ends when that has ended, or kills itself when it has told of it so many times.
import { join } from 'node:path'
import { openApplication } from '../jobs/application'
import { takeOwnership } from '../store/owner'
import { enginesOf } from './scriptedEngines'

const [dataFolder = '', storeWorker = '', engineWorker = '', flagSet = '', killedAt = ''] =
  process.argv.slice(2)
const ownership = takeOwnership(dataFolder)
if (!ownership) throw new Error('The data folder is owned by somebody else.')
const application = await openApplication({
  ...{ dataFolder, ownership, host: 'web', version: '0.0.0', device: 'cpu' },
  ...{ workerUrl: new URL(storeWorker), spawnEngine: enginesOf(engineWorker) },
  resourcesFolder: join(dataFolder, 'nothing')
})
const { erasures, changes } = application.context
let told = 0
const publish = changes.publish.bind(changes)
changes.publish = (topic, id) => {
  publish(topic, id)
  if (topic === 'erasures' && ++told === Number(killedAt)) process.kill(process.pid, 'SIGKILL')
}
const which = { flagSet }
if ((await erasures.list(flagSet)).length === 0) {
  const { records: count, quotes } = await erasures.preview(which)
  await erasures.run({ which, count, keepModels: [], keepNames: false, quotes })
}
for (;;) {
  const [erasure] = await erasures.list(flagSet)
  if (erasure?.error) throw new Error(JSON.stringify(erasure.error))
  if (erasure?.status === 'finished') break
  await new Promise((resolve) => setTimeout(resolve, 10))
}
await application.close()
process.stdout.write(`${told}\n`)
