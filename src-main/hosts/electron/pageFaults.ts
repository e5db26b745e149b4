// What goes wrong with the page of a window, told in plain words, with the way on.
import type { BrowserWindow, MessageBoxOptions } from 'electron'
import type { Log } from '../../base/log'
import type { Words } from './words'

export interface PageFaultOptions {
  words(): Words
  /** @returns which button */
  ask(window: BrowserWindow, options: MessageBoxOptions): Promise<number>
  log(): Log | undefined
  isClosing(): boolean
  quit(): void
  onUnloadable(): void
}

/** net::ERR_ABORTED: another load took its place. */
const replacedLoad = -3

export function watchPage(window: BrowserWindow, options: PageFaultOptions): void {
  const { webContents } = window
  webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit' || options.isClosing()) return
    options.log()?.error({ reason, exitCode }, 'the page ended')
    const { gone, reload, quit } = options.words()
    const asked = { message: gone.title, detail: gone.detail(reason), buttons: [reload, quit] }
    void options
      .ask(window, asked)
      .then((chosen) => (chosen === 0 ? webContents.reload() : options.quit()))
  })

  webContents.on('did-fail-load', (_event, code, description, _url, isMainFrame) => {
    if (!isMainFrame || code === replacedLoad) return
    options.log()?.error({ code, description }, 'the page could not be loaded')
    options.onUnloadable()
  })

  let asking: AbortController | null = null
  window.on('unresponsive', () => {
    if (asking) return
    const mine = (asking = new AbortController())
    const { silent, reload } = options.words()
    const buttons = [silent.wait, reload]
    const asked = { message: silent.title, detail: silent.detail, buttons, cancelId: 0 }
    void options.ask(window, { ...asked, signal: mine.signal }).then((chosen) => {
      asking = null
      if (chosen === 1 && !mine.signal.aborted) webContents.reload()
    })
  })
  window.on('responsive', () => asking?.abort())
}
