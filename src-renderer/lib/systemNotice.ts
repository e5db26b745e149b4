// Notices of the system, by the browser's Notification API, which the Electron window has too.

export const canNotify = (): boolean => 'Notification' in globalThis

/** Asks the person where they were not asked before; call it from an act of theirs. */
export async function askToNotify(): Promise<boolean> {
  if (!canNotify()) return false
  return (await Notification.requestPermission()) === 'granted'
}

/** Shows nothing while somebody looks at the window, or where it is not permitted. */
export function notify(text: string, about: string, onOpen: () => void): void {
  if (!canNotify() || Notification.permission !== 'granted' || document.hasFocus()) return
  const notice = new Notification('Lethe', { body: text, tag: about })
  notice.addEventListener('click', () => {
    window.focus()
    notice.close()
    onOpen()
  })
}
