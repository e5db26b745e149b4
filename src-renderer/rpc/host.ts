// What the Electron preload script puts on the window; absent in the browser.
import type { PageMenu, PageRequest } from '../../src-main/contract/desktop'

export interface DesktopBridge {
  /** Asks for a MessagePort; it arrives as the window message 'lethe:port'. */
  requestPort?: () => void
  /** The path of a file or folder that was dropped here. */
  pathForFile?: (file: File) => string
  /** What the page contributes to the application menu; again whenever it changes. */
  showMenu?: (menu: PageMenu) => void
  /** What the menu or the system asks of the page. */
  onRequest?: (listener: (request: PageRequest) => void) => void
}

declare global {
  interface Window {
    lethe?: DesktopBridge
  }
}

export const desktop: DesktopBridge | null = window.lethe ?? null
