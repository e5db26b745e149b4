// Answers lethe://app from the fixed list of built files, with the headers the web host gives.
import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { cleanPath, findRendererFile, type RendererFiles } from '../rendererFiles'
import { securityHeaders } from '../securityHeaders'

export const appScheme = 'lethe'
const appHost = 'app'
export const appOrigin = `${appScheme}://${appHost}`

/** 404 for everything that is not a file of the list asked for by GET. */
export function answerPage(
  files: RendererFiles,
  { url, method }: { url: string; method: string }
): Response {
  const address = URL.canParse(url) ? new URL(url) : null
  const isOurs = address?.protocol === `${appScheme}:` && address.host === appHost
  const path = isOurs && method === 'GET' ? cleanPath(address.pathname || '/') : null
  const file = path === null ? undefined : findRendererFile(files, path)
  const headers = { ...securityHeaders([]), 'Cache-Control': 'no-store' }
  if (!file) {
    const type = { 'Content-Type': 'text/plain; charset=utf-8' }
    return new Response('Not found\n', { status: 404, headers: { ...headers, ...type } })
  }
  // The two types of stream are the same thing.
  const body = Readable.toWeb(createReadStream(file.path)) as ReadableStream
  return new Response(body, {
    headers: {
      ...headers,
      'Content-Type': file.mediaType,
      'Content-Length': String(file.sizeBytes)
    }
  })
}
