// What an installer holds, checked against the repository, and against electron-builder's own schema
// where that is installed (npm run package does it).
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { configuration } from './configuration'

/** The part of https://ajv.js.org that is used. */
type AjvClass = new (options: object) => {
  compile(schema: unknown): ((value: unknown) => boolean) & { errors: unknown[] | null }
}

const root = resolve(import.meta.dirname, '../../../..')
const schemaFile = join(import.meta.dirname, 'node_modules/app-builder-lib/scheme.json')
const isInstalled = existsSync(schemaFile)
if (!isInstalled) {
  process.stderr.write(
    'SKIPPED: the schema of electron-builder is looked at once `npm run package` has installed it.\n'
  )
}

it.skipIf(!isInstalled)('fits the schema', () => {
  const { default: Ajv } = createRequire(schemaFile)('ajv') as { default: AjvClass }
  const schema: unknown = JSON.parse(readFileSync(schemaFile, 'utf8'))
  const check = new Ajv({ strict: false, allErrors: true }).compile(schema)
  check({ ...configuration, nothingLikeThis: 1 })
  expect(check.errors).toHaveLength(1)
  check(configuration)
  expect(check.errors).toBe(null)
})

describe('what goes in', () => {
  it('is there: icons, what is unpacked, what is left out', () => {
    const { linux, mac, win, asarUnpack } = configuration
    for (const path of [linux.icon, mac.icon, win.icon, 'resources/starter/config.json']) {
      expect(existsSync(join(root, path)), path).toBe(true)
    }
    for (const pattern of asarUnpack) {
      expect(existsSync(join(root, pattern.replace('/**', ''))), pattern).toBe(true)
    }
    const sizes = readdirSync(join(root, linux.icon)).map((name) => Number.parseInt(name))
    expect(sizes).toEqual(expect.arrayContaining([16, 32, 48, 128, 256, 512]))
  })

  it('is only built where both native packages have a binary', () => {
    const { linux, mac, win } = configuration
    const systems = { linux: linux.target, darwin: mac.target, win32: win.target }
    for (const [platform, targets] of Object.entries(systems)) {
      for (const arch of new Set(targets.flatMap((target) => target.arch))) {
        const runtime = `onnxruntime-node/bin/napi-v6/${platform}/${arch}/onnxruntime_binding.node`
        const database = `better-sqlite3/prebuilds/${platform}-${arch}.node`
        for (const file of [runtime, database]) {
          expect(existsSync(join(root, 'node_modules', file)), file).toBe(true)
        }
      }
    }
  })

  it('updates nothing over the network and leaves Electron no back doors', () => {
    expect(configuration.publish).toBe(null)
    const { runAsNode, onlyLoadAppFromAsar, ...fuses } = configuration.electronFuses
    expect({ runAsNode, onlyLoadAppFromAsar }).toEqual({
      ...{ runAsNode: false, onlyLoadAppFromAsar: true }
    })
    expect(fuses.enableNodeOptionsEnvironmentVariable).toBe(false)
    expect(fuses.enableNodeCliInspectArguments).toBe(false)
  })
})
