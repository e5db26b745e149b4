// Opens an address in the person's browser through the platform's own opener.
import { spawn } from 'node:child_process'

/** False when there is no browser to open, or its opener failed at once. */
export async function openBrowser(url: string): Promise<boolean> {
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
    return false
  }
  const [command, args] =
    process.platform === 'darwin'
      ? ['open', [url]]
      : process.platform === 'win32'
        ? ['rundll32', ['url.dll,FileProtocolHandler', url]]
        : ['xdg-open', [url]]
  return new Promise((resolve) => {
    const opener = spawn(command, args, { stdio: 'ignore', detached: true })
    // xdg-open may stay as long as the browser does: still there after two seconds means it works.
    const timer = setTimeout(() => resolve(true), 2000)
    opener.once('error', () => {
      clearTimeout(timer)
      resolve(false)
    })
    opener.once('exit', (code) => {
      clearTimeout(timer)
      resolve(code === 0)
    })
    opener.unref()
  })
}
