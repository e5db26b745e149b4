import { EventEmitter } from 'node:events'
import type { MessagePortMain } from 'electron'
import { beforeEach, expect, it } from 'vitest'
import type { PageMenu } from '../../contract/desktop'
import { menuChannel, pageRequestChannel, portChannel, requestPortChannel } from './channels'
import { PageLine } from './pageLine'

const sections = { file: [], settings: [], view: [], theme: [], languages: [], go: [], help: [] }
const menu: PageMenu = { language: 'pt-BR', sections }
const own = { url: 'lethe://app/#/chat', parent: null }

let ipc: EventEmitter
let sent: [channel: string, message: unknown][]
let ports: string[]
let menus: PageMenu[]
let refused: string[]
let line: PageLine
let page: ReturnType<typeof makePage>

function makePage() {
  return {
    destroyed: false,
    crashed: false,
    isDestroyed() {
      return this.destroyed
    },
    isCrashed() {
      return this.crashed
    },
    send: (channel: string, message: unknown) => void sent.push([channel, message]),
    postMessage: (channel: string, _message: unknown, [port]: unknown[]) =>
      void sent.push([channel, port])
  }
}

beforeEach(() => {
  ipc = new EventEmitter()
  sent = []
  ports = []
  menus = []
  refused = []
  page = makePage()
  let made = 0
  const port = (name: string) =>
    ({ name, start: () => void ports.push(`${name} started`) }) as unknown as MessagePortMain
  line = new PageLine({
    ipcMain: ipc as never,
    pageOrigin: 'lethe://app',
    createChannel: () => ({ port1: port(`main ${++made}`), port2: port(`page ${made}`) }),
    onPort: (it) => void ports.push(`${(it as unknown as { name: string }).name} answered`),
    onMenu: (it) => void menus.push(it),
    onRefused: (channel, reason) => void refused.push(`${channel}: ${reason}`)
  })
})

const say = (channel: string, message?: unknown, senderFrame: object | null = own): void =>
  void ipc.emit(channel, { senderFrame, sender: page }, message)

it('gives each load of the page a line of its own', () => {
  say(requestPortChannel)
  say(requestPortChannel)
  expect(ports).toEqual(['main 1 answered', 'main 1 started', 'main 2 answered', 'main 2 started'])
  expect(sent).toMatchObject([
    [portChannel, { name: 'page 1' }],
    [portChannel, { name: 'page 2' }]
  ])
})

it('hears nobody but the main frame of the own page', () => {
  const others = [
    { url: 'https://example.com/', parent: null },
    { url: 'lethe://app/', parent: {} },
    { url: 'about:blank', parent: null },
    null
  ]
  for (const frame of others) {
    say(requestPortChannel, undefined, frame)
    say(menuChannel, menu, frame)
  }
  expect({ sent, ports, menus }).toEqual({ sent: [], ports: [], menus: [] })
  expect(refused).toHaveLength(8)
})

it.each([
  undefined,
  'menu',
  {},
  { ...menu, language: 'fr' },
  {
    ...menu,
    sections: { ...sections, file: [{ id: 'x', label: '', keys: null, isChosen: null }] }
  },
  { ...menu, sections: { ...sections, go: Array.from({ length: 51 }, () => ({})) } },
  { ...menu, sections: { file: [] } }
])('takes no menu that is none: %o', (raw) => {
  say(menuChannel, raw)
  expect(menus).toEqual([])
  expect(refused).toEqual([`${menuChannel}: malformed`])
})

it('asks the page, and keeps what is asked before there is one', () => {
  line.ask({ type: 'addModel', path: '/models/tiny' })
  expect(sent).toEqual([])
  say(menuChannel, menu)
  expect(menus).toEqual([menu])
  line.ask({ type: 'run', id: 'palette' })
  expect(sent).toEqual([
    [pageRequestChannel, { type: 'addModel', path: '/models/tiny' }],
    [pageRequestChannel, { type: 'run', id: 'palette' }]
  ])
  say(menuChannel, menu) // again, in another language: nothing is asked twice
  expect(sent).toHaveLength(2)
})

it('waits for the next page when this one crashed, is gone or is loaded again', () => {
  say(menuChannel, menu)
  page.crashed = true
  line.ask({ type: 'run', id: 'one' })
  page = makePage()
  say(menuChannel, menu)
  expect(sent).toEqual([[pageRequestChannel, { type: 'run', id: 'one' }]])
  line.forget()
  line.ask({ type: 'run', id: 'two' })
  expect(sent).toHaveLength(1)
  say(menuChannel, menu)
  page.destroyed = true
  line.ask({ type: 'run', id: 'three' })
  expect(sent.at(-1)).toEqual([pageRequestChannel, { type: 'run', id: 'two' }])
})
