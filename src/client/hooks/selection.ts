import { areEqual } from '#training/merge.ts'

/** A source that components can subscribe to: a `Replog` or a `Catalogue`. */
export interface Subscribable {
  subscribe(listener: () => void): () => void
}

/** Returns the last value again if a new one has the same content, so that nothing is re-rendered. */
export function createSelection<Selected>(): (next: Selected) => Selected {
  let last: { readonly value: Selected } | undefined
  return (value) => {
    if (!last || !areEqual(last.value, value)) last = { value }
    return last.value
  }
}
