// What the page in view is called: for the document's title and the breadcrumb.

export interface Crumb {
  label: string
  hash?: string
}

class Page {
  /** From the place to the thing; the last one is the page itself. */
  crumbs = $state.raw<Crumb[]>([])
  readonly title = $derived(
    [
      this.crumbs
        .map((crumb) => crumb.label)
        .toReversed()
        .join(', '),
      'Lethe'
    ]
      .filter(Boolean)
      .join(' · ')
  )
}

export const page = new Page()

/** Names the page for as long as the component lives; `crumbs` is read again as it changes. */
export function usePage(crumbs: () => Crumb[]): void {
  $effect(() => {
    page.crumbs = crumbs()
  })
}
