// Starts the built Electron app on a data folder of its own.
import { _electron, type ElectronApplication } from '@playwright/test'
import { resolve } from 'node:path'
import { electronBinary } from '../../src-main/hosts/npm/electronBinary'
import { readLog, type Host } from './host'

const root = resolve(import.meta.dirname, '../..')

export interface DesktopHost extends Host {
  readonly app: ElectronApplication
}

/** Resolves once the app runs; its window may come a little later. */
export async function startDesktop(dataFolder: string): Promise<DesktopHost> {
  const app = await _electron.launch({
    executablePath: electronBinary() ?? undefined,
    args: [root, '--data-dir', dataFolder, '--port', '0', '--lang=en-US'],
    locale: 'en-US',
    timezoneId: 'America/Sao_Paulo'
  })
  const child = app.process()
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (text: Buffer) => (printed += text.toString()))
  }
  const exit = new Promise<number | null>((done) => child.once('exit', done))
  return {
    app,
    url: 'lethe://app/',
    origin: 'lethe://app',
    token: '',
    process: child,
    dataFolder,
    log: () => `${printed}\n${readLog(dataFolder)}`,
    async stop() {
      await app.close() // as Quit would
      return exit
    }
  }
}
