// What the window may reach: its own page, nothing else. Models write the text it shows, so every
// door is closed unless the app itself needs it.

/** Of an address as permissions and requests name it; '' where there is none. */
export function originOf(url: string): string {
  const address = URL.canParse(url) ? new URL(url) : null
  // The `origin` of an address with a scheme of our own reads "null".
  return address && address.host !== '' ? `${address.protocol}//${address.host}` : ''
}

/** Requests of the page: itself, what it holds in memory, and the socket of a page that has one. */
export function mayRequest(url: string, pageOrigins: readonly string[]): boolean {
  // blob: is what an export is saved from.
  if (['blob:', 'data:', 'devtools:'].some((scheme) => url.startsWith(scheme))) return true
  return pageOrigins.includes(originOf(url).replace(/^ws:/, 'http:'))
}

/** The page copies text and tells that work has ended, where somebody asks it to. */
const permitted = ['clipboard-sanitized-write', 'notifications']

export function mayUse(
  permission: string,
  asking: string,
  pageOrigins: readonly string[]
): boolean {
  return permitted.includes(permission) && pageOrigins.includes(originOf(asking))
}

/** An export: text that the page itself put together. */
export function mayDownload(url: string, pageOrigins: readonly string[]): boolean {
  return url.startsWith('blob:') && pageOrigins.includes(originOf(url.slice('blob:'.length)))
}

/** A message to the main process counts only from the main frame of the window's own page. */
export function isOwnFrame(
  frame: { url: string; parent: unknown } | null,
  pageOrigin: string
): boolean {
  return frame !== null && frame.parent === null && originOf(frame.url) === pageOrigin
}
