// What stands beside the clock while a training is under way: its name, how far it is, and what can be
// done about it without the window.
import type { MenuItemConstructorOptions } from 'electron'
import type { Run } from '../../contract/training'
import { quantities } from '../../contract/quantities'
import { words, type Language } from './words'

export type TrayAction = 'pause' | 'resume' | 'open' | 'quit'

type Shown = Pick<Run, 'id' | 'name' | 'status' | 'phase' | 'step' | 'steps' | 'secondsLeft'>

/** The one to tell of: what runs, else what waits, else what is paused; null: nothing is under way. */
export function runToShow<R extends Shown>(runs: readonly R[]): R | null {
  for (const status of ['running', 'waiting', 'paused'] as const) {
    // The list is newest first; of those that wait the oldest is next.
    const found = runs.findLast((run) => run.status === status)
    if (found) return found
  }
  return null
}

/** "Step 412 of 600, about 50 s left" */
export function progressLine(run: Shown, language: Language): string {
  const { tray } = words[language]
  const { count } = quantities(language)
  if (run.status === 'waiting') return tray.waiting
  if (run.steps === 0) return run.status === 'paused' ? tray.paused : tray.preparing
  const step = tray.step(count(run.step), count(run.steps))
  if (run.status === 'paused') return `${step}, ${tray.paused}`
  if (run.secondsLeft === null) return step
  return `${step}, ${tray.left(duration(run.secondsLeft, language))}`
}

export function trayMenu(
  run: Shown,
  others: number,
  language: Language,
  act: (action: TrayAction) => void
): MenuItemConstructorOptions[] {
  const { tray, menu } = words[language]
  const turn = run.status === 'paused' ? 'resume' : 'pause'
  return [
    { label: run.name, enabled: false },
    { label: progressLine(run, language), enabled: false },
    ...(others > 0
      ? [{ label: tray.more(quantities(language).count(others)), enabled: false }]
      : []),
    { type: 'separator' },
    { id: turn, label: tray[turn], click: () => act(turn) },
    { id: 'open', label: tray.open, click: () => act('open') },
    { type: 'separator' },
    { id: 'quit', label: menu.quit, click: () => act('quit') }
  ]
}

function duration(seconds: number, language: Language): string {
  const { count } = quantities(language)
  const whole = Math.max(1, Math.round(seconds))
  if (whole < 90) return `${count(whole)}\u00a0s`
  const minutes = Math.round(whole / 60)
  if (minutes < 60) return `${count(minutes)}\u00a0min`
  return `${count(Math.floor(minutes / 60))}\u00a0h ${count(minutes % 60)}\u00a0min`
}
