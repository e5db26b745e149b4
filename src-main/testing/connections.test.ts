// Nothing but the gate opens connections. What listens, and what speaks to the app itself on this
// machine (the command line to the owner of a data folder, the window to its host), is named here.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { readSources } from './layers'

const root = resolve(import.meta.dirname, '../..')

/** Modules that can reach the network; of those listed only these names may be taken. */
const modules = /^(node:)?(https?|http2|net|tls|dgram|dns)(\/promises)?$|^(undici|ws|axios|got)$/
const globals = new Set([
  'fetch',
  'WebSocket',
  'EventSource',
  'XMLHttpRequest',
  'RTCPeerConnection'
])

/** Where a way out may stand, and for what. */
const known: Record<string, string[]> = {
  'src-main/network/gate.ts': ['http:request', 'https:request', 'dns:lookup'], // the gate itself
  'src-main/network/address.ts': ['net:BlockList', 'net:isIP'], // only compares numbers
  'src-main/text/pii.ts': ['net:isIPv6'], // only reads text
  'src-main/hosts/web/server.ts': ['http:createServer', 'http:STATUS_CODES', 'ws:WebSocketServer'], // listens
  'src-main/hosts/folderAccess.ts': ['fetch'], // is the owner of the data folder there? 127.0.0.1
  'src-main/hosts/cli/connection.ts': ['ws:WebSocket'], // the command line to that owner
  'src-renderer/rpc/connection.ts': ['WebSocket'], // the window to its host
  'src-renderer/rpc/upload.ts': ['XMLHttpRequest'] // the window to its host
}

/** Ways out that a source file takes: values of modules, and globals. */
function waysOut(text: string, path: string): string[] {
  const scripts = path.endsWith('.svelte')
    ? [...text.matchAll(/<script[^>]*>(.*?)<\/script>/gs)].map((match) => match[1] ?? '')
    : [text]
  return scripts.flatMap((script) => {
    const found: string[] = []
    const imported = new Set<string>()
    const visit = (node: ts.Node): void => {
      if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
        const [name] = [node.moduleSpecifier.text]
        const clause = node.importClause
        const bindings = clause?.namedBindings
        if (clause?.isTypeOnly) return
        const elements = bindings && ts.isNamedImports(bindings) ? bindings.elements : []
        for (const it of elements) imported.add(it.name.text)
        if (!modules.test(name)) return
        const values = elements.filter((it) => !it.isTypeOnly)
        const short = name.replace('node:', '')
        for (const it of values) found.push(`${short}:${(it.propertyName ?? it.name).text}`)
        if (!bindings || ts.isNamespaceImport(bindings) || clause?.name) found.push(`${short}:*`)
        return
      }
      const asked = ts.isCallExpression(node) ? node.arguments[0] : undefined
      if (asked && ts.isStringLiteralLike(asked) && modules.test(asked.text)) found.push(asked.text)
      if (ts.isIdentifier(node) && globals.has(node.text) && !imported.has(node.text)) {
        const { parent } = node
        const isOwnMember = ts.isPropertyAssignment(parent) && parent.name === node
        if (!ts.isTypeReferenceNode(parent) && !isOwnMember) found.push(node.text)
      }
      ts.forEachChild(node, visit)
    }
    visit(ts.createSourceFile(path, script, ts.ScriptTarget.Latest, true))
    return found
  })
}

const isTest = (path: string): boolean =>
  path.endsWith('.test.ts') || path.startsWith('src-main/testing/')

describe('ways out of the product', () => {
  it('are these and no others', () => {
    const sources = [...readSources(root, 'src-main'), ...readSources(root, 'src-renderer')]
    const found = sources
      .filter(({ path }) => !isTest(path))
      .map(({ path }) => [path, waysOut(readFileSync(join(root, path), 'utf8'), path)] as const)
      .filter(([, ways]) => ways.length > 0)
    const unique = found.map(([path, ways]) => [path, [...new Set(ways)].sort()] as const)
    const wanted = Object.entries(known).map(([path, ways]) => [path, [...ways].sort()] as const)
    expect(Object.fromEntries(unique)).toEqual(Object.fromEntries(wanted))
  })

  const ways: [script: string, found: string[]][] = [
    ["await fetch('http://x')", ['fetch']],
    ["globalThis.fetch('http://x')", ['fetch']],
    ['const f = fetch', ['fetch']],
    ["new WebSocket('ws://x')", ['WebSocket']],
    ["import { get } from 'node:https'", ['https:get']],
    ["import https from 'https'", ['https:*']],
    ["import * as net from 'node:net'", ['net:*']],
    ["import { Agent } from 'undici'", ['undici:Agent']],
    ["await import('node:tls')", ['node:tls']],
    ["createRequire(import.meta.url)('http')", ['http']],
    ["import type { Server } from 'node:http'", []],
    ["import { type Server } from 'node:http'", []],
    ['// fetch nothing', []],
    ["const text = 'fetch'", []]
  ]
  it.each(ways)('are seen: %s', (script, found) => {
    expect(waysOut(script, 'x.ts')).toEqual(found)
  })
})

const built = join(root, 'out/main')
describe.skipIf(!existsSync(join(built, 'lethe.js')))('the build', () => {
  it('asks for no other module that reaches the network', () => {
    const allowed = new Set(['http', 'https', 'dns', 'net', 'ws'])
    const files = readdirSync(built, { recursive: true, encoding: 'utf8' })
    const asked = files
      .filter((name) => /\.c?js$/.test(name))
      .flatMap((name) =>
        ts
          .preProcessFile(readFileSync(join(built, name), 'utf8'), true, true)
          .importedFiles.map(({ fileName }) => fileName)
      )
      .filter((name) => modules.test(name))
      .map((name) => name.replace('node:', ''))
    expect(asked.length).toBeGreaterThan(0)
    expect([...new Set(asked)].filter((name) => !allowed.has(name))).toEqual([])
  })
})
