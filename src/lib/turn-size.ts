/** How long a turn should take, in milliseconds: others wait for it, and for what it writes to reach the disk. */
const turnMs = 8
/** A turn after one that took much less has at most so many times the items. */
const maxGrowth = 2

/**
 * How many items a long job handles before it lets others run. Items can cost a thousand times as much as each other,
 * such as workouts of one set and of ten thousand, so the number follows what the last turn took.
 */
export class TurnSize {
  #items: number
  readonly #most: number

  /** @param least of the first turn; `most` of any */
  constructor({ least = 4, most = 500 }: { readonly least?: number; readonly most?: number } = {}) {
    this.#items = least
    this.#most = most
  }

  /** For the next turn: at least 1. */
  get items(): number {
    return this.#items
  }

  /** Does the work of a turn, and chooses the size of the next one by how long it took. */
  async measure<Result>(work: () => Promise<Result>): Promise<Result> {
    const started = performance.now()
    const result = await work()
    this.took(performance.now() - started)
    return result
  }

  /** The same for work that was measured elsewhere, in milliseconds. */
  took(ms: number): void {
    const fitting = Math.floor(this.#items * Math.min(maxGrowth, turnMs / ms))
    this.#items = Math.max(1, Math.min(this.#most, fitting))
  }
}
