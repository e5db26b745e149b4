// A process that imports a file of records until it is killed, and says how many are staged.
import { writeSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { openedApplication } from './openedApplication'
import { enginesOf } from './scriptedEngines'

const [dataFolder = '', path = '', workerFile = '', engineFile = ''] = process.argv.slice(2)
const { client } = await openedApplication({
  ...{ dataFolder, resourcesFolder: dataFolder, workerUrl: pathToFileURL(workerFile) },
  spawnEngine: enginesOf(engineFile)
})
const source = { type: 'path', path } as const
for await (const event of await client.datasets.import({ source, rejected: 'stop' })) {
  if (event.type === 'progress') writeSync(1, `${event.records}\n`)
}
