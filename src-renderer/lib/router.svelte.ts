// Hash routes: "#/models/abc" is the place "models" with the rest ["abc"]. The address is the truth.

export interface Route {
  place: string
  rest: string[]
}

export interface GoOptions {
  /** Take the place of the current entry in the history. */
  replace?: boolean
  /** Leave the focus where it is: the page is the same, only its address became known. */
  keepFocus?: boolean
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

class Router {
  current = $state.raw<Route>(parseHash(location.hash))
  /** Counts arrivals that should move the focus. */
  arrivals = $state(0)

  constructor() {
    window.addEventListener('hashchange', () => this.#read(true))
  }

  go(hash: string, options: GoOptions = {}): void {
    if (hash === location.hash) {
      if (!options.keepFocus) this.arrivals++
      return
    }
    if (options.replace || options.keepFocus) {
      history[options.replace ? 'replaceState' : 'pushState'](null, '', hash)
      this.#read(!options.keepFocus)
      return
    }
    location.hash = hash
  }

  #read(arrived: boolean): void {
    this.current = parseHash(location.hash)
    if (arrived) this.arrivals++
  }
}

export const router = new Router()
