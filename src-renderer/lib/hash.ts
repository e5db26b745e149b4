// Addresses inside the window: "#/models/abc" is the place "models" with the rest ["abc"].

export interface Route {
  place: string
  rest: string[]
}

export function parseHash(hash: string): Route {
  const path = hash.replace(/^#\/?/, '').replace(/\?.*$/, '')
  const parts = path.split('/').filter((part) => part !== '')
  const decoded = parts.map((part) => {
    try {
      return decodeURIComponent(part)
    } catch {
      return part
    }
  })
  return { place: decoded[0] ?? '', rest: decoded.slice(1) }
}

export function hashOf(place: string, ...rest: string[]): string {
  return `#/${[place, ...rest].map(encodeURIComponent).join('/')}`
}
