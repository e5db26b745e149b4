// Who may import whom: the table of folders, and a reader that compares real imports with it.
import { readdirSync, readFileSync } from 'node:fs'
import { join, posix, relative, sep } from 'node:path'
import ts from 'typescript'

export interface SourceFile {
  path: string // from the repository root, with "/"
  imports: string[] // as written
}

const computing = ['tensor', 'formats', 'text', 'nn', 'models'] as const
const learning = [...computing, 'datasets', 'training', 'evaluation', 'statistics'] as const

/** Folders of src-main that a folder may import, besides itself and base. */
const mainLayers: Record<string, readonly string[]> = {
  base: [],
  contract: [],
  statistics: [],
  tensor: [],
  formats: [],
  text: ['formats'],
  nn: ['tensor'],
  models: ['nn', 'text', 'tensor', 'formats'],
  datasets: ['text', 'formats'],
  training: [...computing, 'datasets'],
  evaluation: [...computing, 'datasets', 'statistics'],
  unlearning: learning,
  bias: [...computing, 'datasets', 'evaluation', 'statistics'],
  engine: [...learning, 'unlearning', 'bias', 'contract'],
  store: ['contract'],
  network: ['contract'],
  jobs: ['store', 'contract', 'statistics', 'network'],
  reports: ['store', 'contract', 'statistics'],
  rpc: ['jobs', 'store', 'reports', 'contract'],
  hosts: ['contract', 'store', 'jobs', 'reports', 'rpc', 'engine']
}

/** Folders of src-renderer that a folder may import, besides itself. Files at its root: all of them. */
const windowLayers: Record<string, readonly string[]> = {
  messages: [],
  lib: ['messages'],
  ui: ['lib', 'messages'],
  rpc: [],
  state: ['rpc', 'lib', 'messages'],
  features: ['state', 'ui', 'lib', 'messages']
}

/** Packages that live behind one door; the build and its tests are not concerned. */
const packageDoors: Record<string, RegExp> = {
  'onnxruntime-node': /^src-main\/tensor\/session\.ts$/,
  'better-sqlite3': /^src-main\/store\//,
  'drizzle-orm': /^src-main\/store\//,
  electron: /^src-main\/hosts\/electron\//
}

/** What jobs may use of folders that compute: files that load no runtime. */
const lightFiles =
  /^src-main\/(engine\/protocol|evaluation\/(textOverlap|tofuScore)|bias\/(exchange|swaps))(\.ts)?$/

/** One sentence for every import that the table forbids. */
export function forbiddenImports(files: SourceFile[]): string[] {
  return files.flatMap((file) =>
    file.imports.flatMap((specifier) => {
      const reason = specifier.startsWith('.')
        ? forbiddenFile(file.path, posix.join(posix.dirname(file.path), specifier), specifier)
        : forbiddenPackage(file.path, specifier)
      return reason === null ? [] : [`${file.path} imports ${specifier}: ${reason}`]
    })
  )
}

function forbiddenPackage(path: string, specifier: string): string | null {
  const parts = specifier.split('/')
  const name = specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? '')
  const door = packageDoors[name]
  if (door && !door.test(path) && !isTestFile(path)) return `${name} has another place`
  if (isDescription(path) && name !== 'zod') return 'a description imports base and zod alone'
  return null
}

