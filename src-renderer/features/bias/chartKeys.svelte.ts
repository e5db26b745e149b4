// The keys of a chart of axes: t for the table, arrows from row to row.
import { useShortcut } from '../../lib/shortcuts.svelte'

export class ChartView {
  asTable = $state(false)
  list = $state<HTMLElement | null>(null)

  /** Call while the component is being set up. */
  useKeys(): void {
    useShortcut('t', () => (this.asTable = !this.asTable))
    useShortcut(
      'ArrowDown',
      () => this.#walk(1),
      () => this.#canWalk()
    )
    useShortcut(
      'ArrowUp',
      () => this.#walk(-1),
      () => this.#canWalk()
    )
  }

  /** From the heading, where one arrives, and from row to row. */
  #canWalk(): boolean {
    const { activeElement } = document
    if (this.asTable || !(activeElement instanceof HTMLElement)) return false
    return activeElement.matches('body, h1, [data-axis-row]')
  }

  #walk(by: 1 | -1): void {
    const rows = [...(this.list?.querySelectorAll<HTMLElement>('[data-axis-row]') ?? [])]
    const at = rows.findIndex((row) => row === document.activeElement)
    const next = at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + by))
    rows[next]?.focus()
  }
}
