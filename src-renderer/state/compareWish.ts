// Models that another place wants beside each other in the next comparison.
class CompareWish {
  models: readonly string[] = []

  take(): readonly string[] {
    const wanted = this.models
    this.models = []
    return wanted
  }
}

export const compareWish = new CompareWish()
