// The application without a window: everything the router needs, put together and taken apart.
import { join } from 'node:path'
import { openLog, type Log } from '../base/log'
import type { DeviceRequest } from '../contract/devices'
import { EndpointRequests } from '../network/endpointRequests'
import type { HubEnvironment } from '../network/hubAccess'
import { HubRequests } from '../network/hubRequests'
import { openStore } from '../store/client'
import type { Ownership } from '../store/owner'
import { databaseFileName } from '../store/threadProtocol'
import { AlikeRecords } from './alikeRecords'
import { Answers } from './answers'
import { Audits } from './audits'
import { BalancedSets } from './balancedSets'
import { BlockFiles } from './blockFiles'
import { Canaries } from './canaries'
import { Changes } from './changes'
import { Comparisons } from './comparisons'
import { Contestants } from './contestants'
import { ContextMeter } from './contextMeter'
import { Conversations } from './conversations'
import { DatasetImports } from './importDataset'
import { Datasets } from './datasets'
import { Devices } from './devices'
import { Endpoints } from './endpoints'
import type { SpawnEngine } from './engineProcess'
import { EnginePool } from './engines'
import { EvidenceModels } from './evidenceModels'
import { Evidences } from './evidences'
import { FlagFinder } from './flagFinder'
import { EraseGate } from './eraseGate'
import { Erasures } from './erasures'
import { FlagSets } from './flagSets'
import { HubModels } from './hubModels'
import { ModelImports } from './importModel'
import { Inference } from './inference'
import { KeptReports } from './keptReports'
import { ModelLibrary } from './library'
import { NearestRecords } from './nearestRecords'
import { Network } from './network'
import { PromptPresets } from './promptPresets'
import { PromptSets } from './promptSets'
import { Replays } from './replays'
import { SettingsKeeper } from './settings'
import { RecordEdits } from './recordEdits'
import { registerStarter } from './starter'
import { restorableMs, sweep } from './sweep'
import { SystemFacts } from './system'
import { LineageKeeper } from './lineage'
import { Trainings } from './training'
import { TrainingEngines } from './trainingEngine'
import { TrainingExports } from './trainingExport'
import { TrainingPlanner } from './trainingPlanner'
import { Uploads } from './uploads'
import { WeightChoices } from './weightChoices'
import { WorkList } from './workList'
import { WorkQueue } from './workQueue'

export interface ApplicationOptions {
  dataFolder: string
  host: 'electron' | 'web' | 'cli'
  /** The folder is owned already: hosts find out first whether they are owner or client. */
  ownership: Ownership
  /** The built store/worker.ts. */
  workerUrl: URL
  spawnEngine: SpawnEngine
  resourcesFolder: string
  pickFolder?: (() => Promise<string | null>) | undefined
  version: string
  /** Where models are downloaded from; usual: the public hub, without a token. */
  hub?: HubEnvironment | undefined
  /** How long a download waits before each further try; usual: about two minutes in all. */
  hubWaitsMs?: readonly number[] | undefined
  /** What answers run on; usual: the setting. */
  device?: DeviceRequest | undefined
}

/** What the procedures work with. */
export interface AppContext {
  library: ModelLibrary
  imports: ModelImports
  conversations: Conversations
  answers: Answers
  contextMeter: ContextMeter
  comparisons: Comparisons
  promptPresets: PromptPresets
  promptSets: PromptSets
  datasets: Datasets
  datasetImports: DatasetImports
  trainings: Trainings
  trainingPlanner: TrainingPlanner
  trainingExports: TrainingExports
  lineage: LineageKeeper
  flagSets: FlagSets
  flagFinder: FlagFinder
  canaries: Canaries
  replays: Replays
  evidences: Evidences
  keptReports: KeptReports
  audits: Audits
  jobs: WorkList
  balancedSets: BalancedSets
  nearestRecords: NearestRecords
  erasures: Erasures
  recordEdits: RecordEdits
  alikeRecords: AlikeRecords
  inference: Inference
  devices: Devices
  weightChoices: WeightChoices
  network: Network
  endpoints: Endpoints
  settings: SettingsKeeper
  system: SystemFacts
  changes: Changes
  log: Log
}

export interface Application {
  readonly context: AppContext
  readonly uploads: Uploads
  /** Settles once the included model is in the list, or cannot be. Never rejects. */
  readonly starterReady: Promise<void>
  /** Stops answers and keeps their text, ends engines, closes the store, gives the folder back. */
  close(): Promise<void>
}

