// How well a text can be packed, for the Zlib attack. pako is a port of zlib itself: its sizes are
// those of Python's zlib.compress, which the attack is defined by, on every machine. Node's zlib is
// Chromium's fork, whose sizes differ.
import { deflate } from 'pako'

/** Size in bytes of the zlib stream (header, deflate at level 6, checksum) of the text as UTF-8. */
export function zlibSizeBytes(text: string): number {
  return deflate(new TextEncoder().encode(text)).length
}
