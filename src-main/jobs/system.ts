// The machine as the window shows it, and its folders for choosing a model.
import { readFile, readdir, stat } from 'node:fs/promises'
import { availableParallelism, freemem, homedir, platform, release, totalmem } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { z } from 'zod'
import { fileError, LetheError } from '../base/errors'
import type { Log } from '../base/log'
import type { folderEntrySchema, systemInfoSchema } from '../contract/system'
import { runtimeVersion } from './runtimeVersion'

type SystemInfo = z.infer<typeof systemInfoSchema>
type FolderEntry = z.infer<typeof folderEntrySchema>

export interface SystemOptions {
  version: string
  host: SystemInfo['host']
  dataFolder: string
  logFile: string
  resourcesFolder: string
  pickFolder?: (() => Promise<string | null>) | undefined
  log: Log
}

const promptsSchema = z.object({ en: z.array(z.string()), 'pt-BR': z.array(z.string()) })

export class SystemFacts {
  constructor(private readonly options: SystemOptions) {}

  get dataFolder(): string {
    return this.options.dataFolder
  }

  async info(): Promise<SystemInfo> {
    const { version, host, dataFolder, logFile, pickFolder } = this.options
    return {
      version,
      host,
      platform: `${platform()} ${release()}`,
      dataFolder,
      logFile,
      cores: availableParallelism(),
      memoryBytes: totalmem(),
      freeMemoryBytes: freemem(),
      runtime: runtimeVersion(),
      canPickFolder: pickFolder !== undefined,
      starterPrompts: await this.#starterPrompts()
    }
  }

  async pickFolder(): Promise<string | null> {
    const { pickFolder } = this.options
    if (!pickFolder) throw new LetheError('notFound', { kind: 'folderDialog', id: 'pickFolder' })
    return pickFolder()
  }

  /** Folders first, hidden ones left out. Throws `fileNotFound`, `fileNotReadable`. */
  async listFolder(asked: string | null) {
    const path = resolve(asked ?? homedir())
    let names: string[]
    try {
      names = await readdir(path)
    } catch (error) {
      throw fileError(error, path)
    }
    const looked = await Promise.all(
      names.filter((name) => !name.startsWith('.')).map((name) => look(path, name))
    )
    const order = new Intl.Collator(undefined, { numeric: true })
    const entries = looked
      .filter((entry) => entry !== null)
      .sort((a, b) => b.kind.localeCompare(a.kind) || order.compare(a.name, b.name))
    const parent = dirname(path)
    return { path, parent: parent === path ? null : parent, entries }
  }

  async #starterPrompts(): Promise<SystemInfo['starterPrompts']> {
    const file = join(this.options.resourcesFolder, 'starter', 'prompts.json')
    try {
      return promptsSchema.parse(JSON.parse(await readFile(file, 'utf8')))
    } catch (error) {
      this.options.log.warn({ err: error, file }, 'the prompts to start with could not be read')
      return { en: [], 'pt-BR': [] }
    }
  }
}

async function look(folder: string, name: string): Promise<FolderEntry | null> {
  const path = join(folder, name)
  try {
    const found = await stat(path)
    if (found.isDirectory()) {
      const looksLikeModel = await holdsModel(path)
      return { name, path, kind: 'folder', sizeBytes: null, looksLikeModel }
    }
    if (!found.isFile()) return null
    return { name, path, kind: 'file', sizeBytes: found.size, looksLikeModel: false }
  } catch {
    return null // a link to nowhere, or not ours to look at
  }
}

async function holdsModel(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch((): string[] => [])
  return names.includes('config.json') && names.some((name) => name.endsWith('.safetensors'))
}
