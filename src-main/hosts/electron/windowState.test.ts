import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { placeOf, WindowKeeper, type WindowState } from './windowState'

const screen = { x: 0, y: 24, width: 1920, height: 1056 }
const second = { x: 1920, y: 0, width: 1280, height: 1024 }
const stood = (x: number, y: number, width = 1000, height = 700): WindowState => ({
  ...{ x, y, width, height },
  isMaximized: false,
  isFullScreen: false
})

describe('the place of the window', () => {
  it('is the usual size, centred, at first', () => {
    expect(placeOf(null, [screen])).toEqual({ width: 1280, height: 800 })
    expect(placeOf(null, [{ ...screen, width: 1024, height: 600 }])).toEqual({
      width: 1024,
      height: 600
    })
    expect(placeOf(null, [])).toEqual({ width: 1280, height: 800 })
  })

  it.each([
    [stood(100, 100), [screen]],
    [stood(2000, 50), [screen, second]],
    [stood(-800, 100), [screen]], // 200 px of it are there to take hold of
    [stood(1500, 24), [screen]]
  ])('is where it stood: %o', (state, screens) => {
    const { x, y, width, height } = state
    expect(placeOf(state, screens)).toEqual({ x, y, width, height })
  })

  it.each([
    [stood(2000, 50), [screen]], // the second screen is gone
    [stood(-900, 100), [screen]], // 100 px are not enough
    [stood(100, -300), [screen]], // its title bar is above the screen
    [stood(100, 1070), [screen]],
    [stood(100, 100), []]
  ])('is centred when it could not be reached: %o', (state, screens) => {
    expect(placeOf(state, screens)).toEqual({ width: 1000, height: 700 })
  })

  it('is cut to the screen it stands on, and never smaller than a window can be', () => {
    expect(placeOf(stood(0, 24, 4000, 3000), [screen])).toEqual({
      ...{ x: 0, y: 24, width: 1920, height: 1056 }
    })
    expect(placeOf(stood(50, 50, 1, 1), [screen])).toMatchObject({ width: 360, height: 480 })
  })
})

describe('keeping it', () => {
  class FakeWindow extends EventEmitter {
    bounds = { x: 1, y: 2, width: 800, height: 600 }
    maximized = false
    minimized = false
    destroyed = false
    getNormalBounds = () => this.bounds
    isMaximized = () => this.maximized
    isMinimized = () => this.minimized
    isFullScreen = () => false
    isDestroyed = () => this.destroyed
  }
  let window: FakeWindow
  let saved: WindowState[]
  let keeper: WindowKeeper

  beforeEach(() => {
    vi.useFakeTimers()
    window = new FakeWindow()
    saved = []
    keeper = new WindowKeeper(window, async (state) => {
      saved.push(state)
    })
  })
  afterEach(() => void vi.useRealTimers())

  it('waits until the window rests, and saves once', async () => {
    for (let x = 0; x < 20; x++) {
      window.bounds = { ...window.bounds, x }
      window.emit('move')
      vi.advanceTimersByTime(50)
    }
    expect(saved).toEqual([])
    await vi.advanceTimersByTimeAsync(400)
    expect(saved).toEqual([
      { x: 19, y: 2, width: 800, height: 600, isMaximized: false, isFullScreen: false }
    ])
    window.emit('resize') // to the same size
    await vi.advanceTimersByTimeAsync(400)
    expect(saved).toHaveLength(1)
  })

  it('keeps what the window shrinks back to beside that it was maximized', async () => {
    window.maximized = true
    window.emit('maximize')
    await vi.advanceTimersByTimeAsync(400)
    expect(saved).toMatchObject([{ width: 800, height: 600, isMaximized: true }])
  })

  it('saves at once when the window closes, and nothing of one that is gone or minimized', async () => {
    window.emit('move')
    window.emit('close')
    await keeper.flush()
    expect(saved).toHaveLength(1)
    window.bounds = { x: -32_000, y: -32_000, width: 160, height: 28 }
    window.minimized = true
    await keeper.flush()
    window.minimized = false
    window.destroyed = true
    await keeper.flush()
    expect(saved).toHaveLength(1)
  })

  it('writes one after the other', async () => {
    let open = 0
    const slow = new WindowKeeper(window, async (state) => {
      expect(++open).toBe(1)
      await new Promise((done) => setTimeout(done, 1000))
      open--
      saved.push(state)
    })
    window.emit('move')
    await vi.advanceTimersByTimeAsync(500)
    window.bounds = { ...window.bounds, x: 77 }
    const flushed = slow.flush()
    await vi.advanceTimersByTimeAsync(2500)
    await flushed
    expect(saved.at(-1)).toMatchObject({ x: 77 })
  })
})
