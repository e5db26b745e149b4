// The whole contract between the window (or the command line) and the main process.
import { biasContract } from './bias'
import { chatContract } from './chat'
import { compareContract } from './compare'
import { datasetsContract } from './datasets'
import { devicesContract } from './devices'
import { eraseContract, tombstonesContract } from './erasing'
import { evidenceContract } from './evidence'
import { forgettingContract } from './forgetting'
import { inferenceContract } from './inference'
import { jobsContract } from './jobs'
import { modelsContract } from './models'
import { networkContract } from './network'
import { promptPresetsContract } from './promptPresets'
import { promptSetsContract } from './promptSets'
import { reportsContract } from './reports'
import { settingsContract } from './settings'
import { systemContract } from './system'
import { trainingContract } from './training'

export const contract = {
  bias: biasContract,
  models: modelsContract,
  chat: chatContract,
  compare: compareContract,
  datasets: datasetsContract,
  devices: devicesContract,
  promptPresets: promptPresetsContract,
  promptSets: promptSetsContract,
  erase: eraseContract,
  evidence: evidenceContract,
  forgetting: forgettingContract,
  inference: inferenceContract,
  jobs: jobsContract,
  network: networkContract,
  reports: reportsContract,
  settings: settingsContract,
  system: systemContract,
  tombstones: tombstonesContract,
  training: trainingContract
}
