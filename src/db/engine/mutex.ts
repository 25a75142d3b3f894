/** A mutex, first come, first served. */
export class Mutex {
  #locked = false
  readonly #waiting: (() => void)[] = []

  /** Resolves once the caller has the mutex, which it must `release`. */
  acquire(): Promise<void> {
    if (this.#locked) return new Promise((resolve) => this.#waiting.push(resolve))
    this.#locked = true
    return Promise.resolve()
  }

  /** Releases the mutex and lets the next caller acquire it. */
  release(): void {
    const next = this.#waiting.shift()
    if (next) next()
    else this.#locked = false
  }
}
