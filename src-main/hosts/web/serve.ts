// Runs the web host until it is told to stop. A second start on a data folder that already has an
// owner shows the owner's address instead.
import type { DeviceRequest } from '../../contract/devices'
import type { BuiltFiles } from '../builtFiles'
import { accessFolder, ownerOrigin } from '../folderAccess'
import { openHostApplication } from '../hostApplication'
import { startHostServer } from './hostServer'
import { openBrowser } from './openBrowser'

export interface ServeOptions {
  dataFolder: string
  files: BuiltFiles
  port: number | null
  open: boolean
  device: DeviceRequest | undefined // usual: the setting
  signal: AbortSignal // ends the host
  onWaiting(): void
  /** Called once the address answers, before the browser opens. */
  onAddress(address: { url: string; token: string; running: 'here' | 'elsewhere' }): void
  onNoBrowser(url: string): void
}

export async function serve(options: ServeOptions): Promise<void> {
  const { dataFolder, files, device, signal } = options
  const show = async (url: string, token: string, running: 'here' | 'elsewhere') => {
    options.onAddress({ url, token, running })
    if (options.open && !(await openBrowser(url))) options.onNoBrowser(url)
  }

  const access = await accessFolder(dataFolder, signal, options.onWaiting)
  if (access.type === 'client') {
    const { token } = access.address
    await show(`${ownerOrigin(access.address)}/?token=${token}`, token, 'elsewhere')
    return
  }

  const { ownership } = access
  const application = await openHostApplication({
    dataFolder,
    host: 'web',
    ownership,
    files,
    device
  })
  try {
    const server = await startHostServer(application, files, options.port)
    try {
      const address = { url: server.url, token: server.token, pid: process.pid }
      // Whoever comes, by command or in the browser, finds the included model in the library.
      await application.starterReady
      ownership.publishAddress(address)
      void application.context.devices.prepare() // what `auto` means is known by the first answer
      await show(server.url, server.token, 'here')
      if (!signal.aborted) {
        await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
      }
    } finally {
      await server.close()
    }
  } finally {
    await application.close()
  }
}
