/** A timer that is due within this many milliseconds belongs to the work in progress. */
const restMargin = 250

interface PendingEvent {
  readonly label: string
  /** The time at which it is due. An event that only waits for its turn is due immediately. */
  readonly due: number
  run(): unknown
}

/** The true time, and whether work is in progress outside of this process. */
interface Clock {
  now: number
  readonly isBusy: boolean
}

/**
 * The events that could happen next: requests and responses in transit, and timers. The schedule decides their
 * order, so that the same schedule always leads to the same result.
 */
export class PendingEvents {
  readonly #clock: Clock
  readonly #events = new Set<PendingEvent>()
  #turns = 0

  /** @param clock the true time, which advances with the events */
  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** The true time, in milliseconds since 1970. */
  get now(): number {
    return this.#clock.now
  }

  set now(now: number) {
    this.#clock.now = now
  }

  /** Whether anything waits for its turn, apart from timers. */
  get isBusy(): boolean {
    return this.#ready().length > 0
  }

  /** The labels of all pending events. */
  get waiting(): string[] {
    return [...this.#events].map(
      ({ label, due }) => `${label}${due > this.now ? ` in ${due - this.now}` : ''}`,
    )
  }

  /** Does work when its turn comes. Rejects if the work does. */
  turn<Result>(label: string, work: () => Result | Promise<Result>): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#add({
        label,
        due: 0,
        async run() {
          try {
            resolve(await work())
          } catch (error) {
            reject(error)
          }
        },
      })
    })
  }

  /** Runs something after a delay in milliseconds. Returns a function that cancels it. */
  after(label: string, delay: number, run: () => void): () => void {
    const timer: PendingEvent = { label, due: this.now + Math.max(0, Math.ceil(delay)), run }
    this.#add(timer)
    return () => this.#events.delete(timer)
  }

  /** Resolves after a delay in milliseconds. */
  later(label: string, delay: number): Promise<void> {
    return new Promise((resolve) => void this.after(label, delay, resolve))
  }

  /** Records that work has progressed, so that `drain` also waits for what follows from it. */
  recordProgress(): void {
    this.#turns++
  }

  /** Lets all work run that isn't waiting for its turn. */
  async drain(): Promise<void> {
    for (let quiet = 0; quiet < 2; ) {
      const before = this.#turns
      await new Promise(setImmediate)
      quiet = before === this.#turns && !this.#clock.isBusy ? quiet + 1 : 0
    }
  }

  /** Runs one of the events that wait for their turn, or two at the same time. */
  async step(choice: number, atOnce = false): Promise<void> {
    const runnable = this.#ready()
    const chosen = new Set<PendingEvent>()
    for (let offset = 0; offset < (atOnce ? 2 : 1); offset++) {
      const event = runnable[(choice + offset) % Math.max(1, runnable.length)]
      if (event) chosen.add(event)
    }
    for (const event of chosen) this.#events.delete(event)
    this.now += 5
    this.#turns++
    await Promise.all([...chosen].map((event) => event.run()))
    await this.drain()
  }

  /**
   * Runs events in order of arrival, and timers when no event is left, until nothing is pending and `isDone`.
   *
   * @throws if that takes too long
   */
  async rest(isDone: () => boolean): Promise<void> {
    const end = this.now + 3_600_000
    for (let steps = 0; ; steps++) {
      if (steps > 20_000 || this.now > end)
        throw new Error(`events never end: ${this.waiting.slice(0, 5).join(', ')}`)
      if (this.isBusy) {
        await this.step(0)
        continue
      }
      await this.drain()
      if (this.isBusy) continue
      const next = Math.min(...[...this.#events].map(({ due }) => due))
      if (isDone() && next > this.now + restMargin) return
      if (!Number.isFinite(next)) throw new Error('work is in progress, but no event is pending')
      this.now = Math.max(this.now, next)
    }
  }

  #add(event: PendingEvent): void {
    this.#turns++
    this.#events.add(event)
  }

  #ready(): PendingEvent[] {
    return [...this.#events].filter(({ due }) => due <= this.now)
  }
}
