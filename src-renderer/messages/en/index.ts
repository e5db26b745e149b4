// English: the reference for every other language's keys.
import { chat } from './chat'
import { models } from './models'
import { settings } from './settings'
import { shell } from './shell'

export const en = { shell, chat, models, settings }
