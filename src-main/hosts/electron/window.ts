// The window and everything it is not allowed to do: it shows the built page from lethe://app, opens
// nothing else, asks for no permission and reaches no network.
import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { BrowserWindow, protocol, session } from 'electron'
import type { BuiltFiles } from '../builtFiles'
import { cleanPath, findRendererFile, listRendererFiles } from '../rendererFiles'
import { securityHeaders } from '../securityHeaders'

export const windowOrigin = 'lethe://app'

/** Before the app is ready: makes lethe: an origin of its own, with history and storage. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'lethe', privileges: { standard: true, secure: true, supportFetchAPI: true } }
  ])
}

/** Serves the page and refuses every request that goes elsewhere than to `allowedOrigins`. */
export function guardSession(files: BuiltFiles, allowedOrigins: string[]): void {
  const pageFiles = listRendererFiles(files.rendererFolder)
  protocol.handle('lethe', (request) => {
    const address = new URL(request.url)
    const path = cleanPath(address.pathname)
    const file =
      address.host === 'app' && request.method === 'GET' && path !== null
        ? findRendererFile(pageFiles, path)
        : undefined
    if (!file) return new Response('Not found\n', { status: 404, headers: securityHeaders([]) })
    const body = Readable.toWeb(createReadStream(file.path)) as ReadableStream
    const headers = { ...securityHeaders([]), 'Content-Type': file.mediaType }
    return new Response(body, { headers })
  })

  const { defaultSession } = session
  defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  defaultSession.setPermissionCheckHandler(() => false)
  defaultSession.webRequest.onBeforeRequest(({ url }, answer) => {
    const address = URL.canParse(url) ? new URL(url) : null
    // blob: is what an export is downloaded from.
    const isLocal = ['blob:', 'data:', 'devtools:'].includes(address?.protocol ?? '')
    const origin = address ? `${address.protocol}//${address.host}` : ''
    answer({ cancel: !isLocal && !allowedOrigins.includes(origin.replace(/^ws:/, 'http:')) })
  })
}

/** @param url the page; @param preload null when it is another owner's page, which brings its own line. */
export function openWindow(url: string, preload: string | null): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    minWidth: 360,
    minHeight: 480,
    title: 'Lethe',
    show: false,
    webPreferences: {
      ...(preload === null ? {} : { preload }),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false // its dictionaries would be downloaded
    }
  })
  const { webContents } = window
  webContents.on('will-navigate', (event) => event.preventDefault())
  webContents.on('will-attach-webview', (event) => event.preventDefault())
  webContents.setWindowOpenHandler(() => ({ action: 'deny' }))
  window.once('ready-to-show', () => window.show())
  void window.loadURL(url)
  return window
}
