// Where the keyboard starts in a layer that has just opened.

const stops = 'input, textarea, select, button, summary, a[href], [tabindex]'

/**
 * Puts the focus on the first thing in the layer that the Tab key reaches, on the layer itself where
 * there is none; not at all when it is inside already. At once: a key typed right after belongs to it.
 */
export function focusFirst(layer: HTMLElement): void {
  if (layer.contains(document.activeElement)) return
  const first = [...layer.querySelectorAll<HTMLElement>(stops)].find(isReached)
  ;(first ?? layer).focus({ preventScroll: true })
}

function isReached(element: HTMLElement): boolean {
  if (element.tabIndex < 0 || element.matches(':disabled')) return false
  // Of radio buttons only the chosen one is a stop; without one, the first.
  if (element.matches('input[type=radio]:not(:checked)')) {
    const { form, name } = element as HTMLInputElement
    const group = `input[type=radio][name="${CSS.escape(name)}"]:checked`
    if ((form ?? document).querySelector(group)) return false
  }
  return element.checkVisibility()
}
