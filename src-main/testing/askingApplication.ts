// A process that runs the application, asks one question without an end and says what is shown.
import { fileURLToPath, pathToFileURL } from 'node:url'
import { forkEngines } from '../hosts/engineFork'
import { openedApplication } from './openedApplication'

const [dataFolder = '', resourcesFolder = '', worker = '', engine = ''] = process.argv.slice(2)
let enginePid: number | undefined
const fork = forkEngines(fileURLToPath(pathToFileURL(engine)), () => {})
const { application, client } = await openedApplication({
  dataFolder,
  resourcesFolder,
  workerUrl: pathToFileURL(worker),
  spawnEngine: () => {
    const started = fork()
    enginePid = started.pid
    return started
  }
})
await application.starterReady
const conversation = await client.chat.create({})
const { answer } = await client.chat.send({ conversationId: conversation.id, text: 'forever' })
let text = ''
for await (const event of await client.chat.follow({ answerId: answer.id })) {
  if (event.type !== 'text') continue
  text = text.slice(0, event.offset) + event.text
  process.send?.({ answerId: answer.id, text, enginePid })
}
