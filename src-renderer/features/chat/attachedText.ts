// Text files put into a message: what the model reads is a fenced block under the file's name.

/** 1 MB: beyond what any of the models read, and quick to type around. */
export const attachmentLimitBytes = 1_000_000

/** `otherEncoding`: letters of an older encoding of one byte each, such as Windows-1252. */
export type Refusal = 'tooLarge' | 'unreadable' | 'empty' | 'binary' | 'utf16' | 'otherEncoding'
export type ReadAttachment = { text: string } | { refused: Refusal }

/** Never guesses how bytes are meant to be read: what is not UTF-8 is refused with what it looks like. */
export async function readAttachment(file: Blob): Promise<ReadAttachment> {
  if (file.size > attachmentLimitBytes) return { refused: 'tooLarge' }
  const buffer = await file.arrayBuffer().catch(() => null) // gone, or a folder
  if (!buffer) return { refused: 'unreadable' }
  const bytes = new Uint8Array(buffer)
  const text = decoded(bytes)
  if (text === '') return { refused: 'empty' }
  if (text !== null && !text.includes('\0')) return { text }
  return {
    refused: looksLikeUtf16(bytes) ? 'utf16' : hasControls(bytes) ? 'binary' : 'otherEncoding'
  }
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** By its mark, or by the empty half of most of its letters. */
function looksLikeUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true
  const zeros = [0, 0]
  for (const [at, byte] of bytes.entries()) if (byte === 0) zeros[at % 2]!++
  const [even = 0, odd = 0] = zeros
  return Math.min(even, odd) === 0 && even + odd > bytes.length / 4
}

/** Bytes that stand in no text: controls other than tab, line ends and form feed. */
function hasControls(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte < 0x20 && ![0x09, 0x0a, 0x0c, 0x0d].includes(byte))
}

/** Whatever the text holds, the fence around it is longer than any in it. */
export function asBlock(name: string, text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map(({ length }) => length))
  const fence = '`'.repeat(longest + 1)
  const shown = name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim()
  const kind = /\.([A-Za-z0-9]{1,12})$/.exec(shown)?.[1]?.toLowerCase() ?? 'text'
  return `${shown}:\n\n${fence}${kind}\n${text.replace(/\r\n?/g, '\n').replace(/\n$/, '')}\n${fence}\n`
}
