// Everything that can be asked of the database, by table. Reads run in the reader threads, writes in
// the one writer thread, in the order in which they were asked.
import { answerTokenReads } from './answerTokens'
import { auditReads, auditWrites } from './audits'
import { comparisonReads, comparisonWrites } from './comparisons'
import { datasetReads, datasetWrites } from './datasets'
import { deviceTestReads, deviceTestWrites } from './deviceTests'
import { conversationReads, conversationWrites } from './conversations'
import { erasedRecordWrites } from './erasedRecords'
import { erasureReads, erasureWrites } from './erasures'
import { endpointReads, endpointWrites } from './endpoints'
import { evidenceReads, evidenceWrites } from './evidence'
import { evidenceRecordReads } from './evidenceRecords'
import { flaggedUseReads } from './flaggedUses'
import { flagSetReads, flagSetWrites } from './flagSets'
import { folderKeyWrites } from './folderKeys'
import { foundRecordReads } from './foundRecords'
import { keptOutReads, keptOutWrites } from './keptOut'
import { messageReads, messageWrites } from './messages'
import { modelReads, modelWrites } from './models'
import { networkRequestReads, networkRequestWrites } from './networkRequests'
import { promptPresetReads, promptPresetWrites } from './promptPresets'
import { promptRunReads, promptRunWrites } from './promptRuns'
import { recordChangeReads, recordChangeWrites } from './recordChanges'
import { recordMarkReads, recordMarkWrites } from './recordMarks'
import { recordReads } from './records'
import { reportReads, reportWrites } from './reports'
import { runRecordReads, runRecordWrites } from './runRecords'
import { runReads, runWrites } from './runs'
import { recordSignatureReads, recordSignatureWrites } from './recordSignatures'
import { recordStatisticsReads } from './recordStatistics'
import { settingsReads, settingsWrites } from './settings'
import { recordWrites } from './stagedRecords'
import { tombstoneReads, tombstoneWrites } from './tombstones'
import { weightLossReads, weightLossWrites } from './weightLosses'

export const operations = {
  read: {
    audits: auditReads,
    models: modelReads,
    conversations: conversationReads,
    messages: messageReads,
    comparisons: comparisonReads,
    promptPresets: promptPresetReads,
    promptRuns: promptRunReads,
    answerTokens: answerTokenReads,
    datasets: datasetReads,
    records: recordReads,
    runs: runReads,
    runRecords: runRecordReads,
    flagSets: flagSetReads,
    reports: reportReads,
    flaggedUses: flaggedUseReads,
    evidence: evidenceReads,
    evidenceRecords: evidenceRecordReads,
    foundRecords: foundRecordReads,
    erasures: erasureReads,
    keptOut: keptOutReads,
    tombstones: tombstoneReads,
    recordChanges: recordChangeReads,
    recordMarks: recordMarkReads,
    recordSignatures: recordSignatureReads,
    recordStatistics: recordStatisticsReads,
    deviceTests: deviceTestReads,
    endpoints: endpointReads,
    networkRequests: networkRequestReads,
    settings: settingsReads,
    weightLosses: weightLossReads
  },
  write: {
    audits: auditWrites,
    models: modelWrites,
    conversations: conversationWrites,
    messages: messageWrites,
    comparisons: comparisonWrites,
    promptPresets: promptPresetWrites,
    promptRuns: promptRunWrites,
    datasets: datasetWrites,
    records: recordWrites,
    runs: runWrites,
    runRecords: runRecordWrites,
    flagSets: flagSetWrites,
    evidence: evidenceWrites,
    reports: reportWrites,
    erasures: erasureWrites,
    erasedRecords: erasedRecordWrites,
    keptOut: keptOutWrites,
    tombstones: tombstoneWrites,
    recordChanges: recordChangeWrites,
    recordMarks: recordMarkWrites,
    recordSignatures: recordSignatureWrites,
    folderKeys: folderKeyWrites,
    deviceTests: deviceTestWrites,
    endpoints: endpointWrites,
    networkRequests: networkRequestWrites,
    settings: settingsWrites,
    weightLosses: weightLossWrites
  }
}
export type Operations = typeof operations
