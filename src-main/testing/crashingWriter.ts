// A process that writes into a store until it is killed, and says what has been acknowledged.
import { writeSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { openStore } from '../store/client'
import { answerRow, conversationRow, questionRow } from './storeRows'

const [dataFolder = '', workerFile = ''] = process.argv.slice(2)
const store = await openStore({ dataFolder, workerUrl: pathToFileURL(workerFile) })
const conversation = await store.write.conversations.add(conversationRow())
const question = questionRow(conversation.id, 'Count.')
const answer = answerRow(question)
await store.write.messages.ask({
  conversationId: conversation.id,
  question,
  answer,
  title: 'Count'
})
for (let number = 0; ; number++) {
  await store.write.messages.append({ id: answer.id, text: `${number} ` })
  writeSync(1, `${answer.id} ${number}\n`)
}
