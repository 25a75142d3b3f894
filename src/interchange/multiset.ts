/** A multiset of items keyed by text. */
export class Multiset {
  readonly #counts = new Map<string, number>()
  #size = 0

  constructor(items: Iterable<string> = []) {
    for (const item of items) this.add(item)
  }

  get size(): number {
    return this.#size
  }

  add(item: string): void {
    this.#counts.set(item, (this.#counts.get(item) ?? 0) + 1)
    this.#size++
  }

  /** Removes one occurrence of an item; false if there is none. */
  delete(item: string): boolean {
    const count = this.#counts.get(item) ?? 0
    if (count === 0) return false
    this.#counts.set(item, count - 1)
    this.#size--
    return true
  }

  /** Whether it contains every item of the other at least as often. */
  includes(other: Multiset): boolean {
    for (const [item, count] of other.#counts) if ((this.#counts.get(item) ?? 0) < count) return false
    return true
  }

  addAll(other: Multiset): void {
    for (const [item, count] of other.#counts) for (let copy = 0; copy < count; copy++) this.add(item)
  }

  /** Removes every item of the other, all of which it must contain. */
  deleteAll(other: Multiset): void {
    for (const [item, count] of other.#counts) for (let copy = 0; copy < count; copy++) this.delete(item)
  }
}
