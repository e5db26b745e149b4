// Text files put into a message: what the model reads is a fenced block under the file's name.

/** 1 MB: beyond what any of the models read, and quick to type around. */
export const attachmentLimitBytes = 1_000_000

export type ReadAttachment = { text: string } | { refused: 'tooLarge' | 'notText' }

export async function readAttachment(file: Blob): Promise<ReadAttachment> {
  if (file.size > attachmentLimitBytes) return { refused: 'tooLarge' }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer())
    return text.includes('\0') ? { refused: 'notText' } : { text }
  } catch {
    return { refused: 'notText' }
  }
}

/** Whatever the text holds, the fence around it is longer than any in it. */
export function asBlock(name: string, text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map(({ length }) => length))
  const fence = '`'.repeat(longest + 1)
  const shown = name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim()
  const kind = /\.([A-Za-z0-9]{1,12})$/.exec(shown)?.[1]?.toLowerCase() ?? 'text'
  return `${shown}:\n\n${fence}${kind}\n${text.replace(/\r\n?/g, '\n').replace(/\n$/, '')}\n${fence}\n`
}
