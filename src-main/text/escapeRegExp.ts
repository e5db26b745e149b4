// Any text as a pattern that matches this text alone, under the `u` flag.

export function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}
