/**
 * The target duration of a turn, in milliseconds. Other requests wait for it, and for its writes to reach
 * the disk.
 */
const turnMs = 8
/** The maximum factor by which a turn grows after one that was much shorter. */
const maxGrowth = 2

/**
 * The number of items that a long job processes before it lets other requests run. It adapts to the
 * duration of the last turn, because one item can cost a thousand times as much as another, such as
 * workouts with one set or ten thousand.
 */
export class TurnSize {
  #items: number
  readonly #max: number

  /** `initial` is the size of the first turn, and `max` the largest size of any turn. */
  constructor({ initial = 4, max = 500 }: { readonly initial?: number; readonly max?: number } = {}) {
    this.#items = initial
    this.#max = max
  }

  /** The size of the next turn, at least 1. */
  get items(): number {
    return this.#items
  }

  /** Runs the work of a turn and adapts the size of the next one to its duration. */
  async measure<Result>(work: () => Promise<Result>): Promise<Result> {
    const started = performance.now()
    const result = await work()
    this.adaptTo(performance.now() - started)
    return result
  }

  /** Adapts the next turn's size to a duration measured by the caller, in milliseconds. */
  adaptTo(ms: number): void {
    const fitting = Math.floor(this.#items * Math.min(maxGrowth, turnMs / ms))
    this.#items = Math.max(1, Math.min(this.#max, fitting))
  }
}
