// English: the reference for every other language's keys.
import { bias } from './bias'
import { biasResult } from './biasResult'
import { biasSuites } from './biasSuites'
import { chat } from './chat'
import { compare } from './compare'
import { data } from './data'
import { erase } from './erase'
import { evidence } from './evidence'
import { flagging } from './flagging'
import { forget } from './forget'
import { jobs } from './jobs'
import { models } from './models'
import { network } from './network'
import { reports } from './reports'
import { settings } from './settings'
import { shell } from './shell'
import { training } from './training'

export const en = {
  shell,
  bias,
  biasResult,
  biasSuites,
  chat,
  compare,
  data,
  erase,
  evidence,
  flagging,
  forget,
  jobs,
  models,
  network,
  reports,
  settings,
  training
}
