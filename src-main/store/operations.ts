// Everything that can be asked of the database, by table. Reads run in the reader threads, writes in
// the one writer thread, in the order in which they were asked.
import { answerTokenReads } from './answerTokens'
import { comparisonReads, comparisonWrites } from './comparisons'
import { deviceTestReads, deviceTestWrites } from './deviceTests'
import { conversationReads, conversationWrites } from './conversations'
import { messageReads, messageWrites } from './messages'
import { modelReads, modelWrites } from './models'
import { promptRunReads, promptRunWrites } from './promptRuns'
import { settingsReads, settingsWrites } from './settings'

export const operations = {
  read: {
    models: modelReads,
    conversations: conversationReads,
    messages: messageReads,
    comparisons: comparisonReads,
    promptRuns: promptRunReads,
    answerTokens: answerTokenReads,
    settings: settingsReads,
    deviceTests: deviceTestReads
  },
  write: {
    models: modelWrites,
    conversations: conversationWrites,
    messages: messageWrites,
    comparisons: comparisonWrites,
    promptRuns: promptRunWrites,
    settings: settingsWrites,
    deviceTests: deviceTestWrites
  }
}
export type Operations = typeof operations
