// All procedures of the contract. The window reaches them over a MessagePort or a WebSocket, the
// command line also directly.
import { procedures } from './base'
import { biasRouter } from './bias'
import { chatRouter } from './chat'
import { compareRouter } from './compare'
import { datasetsRouter } from './datasets'
import { devicesRouter } from './devices'
import { eraseRouter, tombstonesRouter } from './erase'
import { evidenceRouter } from './evidence'
import { forgettingRouter } from './forgetting'
import { inferenceRouter } from './inference'
import { jobsRouter } from './jobs'
import { modelsRouter } from './models'
import { networkRouter } from './network'
import { promptPresetsRouter } from './promptPresets'
import { promptSetsRouter } from './promptSets'
import { reportsRouter } from './reports'
import { settingsRouter } from './settings'
import { systemRouter } from './system'
import { trainingRouter } from './training'

export const router = procedures.router({
  bias: biasRouter,
  models: modelsRouter,
  chat: chatRouter,
  compare: compareRouter,
  datasets: datasetsRouter,
  devices: devicesRouter,
  promptPresets: promptPresetsRouter,
  promptSets: promptSetsRouter,
  erase: eraseRouter,
  evidence: evidenceRouter,
  forgetting: forgettingRouter,
  inference: inferenceRouter,
  jobs: jobsRouter,
  network: networkRouter,
  reports: reportsRouter,
  settings: settingsRouter,
  system: systemRouter,
  tombstones: tombstonesRouter,
  training: trainingRouter
})