/** Throws what openStore and sweep throw; the ownership is then still the caller's. */
export async function openApplication(options: ApplicationOptions): Promise<Application> {
  const { dataFolder, host, ownership, resourcesFolder, version } = options
  const logFile = join(dataFolder, 'logs', 'lethe.log')
  const log = openLog(logFile)
  const store = await openStore({ dataFolder, workerUrl: options.workerUrl }).catch((error) => {
    log.error({ err: error }, 'the database could not be opened')
    throw error
  })
  const folders = {
    staging: join(dataFolder, 'staging'),
    models: join(dataFolder, 'models'),
    runs: join(dataFolder, 'runs'),
    evidence: join(dataFolder, 'evidence'),
    reports: join(dataFolder, 'reports')
  }
  const blockFiles = new BlockFiles(join(dataFolder, 'blocks'), log)
  try {
    await sweep(store, folders, blockFiles, Date.now(), log)
  } catch (error) {
    await store.close()
    throw error
  }

  const { fence } = ownership
  const changes = new Changes()
  const engines = new EnginePool({ spawn: options.spawnEngine, fence, log })
  const library = new ModelLibrary(store, engines, blockFiles, changes)
  const settings = new SettingsKeeper(store, changes, log)
  const uploads = new Uploads(folders.staging)
  const conversations = new Conversations(store, library, settings, changes)
  const startedWith = options.device ?? null
  const devices = new Devices({
    ...{ store, settings, spawn: options.spawnEngine, fence, changes, log, startedWith }
  })
  const inference = new Inference(engines, library, settings, devices)
  const weightChoices = new WeightChoices(store, library, inference)
  const answers = new Answers(store, library, conversations, inference, changes, log)
  const hub = options.hub ?? {}
  const network = new Network(store, settings, changes, hub, log)
  const hubRequests = new HubRequests(network.gate, hub)
  const hubModels = new HubModels(hubRequests, engines, options.hubWaitsMs)
  const imports = new ModelImports(store, engines, library, uploads, hubModels, folders, log)
  const requests = new EndpointRequests(network.gate)
  const endpoints = new Endpoints(store, requests, changes)
  const contestants = new Contestants(library, inference, endpoints, requests, network.gate)
  const contextMeter = new ContextMeter(store, library, conversations, inference, changes)
  const comparisons = new Comparisons(
    ...([store, contestants, engines.keptModels, changes, log] as const)
  )
  const promptSets = new PromptSets(store, contestants, changes, log)
  const promptPresets = new PromptPresets(store, changes)
  const datasets = new Datasets(store, changes, log)
  const gate = new EraseGate()
  const datasetImports = new DatasetImports(
    ...([store, engines, datasets, uploads, resourcesFolder, gate, log] as const)
  )
  const recordEdits = new RecordEdits(store, engines, datasets, gate, log)
  await recordEdits.recover()
  const alikeRecords = new AlikeRecords(store, engines, datasets)
  const own = new TrainingEngines(options.spawnEngine, fence, settings, devices, log)
  const trainingPlanner = new TrainingPlanner(
    ...([store, library, datasets, engines, own, folders.staging] as const)
  )
  const { answering } = engines
  const workQueue = new WorkQueue()
  const trainings = new Trainings(
    { store, library, engines, own, answering, folders, log },
    trainingPlanner,
    changes,
    workQueue,
    gate
  )
  const trainingExports = new TrainingExports(store, library, changes, folders.runs)
  const lineage = new LineageKeeper(store, datasets, engines)
  const flagSets = new FlagSets(store, datasets, changes)
  const flagFinder = new FlagFinder(store, datasets, library, alikeRecords)
  const canaries = new Canaries(store)
  const replays = new Replays(store, library, engines, flagSets, trainings, folders.runs)
  const keptReports = new KeptReports(store, changes, uploads, folders.reports)
  const evidences = new Evidences(
    {
      ...{ store, datasets, engines, own, answering, blockFiles, canaries, gate, version, log },
      models: new EvidenceModels(store, library, flagSets, replays),
      folder: folders.evidence
    },
    replays,
    changes,
    workQueue
  )
  const audits = new Audits(
    { store, library, engines, own, answering, resourcesFolder, changes, log },
    workQueue
  )
  const jobs = new WorkList(trainings, evidences, audits, workQueue)
  const balancedSets = new BalancedSets(audits, datasets, datasetImports, folders.staging)
  const nearestRecords = new NearestRecords(audits, flagFinder, flagSets)
  const erasures = new Erasures(
    {
      ...{ store, own, engines, blockFiles, uploads, flagSets, changes, gate, log },
      folders: { data: dataFolder, runs: folders.runs },
      databaseFile: join(dataFolder, databaseFileName)
    },
    (wanted) => trainings.find(wanted),
    () => datasetImports.running > 0,
    () => evidences.underWay()
  )
  settings.listen(() => {
    trainings.giveWay()
    evidences.giveWay()
    audits.giveWay()
  })
  const { pickFolder } = options
  const system = new SystemFacts({
    ...{ version, host, dataFolder, logFile, resourcesFolder, pickFolder, log }
  })
  const closing = new AbortController()
  const starterReady = registerStarter(
    ...([resourcesFolder, store, engines, library, log, closing.signal] as const)
  )
  // A single command leaves what was cut off to be asked for: it would end before.
  if (host !== 'cli') {
    const cutOff = [trainings, evidences, audits]
    void erasures.resumeInterrupted().finally(() => {
      void workQueue.fill(() => Promise.allSettled(cutOff.map((it) => it.resumeInterrupted())))
    })
  }
  datasets.eraseLeftovers(Date.now() - restorableMs)
  log.info({ version, host, fence }, 'opened')

  let closed: Promise<void> | null = null
  const close = async (): Promise<void> => {
    closing.abort()
    await Promise.all([
      answers.close(),
      comparisons.close(),
      promptSets.close(),
      imports.close(),
      datasetImports.close(),
      recordEdits.close(),
      trainings.close(),
      evidences.close(),
      audits.close(),
      erasures.close(),
      devices.close(),
      starterReady
    ])
    await datasets.close()
    network.gate.shut()
    await engines.close()
    await store.close()
    ownership.release()
    log.info('closed')
  }
  return {
    context: {
      ...{ library, imports, conversations, answers, comparisons, promptSets, inference, devices },
      ...{ network, endpoints, settings, system, changes, log, contextMeter, weightChoices },
      ...{ trainings, trainingPlanner, trainingExports, lineage, flagSets, flagFinder, replays },
      ...{ promptPresets, datasets, datasetImports, recordEdits, alikeRecords, canaries },
      ...{ evidences, keptReports, audits, jobs, balancedSets, nearestRecords, erasures }
    },
    uploads,
    starterReady,
    close: () => (closed ??= close())
  }
}
