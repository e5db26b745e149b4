// The whole application on a temporary data folder, with its real store and scripted engines.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import type { DeviceRequest } from '../contract/devices'
import { openApplication, type Application } from '../jobs/application'
import type { SpawnEngine } from '../jobs/engineProcess'
import { router } from '../rpc/router'
import { takeOwnership } from '../store/owner'

export interface TestParts {
  dataFolder: string
  resourcesFolder: string
  workerUrl: URL
  spawnEngine: SpawnEngine
  hub?: { endpoint: string; token?: string }
  hubWaitsMs?: readonly number[]
  /** Usual: the CPU, which needs no test. Null: as the settings say. */
  device?: DeviceRequest | null
}

export async function openedApplication({ device = 'cpu', ...parts }: TestParts) {
  const ownership = takeOwnership(parts.dataFolder)
  if (!ownership) throw new Error('The data folder is owned by somebody else.')
  const application = await openApplication({
    ...parts,
    host: 'cli',
    device: device ?? undefined,
    ownership,
    version: '0.0.0'
  })
  const client = clientOf(application)
  return { application, client }
}

export const clientOf = (application: Application) =>
  createRouterClient(router, { context: application.context })
export type TestClient = ReturnType<typeof clientOf>

/** A folder that a scripted engine takes for a model. */
export function modelFolder(folder: string, weights = 'weights'): string {
  mkdirSync(folder, { recursive: true })
  const head = Buffer.from('{"w":{}}')
  const length = Buffer.alloc(8)
  length.writeBigUInt64LE(BigInt(head.length))
  writeFileSync(
    join(folder, 'model.safetensors'),
    Buffer.concat([length, head, Buffer.from(weights)])
  )
  writeFileSync(join(folder, 'config.json'), '{"model_type":"llama"}')
  return folder
}

export function resourcesWithStarter(folder: string): string {
  modelFolder(join(folder, 'starter'), 'starter weights')
  const prompts = { en: ['Hello'], 'pt-BR': ['Olá'] }
  writeFileSync(join(folder, 'starter', 'prompts.json'), JSON.stringify(prompts))
  return folder
}
