// Where the window stood when it was last moved. The screens may be others by now.
import type { BrowserWindow, Rectangle } from 'electron'
import type { Settings } from '../../contract/settings'

export type WindowState = NonNullable<Settings['window']>
export type WindowPlace = Partial<Rectangle> & { width: number; height: number }

export const smallestWindow = { width: 360, height: 480 }
const usualWindow = { width: 1280, height: 800 }
/** As much of the title bar must lie on a screen that it can be taken hold of. */
const handle = { width: 120, height: 32 }
const restMs = 400

/**
 * Where the window opens. Without `x` and `y` the system centres it: when nothing is known, or when
 * the screen it stood on is gone. @param screens work areas, the main one first
 */
export function placeOf(state: WindowState | null, screens: readonly Rectangle[]): WindowPlace {
  const [main] = screens
  if (!state) return fitted(usualWindow, main)
  const titleBar = { ...state, height: handle.height }
  const screen = screens.find((area) => {
    const seen = overlap(titleBar, area)
    return seen.width >= Math.min(handle.width, state.width) && seen.height >= handle.height
  })
  if (!screen) return fitted(state, main)
  return { x: state.x, y: state.y, ...fitted(state, screen) }
}

/** No larger than the screen, no smaller than the window can be. */
function fitted({ width, height }: { width: number; height: number }, screen?: Rectangle) {
  const fit = (size: number, least: number, most: number): number =>
    Math.max(least, Math.min(size, most))
  return {
    width: fit(width, smallestWindow.width, screen?.width ?? width),
    height: fit(height, smallestWindow.height, screen?.height ?? height)
  }
}

function overlap(a: Rectangle, b: Rectangle): { width: number; height: number } {
  return {
    width: Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)),
    height: Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y))
  }
}

type Moving = Pick<
  BrowserWindow,
  'isDestroyed' | 'getNormalBounds' | 'isMaximized' | 'isFullScreen' | 'isMinimized'
> & { on(event: MovingEvent, listener: () => void): unknown }
type MovingEvent =
  | 'resize'
  | 'move'
  | 'maximize'
  | 'unmaximize'
  | 'enter-full-screen'
  | 'leave-full-screen'
  | 'close'

const movingEvents: readonly MovingEvent[] = [
  ...(['resize', 'move', 'maximize', 'unmaximize'] as const),
  ...(['enter-full-screen', 'leave-full-screen'] as const)
]

/** Saves where the window stands once it rests. */
export class WindowKeeper {
  #timer: NodeJS.Timeout | undefined
  #saved: Promise<unknown> = Promise.resolve()
  #last = ''

  /** @param save never rejects */
  constructor(
    private readonly window: Moving,
    private readonly save: (state: WindowState) => Promise<unknown>
  ) {
    for (const event of movingEvents) window.on(event, () => this.#wait())
    window.on('close', () => void this.flush())
  }

  /** Saves at once what is not saved yet; resolves when it is. */
  flush(): Promise<unknown> {
    clearTimeout(this.#timer)
    this.#keep()
    return this.#saved
  }

  #wait(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#keep(), restMs)
  }

  #keep(): void {
    const { window } = this
    // A minimized window tells no place of its own on every system.
    if (window.isDestroyed() || window.isMinimized()) return
    const { x, y, width, height } = window.getNormalBounds()
    const state = {
      ...{ x, y, width, height },
      isMaximized: window.isMaximized(),
      isFullScreen: window.isFullScreen()
    }
    const now = JSON.stringify(state)
    if (now === this.#last) return
    this.#last = now
    // One after the other: the last one stays.
    this.#saved = this.#saved.then(() => this.save(state))
  }
}
