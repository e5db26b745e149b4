// What the page and the main process say to each other outside the procedures. Whatever comes in is
// looked at twice: who sends it, and what it is.
import type { IpcMain, IpcMainEvent, MessagePortMain, WebContents } from 'electron'
import { pageMenuSchema, type PageMenu, type PageRequest } from '../../contract/desktop'
import { menuChannel, pageRequestChannel, portChannel, requestPortChannel } from './channels'
import { isOwnFrame } from './navigationPolicy'

export interface PageLineOptions {
  ipcMain: Pick<IpcMain, 'on'>
  pageOrigin: string
  createChannel(): { port1: MessagePortMain; port2: MessagePortMain }
  /** The main process's end of a line to the router. */
  onPort(port: MessagePortMain): void
  onMenu(menu: PageMenu): void
  onRefused(channel: string, reason: string): void
}

export class PageLine {
  #page: WebContents | null = null
  #waiting: PageRequest[] = []

  constructor(private readonly options: PageLineOptions) {
    // Each load of the page gets a line of its own.
    this.#listen(requestPortChannel, (event) => {
      const { port1, port2 } = options.createChannel()
      options.onPort(port1)
      port1.start()
      event.sender.postMessage(portChannel, null, [port2])
    })
    this.#listen(menuChannel, (event, raw) => {
      const menu = pageMenuSchema.safeParse(raw)
      if (!menu.success) return options.onRefused(menuChannel, 'malformed')
      options.onMenu(menu.data)
      // A page that has told its menu hears what is asked of it.
      this.#page = event.sender
      for (const request of this.#waiting.splice(0)) this.ask(request)
    })
  }

  /** Asks the page now, or as soon as there is one that hears. */
  ask(request: PageRequest): void {
    const page = this.#page
    if (page && !page.isDestroyed() && !page.isCrashed()) page.send(pageRequestChannel, request)
    else this.#waiting.push(request)
  }

  /** The page is being loaded again. */
  forget(): void {
    this.#page = null
  }

  #listen(channel: string, take: (event: IpcMainEvent, raw: unknown) => void): void {
    this.options.ipcMain.on(channel, (event: IpcMainEvent, raw: unknown) => {
      if (isOwnFrame(event.senderFrame, this.options.pageOrigin)) take(event, raw)
      else this.options.onRefused(channel, 'another frame')
    })
  }
}
