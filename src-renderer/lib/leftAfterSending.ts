// What stays in a field when a text was sent from it and the answer to that comes a moment later.

/**
 * `now` without `sent`: what was typed before, in the middle of or behind it meanwhile. Where it was
 * changed in another way, all of it: nothing that somebody typed is taken.
 */
export function leftAfterSending(sent: string, now: string): string {
  const shorter = Math.min(sent.length, now.length)
  let before = 0
  while (before < shorter && sent[before] === now[before]) before++
  const behind = sent.slice(before)
  return now.endsWith(behind) && now.length >= sent.length
    ? now.slice(before, now.length - behind.length)
    : now
}
