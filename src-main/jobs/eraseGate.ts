// While records are erased nothing new begins that could read or write them.
import { LetheError } from '../base/errors'

export class EraseGate {
  isShut = false

  /** Throws `eraseUnderWay`. */
  pass(): void {
    if (this.isShut) throw new LetheError('eraseUnderWay')
  }
}
