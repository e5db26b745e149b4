// The house keeps its shape: imports follow the table of folders, names follow the conventions, the
// top level stays as it is.
import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { badNames, forbiddenImports, readImports, readSources } from './layers'

const root = resolve(import.meta.dirname, '../..')
const sources = [...readSources(root, 'src-main'), ...readSources(root, 'src-renderer')]

describe('imports', () => {
  it('follow the table of folders', () => {
    expect(sources.length).toBeGreaterThan(50)
    expect(sources.flatMap(({ imports }) => imports).length).toBeGreaterThan(200)
    expect(forbiddenImports(sources)).toEqual([])
  })

  const forbidden: [path: string, specifier: string][] = [
    ['src-main/base/errors.ts', '../formats/safetensors'],
    ['src-main/contract/chat.ts', '../store/database'],
    ['src-main/tensor/graph.ts', '../nn/linear'],
    ['src-main/tensor/ops/matmul.ts', '../../models/load'],
    ['src-main/models/load.ts', '../training/trainer'],
    ['src-main/bias/run.ts', '../unlearning/run'],
    ['src-main/bias/run.ts', '../training/trainer'],
    ['src-main/engine/worker.ts', '../store/owner'],
    ['src-main/jobs/application.ts', '../engine/run'],
    ['src-main/jobs/application.ts', '../tensor/session'],
    ['src-main/rpc/models.ts', '../unlearning/methods/npo'],
    ['src-main/unlearning/methods/npo.describe.ts', '../../models/load'],
    ['src-main/unlearning/methods/npo.describe.ts', 'drizzle-orm'],
    ['src-main/hosts/web/server.ts', '../../models/load'],
    ['src-main/hosts/web/server.ts', '../../testing/layers'],
    ['src-main/hosts/web/server.ts', 'electron'],
    ['src-main/hosts/web/server.ts', '../../../src-renderer/main'],
    ['src-main/hosts/web/server.ts', './access.ts'],
    ['src-main/models/run.ts', 'onnxruntime-node'],
    ['src-main/models/run.ts', 'onnxruntime-node/package.json'],
    ['src-main/rpc/models.ts', 'better-sqlite3'],
    ['src-main/rpc/models.ts', './models.test'],
    ['src-renderer/rpc/client.ts', '../../src-main/base/errors'],
    ['src-renderer/ui/Button.svelte', '../state/models.svelte'],
    ['src-renderer/state/models.svelte.ts', '../ui/Button.svelte'],
    ['src-renderer/features/chat/Chat.svelte', '../models/Card.svelte'],
    ['src-renderer/features/chat/Chat.svelte', '../../rpc/client'],
    ['src-renderer/features/chat/Chat.svelte', '../../main']
  ]
  it.each(forbidden)('are refused: %s -> %s', (path, specifier) => {
    expect(forbiddenImports([{ path, imports: [specifier] }])).toHaveLength(1)
  })

  const allowed: [path: string, specifier: string][] = [
    ['src-main/models/architectures/llama.ts', '../../nn/attention'],
    ['src-main/engine/protocol.ts', '../contract/chat'],
    ['src-main/jobs/engineProcess.ts', '../engine/protocol'],
    ['src-main/rpc/models.ts', '../unlearning/methods/npo.describe'],
    ['src-main/unlearning/methods/npo.describe.ts', 'zod'],
    ['src-main/tensor/session.ts', 'onnxruntime-node'],
    ['src-main/tensor/session.test.ts', '../testing/matchers'],
    ['src-main/hosts/electron/main.ts', 'electron'],
    ['src-renderer/rpc/client.ts', '../../src-main/contract/index'],
    ['src-renderer/features/chat/Chat.svelte', './Message.svelte'],
    ['src-renderer/features/chat/Chat.svelte', '../../state/models.svelte']
  ]
  it.each(allowed)('are allowed: %s -> %s', (path, specifier) => {
    expect(forbiddenImports([{ path, imports: [specifier] }])).toEqual([])
  })

  it('are found in every form', () => {
    const script = [
      "import a from './a'",
      "import type { B } from './b'",
      "export * from './c'",
      "await import('./d')",
      "type E = import('./e').E",
      "import './f'",
      "import.meta.glob('./g/*.ts', { eager: true })"
    ].join('\n')
    const all = ['./a', './b', './c', './d', './e', './f', './g/*.ts']
    expect(readImports(script, 'x.ts').sort()).toEqual(all)
    const component = `<script lang="ts" module>import './m'</script><script>\n${script}</script><p>import './no'</p>`
    expect(readImports(component, 'X.svelte').sort()).toEqual([...all, './m'])
  })
})

describe('names', () => {
  it('follow the conventions', () => {
    expect(badNames(sources.map(({ path }) => path))).toEqual([])
  })

  it('are refused otherwise', () => {
    const bad = ['a/Utils.ts', 'a/utils/x.ts', 'a/helpers.ts', 'a/types.ts', 'a/two-words.ts']
    const worse = ['a/Upper.ts', 'a/lower.svelte', 'a/snake_case.ts', 'a/common/x.ts']
    expect(badNames([...bad, ...worse])).toEqual([...bad, ...worse])
    expect(badNames(['a/camelCase.test.ts', 'a/Pascal.svelte', 'a/b.svelte.ts'])).toEqual([])
  })
})

describe('the top level', () => {
  it('stays as it is', () => {
    const wanted = new Set([
      ...['package.json', 'package-lock.json', 'tsconfig.json', 'electron.vite.config.ts'],
      ...['README.md', 'LICENSE', 'src-main', 'src-renderer', 'resources', 'e2e'],
      ...['node_modules', 'out', 'dist', 'test-results', 'playwright-report'] // made here, ignored
    ])
    const found = readdirSync(root).filter((name) => !name.startsWith('.'))
    expect(found.filter((name) => !wanted.has(name))).toEqual([])
  })
})
