// The build keeps native compute out of the main process: of its entries only engine.js reaches
// onnxruntime-node, and the database library is reached by the store alone.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { Script } from 'node:vm'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import type { DesktopBridge } from '../../src-renderer/rpc/host'

const folder = resolve(import.meta.dirname, '../../out/main')
const isBuilt = existsSync(join(folder, 'engine.js'))
if (!isBuilt) {
  process.stderr.write('SKIPPED: bundle.test.ts needs a build; run `npm run build` first.\n')
}

describe.skipIf(!isBuilt)('the build', () => {
  it.each(['electron.js', 'lethe.js', 'store.js'])(
    '%s does not reach onnxruntime-node',
    (entry) => {
      const { packages, files } = reach(entry)
      expect(files.size).toBeGreaterThan(0)
      expect([...packages].filter((name) => name.startsWith('onnxruntime'))).toEqual([])
    }
  )

  it('engine.js reaches onnxruntime-node, and neither the database nor a server', () => {
    const { packages } = reach('engine.js')
    expect(packages).toContain('onnxruntime-node')
    expect(packages).not.toContain('better-sqlite3')
    expect(packages).not.toContain('fastify')
  })

  it('only electron.js reaches electron', () => {
    expect(reach('electron.js').packages).toContain('electron')
    for (const entry of ['lethe.js', 'engine.js', 'store.js']) {
      expect(reach(entry).packages).not.toContain('electron')
    }
  })
})

describe.skipIf(!isBuilt)('the preload script', () => {
  const file = resolve(folder, '../preload/preload.cjs')

  it('is one CommonJS file that requires electron alone, as a sandbox wants it', () => {
    expect(readdirSync(dirname(file))).toEqual(['preload.cjs'])
    const text = readFileSync(file, 'utf8')
    const { importedFiles } = ts.preProcessFile(text, true, true)
    expect(importedFiles.map(({ fileName }) => fileName)).toEqual(['electron'])
    expect(text).not.toMatch(/^\s*(import|export)\b/m)
    expect(() => new Script(text)).not.toThrow() // no module syntax anywhere
  })

  it('puts on the page what the page knows of, and nothing else', () => {
    const put: Record<string, Record<string, unknown>> = {}
    const electron = {
      contextBridge: {
        exposeInMainWorld: (name: string, api: Record<string, unknown>) => (put[name] = api)
      },
      ipcRenderer: { on() {}, send() {} },
      webUtils: {}
    }
    const load = new Script(`(require) => {${readFileSync(file, 'utf8')}}`).runInThisContext()
    ;(load as (require: (name: string) => unknown) => void)((name) => {
      expect(name).toBe('electron')
      return electron
    })
    expect(Object.keys(put)).toEqual(['lethe'])
    expect(Object.keys(put['lethe'] ?? {}).sort()).toEqual([
      'onRequest',
      'pathForFile',
      'requestPort',
      'showMenu'
    ] satisfies (keyof DesktopBridge)[])
  })
})

/** Everything an entry can load: static, dynamic and required. */
function reach(entry: string): { packages: Set<string>; files: Set<string> } {
  const packages = new Set<string>()
  const files = new Set<string>()
  const visit = (path: string): void => {
    if (files.has(path)) return
    files.add(path)
    for (const { fileName } of ts.preProcessFile(readFileSync(path, 'utf8'), true, true)
      .importedFiles) {
      if (fileName.startsWith('.')) visit(resolve(dirname(path), fileName))
      else packages.add(fileName)
    }
  }
  visit(join(folder, entry))
  return { packages, files }
}
