// What stands beside the clock while long work is under way: what it is, how far it is, and what can be
// done about it without the window.
import type { MenuItemConstructorOptions } from 'electron'
import type { Job, JobKind } from '../../contract/jobs'
import { quantities } from '../../contract/quantities'
import { words, type Language } from './words'

export type TrayAction = 'pause' | 'resume' | 'open' | 'quit'

const units = {
  training: 'steps',
  evidence: 'questions',
  audit: 'texts'
} as const satisfies Record<JobKind, string>

/** A training by its own name; what else it is by what it is about. */
export function jobTitle(
  { kind, name, about }: Pick<Job, 'kind' | 'name' | 'about'>,
  language: Language
): string {
  const { tray } = words[language]
  if (kind === 'evidence') return tray.evidence(name)
  return kind === 'audit' ? tray.audit(name, about[language]) : name
}

type Progress = Pick<Job, 'kind' | 'status' | 'done' | 'total' | 'secondsLeft' | 'yielding'>

/** "Step 412 of 600, about 50 s left" */
export function progressLine(job: Progress, language: Language): string {
  const { kind, status, done, total, secondsLeft, yielding } = job
  const { tray } = words[language]
  const { count } = quantities(language)
  if (status === 'waiting') return tray.waiting
  if (total === 0) return status === 'paused' ? tray.paused : tray.preparing
  const step = tray[units[kind]](count(done), count(total))
  if (status === 'paused') return `${step}, ${tray.paused}`
  if (yielding) return `${step}, ${tray.yielding}`
  if (secondsLeft === null) return step
  return `${step}, ${tray.left(duration(secondsLeft, language))}`
}

export function trayMenu(
  job: Progress & Parameters<typeof jobTitle>[0],
  others: number,
  language: Language,
  act: (action: TrayAction) => void
): MenuItemConstructorOptions[] {
  const { tray, menu } = words[language]
  const turn = job.status === 'paused' ? 'resume' : 'pause'
  return [
    { label: jobTitle(job, language), enabled: false },
    { label: progressLine(job, language), enabled: false },
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
