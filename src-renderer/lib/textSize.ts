// How large a text is once it is sent. Short ones are not encoded only to be counted.

/** In UTF-8. */
export const bytesOf = (text: string): number => new TextEncoder().encode(text).length

/** Bytes in UTF-8, or null when it is certain that there are at most `limitBytes`. */
export function bytesAbove(text: string, limitBytes: number): number | null {
  if (text.length * 3 <= limitBytes) return null
  const sizeBytes = bytesOf(text)
  return sizeBytes > limitBytes ? sizeBytes : null
}
