// The built Electron host from its first start to its end, on a stand-in for Electron: what it opens,
// what it answers, what it keeps, and that nothing of it stays behind.
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { samplingPresets } from '../../contract/chat'
import { takeOwnership } from '../../store/owner'
import { isRunning } from '../../testing/isRunning'
import type { Command } from '../../testing/runFakeElectron'
import { temporaryFolder } from '../../testing/temporaryFolder'

const root = resolve(import.meta.dirname, '../../..')
const entry = join(root, 'out/main/electron.js')
const runner = join(root, 'src-main/testing/runFakeElectron.ts')
const isBuilt = existsSync(entry)
if (!isBuilt) {
  process.stderr.write('SKIPPED: desktop.test.ts needs a build; run `npm run build` first.\n')
}
const startsWithinMs = 60_000

const stateSchema = z.object({
  schemes: z.array(z.object({ scheme: z.string(), privileges: z.record(z.string(), z.boolean()) })),
  switches: z.array(z.string()),
  opened: z.array(z.string()),
  dialogs: z.array(
    z.object({
      kind: z.string(),
      message: z.string(),
      detail: z.string(),
      buttons: z.array(z.string())
    })
  ),
  theme: z.string(),
  menu: z.array(z.string()),
  tray: z.object({ tip: z.string(), labels: z.array(z.string()) }).nullable(),
  engines: z.array(z.number()),
  window: z
    .object({
      options: z.record(z.string(), z.unknown()),
      isShown: z.boolean(),
      isHidden: z.boolean(),
      maximized: z.boolean(),
      opens: z.unknown(),
      sent: z.array(z.tuple([z.string(), z.unknown()])),
      reloads: z.number()
    })
    .optional()
})
const replySchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('started') }),
  z.object({ type: z.literal('errorBox'), message: z.string() }),
  z.object({ type: z.literal('done'), id: z.number(), value: z.unknown() }),
  z.object({ type: z.literal('failed'), id: z.number(), message: z.string() })
])

class App {
  readonly child: ChildProcess
  readonly errors: string[] = []
  printed = ''
  readonly exit: Promise<number | null>
  #next = 0

  constructor(args: string[], environment: Record<string, string> = {}) {
    this.child = fork(runner, [entry, root, ...args], {
      cwd: root,
      env: { ...process.env, INIT_CWD: '', ...environment },
      serialization: 'advanced',
      stdio: ['ignore', 'pipe', 'pipe', 'ipc']
    })
    const print = (text: Buffer): void => void (this.printed += text.toString())
    this.child.stdout?.on('data', print)
    this.child.stderr?.on('data', print)
    this.child.on('message', (raw) => {
      const reply = replySchema.parse(raw)
      if (reply.type === 'errorBox') this.errors.push(reply.message)
    })
    this.exit = once(this.child, 'exit').then(([status]) => status as number | null)
  }

  ask(command: Command): Promise<unknown> {
    const id = this.#next++
    return new Promise((done, fail) => {
      const take = (raw: unknown): void => {
        const reply = replySchema.parse(raw)
        if (!('id' in reply) || reply.id !== id) return
        this.child.off('message', take)
        if (reply.type === 'done') done(reply.value)
        else fail(new Error(reply.message))
      }
      this.child.on('message', take)
      this.child.send({ id, command })
    })
  }

  async state() {
    return stateSchema.parse(await this.ask({ do: 'state' }))
  }

  async call(path: string, input?: unknown): Promise<unknown> {
    return this.ask({ do: 'call', path: path.split('.'), input })
  }
}

const shown = async (app: App): Promise<boolean> => (await app.state()).window?.isShown ?? false

