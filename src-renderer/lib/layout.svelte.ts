// How wide the window is in its own units: the interface size counts, as in the style sheet.

const narrowRem = 45
const roomyRem = 64

class Layout {
  widthRem = $state(64)
  readonly narrow = $derived(this.widthRem < narrowRem)
  readonly roomy = $derived(this.widthRem >= roomyRem)

  /** Measures now and at every change of the body's width. */
  watch(): () => void {
    const measure = (): void => {
      const rootPx = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
      this.widthRem = document.body.clientWidth / rootPx
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(document.body)
    // The body's width stays when the letter size changes, so the size is watched as well.
    const styles = new MutationObserver(measure)
    styles.observe(document.documentElement, { attributeFilter: ['style'] })
    return () => {
      observer.disconnect()
      styles.disconnect()
    }
  }
}

export const layout = new Layout()
