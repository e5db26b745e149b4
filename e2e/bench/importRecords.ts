// A million records imported into a running host while another client works beside it, then searched:
// rows a second, memory of the host and its engine, the other client's latencies, those of searches.
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import type { ContractRouterClient } from '@orpc/contract'
import { WebSocket } from 'ws'
import type { RecordChangeEvent } from '../../src-main/contract/datasets.ts'
import type { contract } from '../../src-main/contract/index.ts'
import { recordFile, wordOf } from './recordFile.ts'

type Client = ContractRouterClient<typeof contract>

const program = resolve(import.meta.dirname, '../../out/main/lethe.js')
const flags = ['--max-semi-space-size=2'] // as npm start and npm run lethe
const rowsOfPart: Record<string, number> = { full: 1_000_000, small: 100_000 }
const searches = 60

export async function importRecords(
  cache: string,
  say: (line: string) => void,
  part = 'full'
): Promise<object> {
  const rows = rowsOfPart[part]!
  say(`Writing ${rows} records (once)…`)
  const path = await recordFile(cache, rows)
  const dataFolder = mkdtempSync(join(tmpdir(), 'lethe-bench-'))
  const host = await startHost(dataFolder)
  const memory = watchMemory(host.process.pid!)
  try {
    const client = await connected(host)
    const others = workBeside(await connected(host))
    const before = Math.round(memory.now())
    const start = performance.now()
    let id = ''
    const source = { type: 'path', path } as const
    for await (const event of await client.datasets.import({ source, rejected: 'stop' })) {
      if (event.type === 'done') id = event.dataset.id
      else say(`${event.records} records, ${Math.round(memory.now())} MiB`)
    }
    const seconds = (performance.now() - start) / 1000
    const beside = await others.end()
    const imported = {
      ...{ rows, fileMiB: mebibytes(statSync(path).size), seconds: round(seconds) },
      rowsPerSecond: Math.round(rows / seconds),
      anonymousMiB: { before, ...memory.peak() },
      databaseMiB: mebibytes(statSync(join(dataFolder, 'lethe.sqlite')).size),
      otherClientMs: beside
    }
    say(JSON.stringify(imported))
    const found = await searched(client, id, say)
    const changed = await changedAll(client, await connected(host), id)
    say(JSON.stringify(changed))
    return { bench: 'import', imported, ...found, changed }
  } finally {
    memory.end()
    const ended = new Promise((done) => host.process.once('exit', done))
    host.process.kill('SIGINT')
    await ended
    rmSync(dataFolder, { recursive: true, force: true })
  }
}

async function searched(client: Client, dataset: string, say: (line: string) => void) {
  const few: number[] = []
  const many: number[] = []
  const timed = async (work: () => Promise<unknown>): Promise<number> => {
    const start = performance.now()
    await work()
    return performance.now() - start
  }
  // From very frequent words to rare ones, alone and in pairs.
  for (let at = 0; at < searches; at++) {
    const rank = Math.floor(40_000 ** (at / searches))
    const query = at % 3 === 2 ? `${wordOf(rank)} ${wordOf(rank + 7)}` : wordOf(rank)
    let exact = true
    const ms = await timed(async () => {
      const found = await client.datasets.search({ dataset, query, limit: 50 })
      exact = found.exact
    })
    ;(exact ? few : many).push(ms)
  }
  const page = { dataset, limit: 100 }
  const { text } = await client.datasets.record({ dataset, ordinal: 1 })
  const middle = 400_000
  const views = {
    firstPage: await timed(() => client.datasets.rows(page)),
    farPage: await timed(() => client.datasets.rows({ ...page, skip: middle })),
    byLength: await timed(() => client.datasets.rows({ ...page, sort: { by: 'length' } })),
    farBySubject: await timed(() =>
      client.datasets.rows({ ...page, sort: { by: 'subject' }, skip: middle })
    ),
    personalData: await timed(() => client.datasets.rows({ ...page, filter: { pii: 'email' } })),
    countOfLanguage: await timed(() =>
      client.datasets.count({ dataset, filter: { language: 'en' } })
    ),
    statistics: await timed(() => client.datasets.statistics({ dataset })),
    list: await timed(() => client.datasets.list({})),
    alikeToAText: await timed(() =>
      client.datasets.findAlike({ to: { texts: [text] }, within: dataset })
    )
  }
  const figures = {
    searchMs: { below20000: summary(few), estimated: summary(many) },
    viewMs: Object.fromEntries(Object.entries(views).map(([name, ms]) => [name, round(ms)]))
  }
  say(JSON.stringify(figures))
  return figures
}

