/** A map of at most `capacity` entries; beyond that, the least recently used one is dropped. */
export class LruMap<Key, Value> {
  readonly #capacity: number
  readonly #entries = new Map<Key, Value>()
  /** The key of the last entry; undefined if it is unknown. */
  #newest: Key | undefined

  constructor(capacity: number) {
    this.#capacity = capacity
  }

  get size(): number {
    return this.#entries.size
  }

  /** The value of a key. Reading it counts as a use. */
  get(key: Key): Value | undefined {
    const value = this.#entries.get(key)
    if (value === undefined || key === this.#newest) return value
    // A Map preserves insertion order, so the last entry is the most recent.
    this.#entries.delete(key)
    this.#entries.set(key, value)
    this.#newest = key
    return value
  }

  set(key: Key, value: Value): void {
    if (key !== this.#newest) this.#entries.delete(key)
    this.#entries.set(key, value)
    this.#newest = key
    if (this.#entries.size <= this.#capacity) return
    for (const oldest of this.#entries.keys()) {
      this.#entries.delete(oldest)
      return
    }
  }

  delete(key: Key): void {
    if (key === this.#newest) this.#newest = undefined
    this.#entries.delete(key)
  }
}
