// Brazilian Portuguese; its keys are held to English's by the type.
import type { Dictionary } from '../dictionary'
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

export const ptBR: Dictionary = {
  ...{ shell, chat, compare, data, erase, evidence, flagging, forget, models, network, reports },
  ...{ jobs, settings, training }
}
