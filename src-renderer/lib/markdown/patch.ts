// Brings a rendered block up to date in place: text that only grew is appended, so a selection in it
// survives while the answer is being written.

export function patchChildren(target: Node, source: Node): void {
  const wanted = [...source.childNodes]
  for (const [index, next] of wanted.entries()) {
    const present = target.childNodes[index]
    if (!present) target.appendChild(next)
    else if (!patchNode(present, next)) target.replaceChild(next, present)
  }
  while (target.childNodes.length > wanted.length) target.lastChild?.remove()
}

/** False when `present` cannot become `next`. */
function patchNode(present: Node, next: Node): boolean {
  if (present instanceof Text && next instanceof Text) {
    if (next.data.startsWith(present.data)) present.appendData(next.data.slice(present.length))
    else present.data = next.data
    return true
  }
  if (!(present instanceof Element) || !(next instanceof Element)) return false
  if (present.tagName !== next.tagName) return false
  for (const name of ['class', 'start']) {
    const value = next.getAttribute(name)
    if (value === null) present.removeAttribute(name)
    else if (present.getAttribute(name) !== value) present.setAttribute(name, value)
  }
  patchChildren(present, next)
  return true
}
