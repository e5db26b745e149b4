// Which groups of a suite (pairs in both languages, templates, targets) are never made into something to
// train on, so that an audit of them alone stays a fair test. By the group's name alone: the same on every
// machine, whatever else the suite holds, about half of them.
import { createHash } from 'node:crypto'

export function isHeldOut(group: string): boolean {
  return (createHash('sha256').update(`lethe held-out group ${group}`).digest()[0]! & 1) === 1
}
