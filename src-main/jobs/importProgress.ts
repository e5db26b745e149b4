// Progress of an import, with the seconds left at the rate of the stage so far.
import type { ImportEvent } from '../contract/models'
import type { JobEvent } from '../engine/protocol'
import { timeLeft } from './timeLeft'

type Progress = Extract<ImportEvent, { type: 'progress' }>
export type ImportReport = (progress: Progress) => void
export type TellProgress = (
  stage: Progress['stage'],
  doneBytes: number,
  totalBytes: number,
  file?: string
) => void

export function importProgress(report: ImportReport): TellProgress {
  let current: Progress['stage'] | null = null
  let secondsLeft = timeLeft()
  return (stage, doneBytes, totalBytes, file) => {
    if (stage !== current) {
      current = stage
      secondsLeft = timeLeft()
    }
    report({
      ...({ type: 'progress', stage, doneBytes, totalBytes } as const),
      ...(file !== undefined && { file }),
      secondsLeft: secondsLeft(doneBytes, totalBytes)
    })
  }
}

/** What an engine tells of its work on the files. */
export function engineProgress(tell: TellProgress): (event: JobEvent) => void {
  return (event) => {
    if (event.type === 'bytes') tell(event.stage, event.done, event.total)
  }
}