describe.skipIf(!isBuilt)('the desktop app', { timeout: 120_000 }, () => {
  let dataFolder: string
  let apps: App[]
  const start = (args: string[] = [], environment?: Record<string, string>): App => {
    const app = new App(['--data-dir', dataFolder, '--port', '0', ...args], environment)
    apps.push(app)
    return app
  }

  /** Once its window is shown, with a line to the page. */
  const open = async (args: string[] = [], environment?: Record<string, string>): Promise<App> => {
    const app = start(args, environment)
    await vi.waitUntil(() => shown(app), { timeout: startsWithinMs, interval: 100 })
    await app.ask({ do: 'loadPage' })
    return app
  }

  beforeEach(() => {
    dataFolder = join(temporaryFolder(), 'data')
    apps = []
  })
  afterEach(async () => {
    for (const { child } of apps) {
      if (child.exitCode !== null || child.signalCode !== null) continue
      child.kill('SIGKILL')
      await once(child, 'exit')
    }
  })

  it('opens one closed-in window on a new folder and answers its page', async () => {
    const app = await open()
    const { window, schemes, switches, menu, dialogs, theme } = await app.state()
    expect(dialogs).toEqual([])
    expect(schemes).toEqual([
      {
        scheme: 'lethe',
        privileges: { standard: true, secure: true, supportFetchAPI: true }
      }
    ])
    expect(switches).toEqual(expect.arrayContaining(['sandbox', 'disable-background-networking']))
    expect(window?.options).toMatchObject({
      ...{ width: 1280, height: 800, show: false },
      webPreferences: {
        ...{ contextIsolation: true, sandbox: true, nodeIntegration: false, webviewTag: false },
        preload: join(root, 'out/preload/preload.cjs')
      }
    })
    expect(window?.opens).toEqual({ action: 'deny' })
    expect(theme).toBe('system')
    expect(menu).toEqual(expect.arrayContaining(['File', 'Show the data folder']))
    expect(statSync(join(dataFolder, 'window')).mode & 0o777).toBe(0o700)

    expect(await app.call('system.info')).toMatchObject({ host: 'electron', canPickFolder: true })
    expect(await app.ask({ do: 'get', url: 'lethe://app/' })).toMatchObject({ status: 200 })
    expect(await app.ask({ do: 'get', url: 'lethe://app/..%2fmain/store.js' })).toMatchObject({
      status: 404
    })
    // The starter model answers, in an engine behind Electron's interface.
    const request = { model: 'Starter', prompt: { type: 'text', text: 'Hello', raw: false } }
    const events = await app.call('inference.generate', {
      ...request,
      sampling: { ...samplingPresets.exact, maxTokens: 4, seed: 1 },
      logprobs: 0,
      device: 'cpu'
    })
    expect(events).toEqual(expect.arrayContaining([expect.objectContaining({ type: 'done' })]))
    const { engines } = await app.state()
    expect(engines.length).toBeGreaterThan(0)

    await app.ask({ do: 'quit' }).catch(() => {})
    expect(await app.exit, app.printed).toBe(0)
    for (const pid of engines) await expect.poll(() => isRunning(pid)).toBe(false)
    expect(existsSync(join(dataFolder, 'owner.json'))).toBe(false)
    const ownership = takeOwnership(dataFolder)
    expect(ownership).not.toBe(null)
    ownership?.release()
  })

  it('keeps where the window stood, and its theme', async () => {
    const first = await open()
    await first.call('settings.update', { theme: 'dark' })
    await expect.poll(async () => (await first.state()).theme).toBe('dark')
    await first.ask({ do: 'move', bounds: { x: 50, y: 60, width: 900, height: 700 } })
    await first.ask({ do: 'quit' }).catch(() => {}) // before it rests
    expect(await first.exit).toBe(0)

    const second = await open()
    const { window, theme } = await second.state()
    expect(window?.options).toMatchObject({ x: 50, y: 60, width: 900, height: 700 })
    expect(theme).toBe('dark')
  })

  it('has the page in its menu, and hears nobody else', async () => {
    const app = await open([join(dataFolder, 'tiny')], { FAKE_LOCALE: 'pt-BR' })
    expect((await app.state()).menu).toContain('Arquivo') // until the page says
    const none = { file: [], settings: [], view: [], theme: [], languages: [], go: [], help: [] }
    const palette = { id: 'palette', label: 'Search', keys: 'Ctrl+K', isChosen: null }
    const menu = { language: 'en', sections: { ...none, view: [palette] } }
    await app.ask({ do: 'menu', menu, from: 'https://example.com/' })
    expect((await app.state()).menu).not.toContain('Search')
    await app.ask({ do: 'menu', menu })
    expect((await app.state()).menu).toEqual(expect.arrayContaining(['File', 'Search', 'Paste']))
    await app.ask({ do: 'click', id: 'palette' })
    await app.ask({
      do: 'emit',
      on: 'app',
      event: 'second-instance',
      args: [[], '', { modelPath: '/x' }]
    })
    expect((await app.state()).window?.sent).toEqual([
      ['lethe:pageRequest', { type: 'addModel', path: join(dataFolder, 'tiny') }],
      ['lethe:pageRequest', { type: 'run', id: 'palette' }],
      ['lethe:pageRequest', { type: 'addModel', path: '/x' }]
    ])
    await app.ask({ do: 'click', id: 'Show the data folder' })
    expect((await app.state()).opened).toEqual([dataFolder])

    await app.ask({ do: 'choose', path: '/models' })
    expect(await app.call('system.pickFolder')).toEqual({ path: '/models' })
    await app.ask({ do: 'choose', path: null })
    expect(await app.call('system.pickFolder')).toEqual({ path: null })
  })

  it('says that the page is gone, and loads it again', async () => {
    const app = await open()
    const gone = { reason: 'crashed', exitCode: 11 }
    await app.ask({ do: 'emit', on: 'page', event: 'render-process-gone', args: [gone] })
    const { dialogs } = await app.state()
    expect(dialogs).toMatchObject([
      { message: 'The window stopped working', buttons: ['Reload the window', 'Quit'] }
    ])
    await app.ask({ do: 'answer', response: 0 })
    await expect.poll(async () => (await app.state()).window?.reloads).toBe(1)
    await app.ask({ do: 'emit', on: 'window', event: 'unresponsive' })
    expect((await app.state()).dialogs.at(-1)).toMatchObject({
      buttons: ['Wait', 'Reload the window']
    })
    await app.ask({ do: 'emit', on: 'window', event: 'responsive' }) // takes its question back
    await app.ask({ do: 'emit', on: 'window', event: 'unresponsive' })
    await app.ask({ do: 'answer', response: 1 })
    await expect.poll(async () => (await app.state()).window?.reloads).toBe(2)
    expect(readFileSync(join(dataFolder, 'logs/lethe.log'), 'utf8')).toContain('the page ended')
  })

  it('ends with its window, and asks while a prompt set is being worked through', async () => {
    const app = await open()
    const text = Array.from({ length: 500 }, (_, at) => `Tell me a story of ${at} rivers.`).join(
      '\n'
    )
    const run = z.object({ id: z.string() }).parse(
      await app.call('promptSets.start', {
        ...{ name: 'Rivers', text, format: 'lines', models: ['Starter'] },
        sampling: { ...samplingPresets.exact, maxTokens: 200, seed: 1 }
      })
    )
    await app.ask({ do: 'emit', on: 'window', event: 'close' })
    const { dialogs } = await app.state()
    expect(dialogs).toMatchObject([{ buttons: ['Keep working', 'Quit anyway'] }])
    expect(dialogs[0]?.detail).toMatch(/^A prompt set is being worked through: it can go on later/)
    await app.ask({ do: 'answer', response: 0 })
    expect((await app.state()).window?.isHidden).toBe(false)
    expect(await app.call('promptSets.get', { id: run.id })).toMatchObject({ status: 'running' })

    await app.ask({ do: 'quit' })
    expect((await app.state()).dialogs).toHaveLength(2)
    await app.ask({ do: 'answer', response: 1 })
    expect(await app.exit, app.printed).toBe(0)
    const again = await open()
    expect(await again.call('promptSets.get', { id: run.id })).toMatchObject({ status: 'paused' })
  })

  it('shows the training beside the clock, pauses it there, and has nothing there after', async () => {
    const app = await open()
    expect((await app.state()).tray).toBeNull()
    await app.call('datasets.import', {
      ...{ source: { type: 'example', name: 'residents' }, rejected: 'stop' }
    })
    const ask = { model: 'Starter', dataset: 'residents', preset: 'style' }
    const settings = z.looseObject({}).parse(await app.call('training.suggest', ask))
    const run = z.object({ id: z.string(), name: z.string() }).parse(
      await app.call('training.start', {
        ...{ model: 'Starter', dataset: 'residents', settings: { ...settings, epochs: 1000 } }
      })
    )
    const labels = async (): Promise<string[]> => (await app.state()).tray?.labels ?? []
    await expect.poll(labels, { timeout: 60_000 }).toContainEqual(expect.stringMatching(/^Step /))
    expect((await labels())[0]).toBe(run.name)
    await app.ask({ do: 'click', id: 'pause' })
    await expect.poll(labels, { timeout: 60_000 }).toContain('Resume')
    expect(await app.call('training.get', { run: run.id })).toMatchObject({ status: 'paused' })
    await app.ask({ do: 'click', id: 'open' })
    expect((await app.state()).window?.sent).toEqual([]) // the page has not told its menu yet
    await app.ask({ do: 'click', id: 'resume' })
    await expect.poll(labels, { timeout: 60_000 }).toContain('Pause')
    await app.call('training.cancel', { id: run.id, keep: false })
    await expect.poll(async () => (await app.state()).tray, { timeout: 60_000 }).toBeNull()
  })

  it('leaves no engine behind when it is killed, and opens again', async () => {
    const app = await open()
    await app.call('inference.tokenize', { model: 'Starter', text: 'Hello' })
    const { engines } = await app.state()
    expect(engines.length).toBeGreaterThan(0)
    app.child.kill('SIGKILL')
    await app.exit
    for (const pid of engines) {
      await expect.poll(() => isRunning(pid), { timeout: 15_000 }).toBe(false)
    }
    await open()
  })

  it('is one more window where somebody else owns the folder', async () => {
    await open()
    const second = start()
    await expect.poll(() => shown(second), { timeout: startsWithinMs }).toBe(true)
    const { window } = await second.state()
    expect(window?.options).toMatchObject({ webPreferences: { sandbox: true } })
    expect(Object.keys(window?.options['webPreferences'] ?? {})).not.toContain('preload')
    await second.ask({ do: 'quit' }).catch(() => {})
    expect(await second.exit).toBe(0)
  })

  it('takes its included model from beside the archive once it is packaged', async () => {
    const resources = temporaryFolder()
    cpSync(join(root, 'resources/starter'), join(resources, 'lethe/starter'), { recursive: true })
    // A packaged app is started without its own folder among the arguments.
    const app = await open([], { FAKE_RESOURCES: resources })
    const { models } = z
      .object({ models: z.array(z.object({ path: z.string() })) })
      .parse(await app.call('models.list', {}))
    expect(models.map(({ path }) => path)).toEqual([join(resources, 'lethe/starter')])
    expect((await app.state()).menu).not.toContain('Developer tools')
    expect((await app.state()).window?.sent).toEqual([])
  })

  it('gives way to the first one of the same folder', async () => {
    const second = start([], { FAKE_SECOND: '1' })
    expect(await second.exit).toBe(0)
    expect(existsSync(join(dataFolder, 'owner.sqlite'))).toBe(false)
  })

  it('waits for a command that holds the folder, says so, and can be told not to', async () => {
    const ownership = takeOwnership(dataFolder)
    const app = start()
    await expect
      .poll(async () => (await app.state()).dialogs, { timeout: startsWithinMs })
      .toMatchObject([{ buttons: ['Do not wait'] }])
    await app.ask({ do: 'answer', response: 0 }).catch(() => {})
    expect(await app.exit).toBe(0)

    const patient = start()
    await expect
      .poll(async () => (await patient.state()).dialogs, { timeout: startsWithinMs })
      .toHaveLength(1)
    ownership?.release()
    await expect.poll(() => shown(patient), { timeout: startsWithinMs }).toBe(true)
  })

  it.each([
    [
      'en-US',
      '--port',
      'x',
      /^The option --port cannot be used like this: .*65,?535.*\.\n\nCorrect it/
    ],
    ['pt-BR', '--port', 'x', /^A opção --port não pode servir assim: .*\n\nCorrija/],
    ['en-US', '--data-dir', '/dev/null/x', /^Lethe may not write in \/dev\/null\/x\.\n\nGive/]
  ])('says in a dialog why it cannot start (%s, %s)', async (locale, option, value, message) => {
    const app = start([option, value], { FAKE_LOCALE: locale })
    expect(await app.exit).toBe(1)
    expect(app.errors).toHaveLength(1)
    expect(app.errors[0]).toMatch(message)
  })
})
