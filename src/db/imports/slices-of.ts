/** Consecutive slices of a list. Each asks for its length when it begins. */
export function* slicesOf<T>(items: readonly T[], length: () => number): Generator<readonly T[]> {
  for (let start = 0, next = 0; start < items.length; start = next) {
    next = start + length()
    yield items.slice(start, next)
  }
}
