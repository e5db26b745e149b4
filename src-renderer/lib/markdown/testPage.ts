// The markdown of an answer on a bare page, for the test in a real browser.
import { markdownBlocks } from './blocks'
import { patchChildren } from './patch'
import { sanitize } from './sanitize'
import { settleTail } from './settleTail'

export interface PageWithRender {
  render: (text: string, streaming: boolean, host: HTMLElement) => void
}

function render(text: string, streaming: boolean, host: HTMLElement): void {
  const whole = document.createDocumentFragment()
  for (const block of markdownBlocks(streaming ? settleTail(text) : text)) {
    if (block.type === 'html') {
      whole.append(sanitize(block.html))
    } else {
      const code = document.createElement('pre')
      code.textContent = block.code
      whole.append(code)
    }
  }
  patchChildren(host, whole)
}

Object.assign(window, { render } satisfies PageWithRender)