function forbiddenFile(from: string, to: string, specifier: string): string | null {
  if (/\.(test|svelte\.test)(\.ts)?$/.test(to)) return 'tests are not imported'
  if (/\.[cm]?ts$/.test(specifier) && !isRunDirectly(from)) return 'imports carry no extension'
  const [root, folder] = placeOf(from)
  const [targetRoot, target] = placeOf(to)
  if (targetRoot === 'src-main' && target === 'testing') {
    return folder === 'testing' || isTestFile(from) ? null : 'testing is for tests alone'
  }
  if (root === 'src-renderer') return forbiddenInWindow(from, to)
  if (folder === 'testing') return null
  if (targetRoot === 'src-renderer') return 'the main process does not know the window'
  if (targetRoot !== 'src-main') return null // package.json, resources
  if (isDescription(from))
    return target === 'base' ? null : 'a description imports base and zod alone'
  if (target === folder || target === 'base') return null
  if (folder === 'jobs' && lightFiles.test(to)) return null
  if ((folder === 'jobs' || folder === 'rpc') && isDescription(to)) return null
  return mainLayers[folder]?.includes(target) ? null : `${folder} may not know ${target}`
}

function forbiddenInWindow(from: string, to: string): string | null {
  const [, folder] = placeOf(from)
  const [targetRoot, target] = placeOf(to)
  if (targetRoot === 'src-main') {
    return target === 'contract' ? null : 'the window knows the contract alone'
  }
  if (targetRoot !== 'src-renderer') return null
  if (folder === '') return null // the page's own entry wires everything
  if (target === '') return 'the entry is not imported'
  if (folder === 'features' && target === 'features') {
    const [here, there] = [from.split('/')[2], to.split('/')[2]]
    return here === there ? null : `feature ${here} may not know feature ${there}`
  }
  if (target === folder) return null
  return windowLayers[folder]?.includes(target) ? null : `${folder} may not know ${target}`
}

/** The root ("src-main") and its folder ("tensor"; '' for a file at the root). */
function placeOf(path: string): [root: string, folder: string] {
  const parts = path.split('/')
  const folder = parts[1] ?? ''
  const isFolder = parts.length > 2 || folder in mainLayers || folder in windowLayers
  return [parts[0] ?? '', isFolder ? folder : '']
}

const isTestFile = (path: string): boolean => path.endsWith('.test.ts')
const isDescription = (path: string): boolean => /\.describe(\.ts)?$/.test(path)
// Node runs these from source, and it wants the extension.
const isRunDirectly = (path: string): boolean =>
  /^src-main\/(testing|hosts\/npm|datasets\/(starterText|residents))\//.test(path)

/** Names that the conventions do not allow. */
export function badNames(paths: string[]): string[] {
  const script = /^[a-z][a-zA-Z0-9]*(\.(test|describe|config|svelte|svelte\.test))?\.(ts|mjs)$/
  const component = /^[A-Z][a-zA-Z0-9]*\.svelte$/
  const vague = /^(utils?|helpers?|common|types|misc|shared)(\.|$)/i
  return paths.filter((path) => {
    const name = path.split('/').at(-1) ?? ''
    if (path.split('/').some((part) => vague.test(part))) return true
    if (name === 'svelte.config.js') return false
    return !script.test(name) && !component.test(name)
  })
}

const skippedFolders = new Set(['node_modules', 'goldens'])

/** Every code file below a folder, with what it imports. */
export function readSources(root: string, folder: string): SourceFile[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return skippedFolders.has(entry.name) ? [] : readSources(root, path)
    if (!/\.(ts|svelte|mjs|js)$/.test(entry.name)) return []
    const text = readFileSync(join(root, path), 'utf8')
    return [{ path: relative('.', path).split(sep).join('/'), imports: readImports(text, path) }]
  })
}

/** Static, re-exporting, dynamic and type imports, and the patterns of import.meta.glob. */
export function readImports(text: string, path: string): string[] {
  const scripts = path.endsWith('.svelte')
    ? [...text.matchAll(/<script[^>]*>(.*?)<\/script>/gs)].map((match) => match[1] ?? '')
    : [text]
  return scripts.flatMap((script) => [
    ...ts.preProcessFile(script, true, true).importedFiles.map(({ fileName }) => fileName),
    ...[...script.matchAll(/import\.meta\.glob[^(]*\(\s*['"]([^'"]+)['"]/g)].map(
      (match) => match[1] ?? ''
    )
  ])
}
