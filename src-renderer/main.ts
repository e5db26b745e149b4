// Starts the window: opens the line, asks for what it shows, and draws.
import { mount } from 'svelte'
import './app.css'
import App from './App.svelte'
import { language } from './messages/current.svelte'
import { connect, connection } from './rpc/client'
import { audits } from './state/audits.svelte'
import { comparisons } from './state/comparisons.svelte'
import { conversations } from './state/conversations.svelte'
import { datasets } from './state/datasets.svelte'
import { evidence } from './state/evidence.svelte'
import { flagSets } from './state/flagSets.svelte'
import { jobs } from './state/jobs.svelte'
import { keptOut } from './state/keptOut.svelte'
import { models } from './state/models.svelte'
import { network } from './state/network.svelte'
import { startNews } from './state/news.svelte'
import { promptPresets } from './state/promptPresets.svelte'
import { promptSets } from './state/promptSets.svelte'
import { reports } from './state/reports.svelte'
import { settings } from './state/settings.svelte'
import { runs } from './state/runs.svelte'
import { system } from './state/system.svelte'

const target = document.getElementById('app')
if (!target) throw new Error('The page has no place for the window.')

document.documentElement.lang = language.code
settings.start()
models.start()
datasets.start()
conversations.start()
comparisons.start()
promptPresets.start()
promptSets.start()
runs.start()
jobs.start()
flagSets.start()
keptOut.start()
evidence.start()
audits.start()
reports.start()
network.start()
startNews()
connection.watch((state) => state === 'open' && void system.load())
connect()

// The first drawing waits for the settings, so that it does not change language or theme at once;
// after a moment it comes anyway, and says what is going on.
const longestWait = new Promise((done) => setTimeout(done, 1_500))
await Promise.race([Promise.all([settings.load(), models.load()]), longestWait])
mount(App, { target })
