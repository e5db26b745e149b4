// Where the window is. The address is the truth; arriving somewhere moves the focus there.
import { parseHash, type Route } from './hash'

export { hashOf } from './hash'

export interface GoOptions {
  /** Take the place of the current entry in the history. */
  replace?: boolean
  /** Leave the focus where it is: the page is the same, only its address became known. */
  keepFocus?: boolean
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
