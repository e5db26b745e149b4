// The layers over the page that keys and buttons open.
class Layer {
  open = $state(false)

  show(): void {
    this.open = true
  }
}

export const palette = new Layer()
export const jobPanel = new Layer()
export const keysSheet = new Layer()
