declare const moreStyleAddress: string

let styleLoaded: Promise<void> | undefined

/** Adds the style sheet of all pages but the first. */
export function addStyle(): Promise<void> {
  styleLoaded ??= new Promise((resolve) => {
    const link = document.createElement('link')
    link.rel = 'stylesheet'
    link.href = moreStyleAddress
    link.onload = link.onerror = () => resolve()
    document.head.append(link)
  })
  return styleLoaded
}
