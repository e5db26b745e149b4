// The built window as a fixed list of files. An address is looked up in the list and never joined
// to a path, so nothing outside the list can be served.
import { readdirSync, statSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'

export interface RendererFile {
  path: string
  mediaType: string
  sizeBytes: number
}

const mediaTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8'
}

export type RendererFiles = ReadonlyMap<string, RendererFile>

/** Every file below `folder` by its address ("/assets/index.js"). */
export function listRendererFiles(folder: string): RendererFiles {
  const files = new Map<string, RendererFile>()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    files.set('/' + relative(folder, path).split(sep).join('/'), {
      path,
      mediaType: mediaTypes[extname(entry.name)] ?? 'application/octet-stream',
      sizeBytes: statSync(path).size
    })
  }
  return files
}

/**
 * The address path of a request target with every escape decoded, or null when it is malformed or
 * climbs (`..`, an empty step, a backslash; also escaped more than once).
 */
export function cleanPath(target: string): string | null {
  let path = target.replace(/[?#].*$/s, '')
  for (let round = 0; round < 4; round++) {
    let decoded: string
    try {
      decoded = decodeURIComponent(path)
    } catch {
      return null
    }
    if (decoded === path) {
      const climbs = /[\\\u0000-\u001f\u007f]/.test(path) || /\/\.{0,2}\//.test(path + '/')
      return path.startsWith('/') && (path === '/' || !climbs) ? path : null
    }
    path = decoded
  }
  return null
}

/** The file at a clean path; the window finds its places after the "#", so its page is the root. */
export function findRendererFile(files: RendererFiles, path: string): RendererFile | undefined {
  return files.get(path === '/' ? '/index.html' : path)
}
