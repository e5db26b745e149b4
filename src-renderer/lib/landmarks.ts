// F6 goes round the regions of the window, Shift F6 backwards.

export function moveToLandmark(direction: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-landmark]')].filter(
    (region) => region.offsetParent !== null || region.tagName === 'MAIN'
  )
  if (regions.length === 0) return
  // The innermost one: regions may lie inside others.
  const here = regions.findLastIndex((region) => region.contains(document.activeElement))
  const start = here === -1 && direction === -1 ? 0 : here
  const next = regions[(start + direction + regions.length) % regions.length]
  if (!next) return
  if (!next.hasAttribute('tabindex')) next.tabIndex = -1
  next.focus()
}