/** All records tagged, taken back by undo, and split, while another client works beside it. */
async function changedAll({ datasets }: Client, other: Client, dataset: string) {
  const others = workBeside(other)
  const timed = async (events: Promise<AsyncIterable<RecordChangeEvent>>) => {
    const start = performance.now()
    let version = 0
    for await (const event of await events) {
      if (event.type === 'done') version = event.change?.version ?? 0
    }
    return { version, seconds: round((performance.now() - start) / 1000) }
  }
  const ask = { dataset, selection: { filter: {} }, tag: 'all', set: true }
  const tagged = await timed(datasets.tag(ask))
  const undone = await timed(datasets.undo({ dataset, version: tagged.version }))
  const shares = { train: 0.8, validation: 0.1, test: 0.1 }
  const split = await timed(datasets.assignSplits({ dataset, shares }))
  const seconds = { tagged: tagged.seconds, undone: undone.seconds, split: split.seconds }
  return { seconds, otherClientMs: await others.end() }
}

/** Another client: a read and a write in turn, as fast as a person's window asks. */
function workBeside(client: Client) {
  const reads: number[] = []
  const writes: number[] = []
  let running = true
  const work = (async () => {
    while (running) {
      const start = performance.now()
      await client.datasets.list({})
      reads.push(performance.now() - start)
      const between = performance.now()
      const { id } = await client.promptPresets.add({
        ...{ kind: 'message', name: 'Beside', text: 'Written during an import.' }
      })
      await client.promptPresets.remove({ id })
      writes.push((performance.now() - between) / 2)
      await new Promise((done) => setTimeout(done, 20))
    }
  })()
  return {
    async end() {
      running = false
      await work
      return { read: summary(reads), write: summary(writes) }
    }
  }
}

function summary(ms: number[]) {
  const sorted = ms.toSorted((a, b) => a - b)
  const at = (share: number) => round(sorted[Math.ceil(share * sorted.length) - 1] ?? 0)
  return { count: ms.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) }
}

interface Host {
  process: ChildProcess
  url: string
  token: string
}

async function startHost(dataFolder: string): Promise<Host> {
  const args = ['serve', '--port', '0', '--no-open', '--json', '--data-dir', dataFolder]
  const child = spawn(process.execPath, [...flags, program, ...args], {
    stdio: ['ignore', 'pipe', 'inherit']
  })
  const line = await new Promise<string>((done, fail) => {
    child.stdout.once('data', (data: Buffer) => done(data.toString()))
    child.once('exit', (code) => fail(new Error(`the host ended with ${code}`)))
  })
  const { url, token } = JSON.parse(line) as { url: string; token: string }
  return { process: child, url, token }
}

async function connected({ url, token }: Host): Promise<Client> {
  const socket = new WebSocket(`${new URL(url).origin.replace(/^http/, 'ws')}/rpc`, {
    ...{ headers: { authorization: `Bearer ${token}` }, perMessageDeflate: false }
  })
  await new Promise((done, fail) => {
    socket.once('open', done)
    socket.once('error', fail)
  })
  return createORPCClient(new RPCLink({ websocket: socket }))
}

/** Anonymous memory of a process and its children, in MiB. */
function watchMemory(pid: number) {
  const peak = { host: 0, engines: 0, together: 0 }
  const now = (): number => {
    const host = anonymousMiB(pid)
    const engines = childrenOf(pid).reduce((total, it) => total + anonymousMiB(it), 0)
    peak.host = Math.max(peak.host, Math.round(host))
    peak.engines = Math.max(peak.engines, Math.round(engines))
    peak.together = Math.max(peak.together, Math.round(host + engines))
    return host + engines
  }
  const watch = setInterval(now, 100)
  return { now, peak: () => ({ ...peak }), end: () => clearInterval(watch) }
}

function childrenOf(pid: number): number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8')
        .split(' ')
        .filter(Boolean)
        .map(Number)
    )
  } catch {
    return []
  }
}

function anonymousMiB(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return Number(/RssAnon:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

const round = (value: number): number => Number(value.toFixed(1))
const mebibytes = (bytes: number): number => Math.round(bytes / 2 ** 20)
