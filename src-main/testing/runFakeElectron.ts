// Runs the built Electron host on fakeElectron.ts and does in it what a test asks for over the IPC
// channel: node runFakeElectron.ts out/main/electron.js [arguments of the app]
import { registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { MessagePort } from 'node:worker_threads'

const fakeUrl = new URL('./fakeElectron.ts', import.meta.url).href
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: fakeUrl, shortCircuit: true } : next(specifier, context)
})
const fake = await import('./fakeElectron.ts')
const { app, ipcMain, nativeTheme, seen } = fake

const [, , entry = '', ...args] = process.argv
// As Electron has them: the app's folder first, where it is not packaged.
process.argv.splice(1, Infinity, ...(app.isPackaged ? args.slice(1) : args))

export type Command =
  | { do: 'state' }
  | { do: 'loadPage'; from?: string }
  | { do: 'call'; path: string[]; input?: unknown }
  | { do: 'menu'; menu: unknown; from?: string }
  | { do: 'click'; id: string }
  | { do: 'get'; url: string }
  | { do: 'emit'; on: 'app' | 'window' | 'page'; event: string; args?: unknown[] }
  | { do: 'move'; bounds: { x: number; y: number; width: number; height: number } }
  | { do: 'answer'; response: number }
  | { do: 'choose'; path: string | null }
  | { do: 'quit' }

let client: unknown = null

const eventOf = (from = 'lethe://app/') => ({
  senderFrame: { url: from, parent: null },
  sender: seen.windows[0]?.webContents
})

async function run(command: Command): Promise<unknown> {
  const [window] = seen.windows
  switch (command.do) {
    case 'state':
      return {
        ...{ schemes: seen.schemes, switches: seen.switches, opened: seen.opened },
        dialogs: seen.dialogs.map(({ kind, message, detail, buttons }) => ({
          ...{ kind, message, detail, buttons }
        })),
        theme: nativeTheme.themeSource,
        menu: labelsOf(seen.menu),
        tray: seen.tray && { tip: seen.tray.tip, labels: labelsOf(seen.tray.menu) },
        engines: seen.forks.flatMap(({ pid, exitCode, signalCode }) =>
          pid !== undefined && exitCode === null && signalCode === null ? [pid] : []
        ),
        window: window && {
          options: window.options,
          ...{ isShown: window.isShown, isHidden: window.isHidden, maximized: window.maximized },
          opens: window.webContents.openHandler?.(),
          sent: window.webContents.sent,
          reloads: window.webContents.reloads
        }
      }
    case 'loadPage': {
      ipcMain.emit('lethe:requestPort', eventOf(command.from))
      const port = window?.webContents.port as MessagePort | null
      if (!port) return 'no port'
      client = createORPCClient(new RPCLink({ port: port }))
      port.start()
      return 'a port'
    }
    case 'call': {
      let step = client as Record<string, unknown>
      for (const name of command.path.slice(0, -1)) step = step[name] as Record<string, unknown>
      const call = step[command.path.at(-1) ?? ''] as (input: unknown) => Promise<unknown>
      const result = await call(command.input)
      if (typeof result !== 'object' || result === null || !(Symbol.asyncIterator in result)) {
        return result
      }
      const events: unknown[] = []
      for await (const event of result as AsyncIterable<unknown>) events.push(event)
      return events
    }
    case 'menu':
      ipcMain.emit('lethe:menu', eventOf(command.from), command.menu)
      return null
    case 'click':
      ;[...itemsOf(seen.menu), ...itemsOf(seen.tray?.menu ?? [])]
        .find(({ id, label }) => id === command.id || label === command.id)
        ?.click?.(null, undefined, {})
      return null
    case 'get': {
      const answer = seen.pageHandler?.(new Request(command.url))
      return { status: answer?.status, text: await answer?.text() }
    }
    case 'emit': {
      const target = { app, window, page: window?.webContents }[command.on]
      target?.emit(command.event, { preventDefault: () => {} }, ...(command.args ?? []))
      return null
    }
    case 'move':
      if (window) window.bounds = command.bounds
      window?.emit('move')
      return null
    case 'answer':
      seen.dialogs.at(-1)?.answer(command.response)
      return null
    case 'choose':
      seen.chosenFolder = command.path
      return null
    case 'quit':
      app.quit()
      return null
  }
}

interface Item {
  id?: string
  label?: string
  type?: string
  submenu?: Item[]
  click?: (item: null, window: undefined, event: object) => void
}
const itemsOf = (menu: unknown[]): Item[] =>
  (menu as Item[]).flatMap((item) => [item, ...itemsOf(item.submenu ?? [])])
const labelsOf = (menu: unknown[]): string[] => itemsOf(menu).flatMap(({ label }) => label ?? [])

process.on('message', ({ id, command }: { id: number; command: Command }) => {
  run(command).then(
    (value) => process.send?.({ type: 'done', id, value }),
    (error: unknown) => process.send?.({ type: 'failed', id, message: String(error) })
  )
})
// The test is gone: so is the app, as if it had been killed.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))

await import(pathToFileURL(entry).href)
process.send?.({ type: 'started' })
