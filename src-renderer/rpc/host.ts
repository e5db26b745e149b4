// What the Electron preload script puts on the window; absent in the browser.

export interface DesktopBridge {
  /** Asks for a MessagePort; it arrives as the window message 'lethe:port'. */
  requestPort?: () => void
  /** The path of a file or folder that was dropped here. */
  pathForFile?: (file: File) => string
}

declare global {
  interface Window {
    lethe?: DesktopBridge
  }
}

export const desktop: DesktopBridge | null = window.lethe ?? null
