// The window and everything it is not allowed to do: it shows the built page from lethe://app, opens
// nothing else, asks for no permission but to copy and to give notice, and reaches no network.
import type { BaseWindow, Session, WebContents } from 'electron'
import { BrowserWindow, nativeTheme } from 'electron'
import { canvasColors } from './canvasColors'
import { mayDownload, mayRequest, mayUse } from './navigationPolicy'
import { smallestWindow, type WindowPlace, type WindowState } from './windowState'

const canvasColor = (): string =>
  nativeTheme.shouldUseDarkColors ? canvasColors.dark : canvasColors.light

/** Refuses every request, permission and download that is not the page's own. */
export function guardSession(
  session: Session,
  pageOrigins: readonly string[],
  exports: { title(): string; onFailed(file: string): void }
): void {
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl }) =>
    answer(mayUse(permission, requestingUrl, pageOrigins))
  )
  session.setPermissionCheckHandler((_contents, permission, asking) =>
    mayUse(permission, asking, pageOrigins)
  )
  session.setDevicePermissionHandler(() => false)
  session.webRequest.onBeforeRequest(({ url }, answer) =>
    answer({ cancel: !mayRequest(url, pageOrigins) })
  )
  session.on('will-download', (event, item) => {
    if (!mayDownload(item.getURL(), pageOrigins)) return event.preventDefault()
    const file = item.getFilename()
    item.setSaveDialogOptions({ title: exports.title(), defaultPath: file })
    item.once('done', (_done, state) => {
      if (state === 'interrupted') exports.onFailed(file)
    })
  })
}

/**
 * For every page of the app, whoever opened it: it stays where it is and opens nothing. Where a server
 * sends it on to is a request like others.
 */
export function keepInside(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

export interface WindowOptions {
  url: string
  /** null: it is another owner's page, which brings its own line. */
  preload: string | null
  /** A picture; other systems than Linux take it from the program. */
  icon: string
  place: WindowPlace
  state: WindowState | null
}

export function openWindow({ url, preload, icon, place, state }: WindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    ...place,
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    title: 'Lethe',
    ...(process.platform === 'linux' ? { icon } : {}),
    show: false,
    backgroundColor: canvasColor(),
    fullscreen: state?.isFullScreen ?? false,
    webPreferences: {
      ...(preload === null ? {} : { preload }),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      webSecurity: true,
      navigateOnDragDrop: false,
      spellcheck: false // its dictionaries would be downloaded
    }
  })
  const followTheme = (): void => window.setBackgroundColor(canvasColor())
  nativeTheme.on('updated', followTheme)
  window.once('closed', () => nativeTheme.off('updated', followTheme))
  window.once('ready-to-show', () => {
    if (state?.isMaximized) window.maximize()
    window.show()
  })
  void window.loadURL(url).catch(() => {}) // told by did-fail-load
  return window
}

export function bringToFront(window: BaseWindow | undefined): void {
  if (window?.isMinimized()) window.restore()
  window?.show()
  window?.focus()
}
