// All procedures of the contract. The window reaches them over a MessagePort or a WebSocket, the
// command line also directly.
import { procedures } from './base'
import { chatRouter } from './chat'
import { compareRouter } from './compare'
import { datasetsRouter } from './datasets'
import { devicesRouter } from './devices'
import { eraseRouter, tombstonesRouter } from './erase'
import { evidenceRouter } from './evidence'
import { forgettingRouter } from './forgetting'
import { inferenceRouter } from './inference'
import { modelsRouter } from './models'
import { networkRouter } from './network'
import { promptPresetsRouter } from './promptPresets'
import { promptSetsRouter } from './promptSets'
import { settingsRouter } from './settings'
import { systemRouter } from './system'
import { trainingRouter } from './training'

export const router = procedures.router({
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
  network: networkRouter,
  settings: settingsRouter,
  system: systemRouter,
  tombstones: tombstonesRouter,
  training: trainingRouter
})
