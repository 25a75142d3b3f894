import type { Environment } from '#client/index.ts'

/** Timers that fire only when a test runs them. */
export class Timers {
  readonly #waiting = new Set<{ readonly delay: number; readonly run: () => void }>()

  readonly after: Environment['after'] = (delay, run) => {
    const timer = { delay, run }
    this.#waiting.add(timer)
    return () => this.#waiting.delete(timer)
  }

  /** The delays of the pending timers, in milliseconds. */
  delays(): number[] {
    return [...this.#waiting].map(({ delay }) => delay)
  }

  /** The pending timers with this delay. A renewed timer is a different object. */
  withDelay(delay: number): object[] {
    return [...this.#waiting].filter((timer) => timer.delay === delay)
  }

  /** Fires the timers with this delay. Returns their number. */
  run(delay: number): number {
    const due = [...this.#waiting].filter((timer) => timer.delay === delay)
    for (const timer of due) {
      this.#waiting.delete(timer)
      timer.run()
    }
    return due.length
  }
}
