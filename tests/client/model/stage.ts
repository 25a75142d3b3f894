/** Everything within this many milliseconds belongs to the work in progress. */
const moment = 250

interface Happening {
  readonly label: string
  /** When it is due, by the stage's time; immediately if it only waits for its turn. */
  readonly due: number
  run(): unknown
}

/** The true time, and whether something is under way outside of this process. */
interface Clock {
  now: number
  readonly isBusy: boolean
}

/**
 * What could happen next: requests and responses in transit, timers. None of it happens by itself: the schedule
 * decides the order, so that the same schedule always leads to the same result.
 */
export class Stage {
  readonly #clock: Clock
  readonly #happenings = new Set<Happening>()
  #turns = 0

  /** @param clock the true time, which advances with what happens */
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

  /** What waits for its turn. */
  get waiting(): string[] {
    return [...this.#happenings].map(
      ({ label, due }) => `${label}${due > this.now ? ` in ${due - this.now}` : ''}`,
    )
  }

  /** Does some work when its turn comes. Rejects if the work does. */
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
    const timer: Happening = { label, due: this.now + Math.max(0, Math.ceil(delay)), run }
    this.#add(timer)
    return () => this.#happenings.delete(timer)
  }

  /** Resolves after a delay in milliseconds. */
  later(label: string, delay: number): Promise<void> {
    return new Promise((resolve) => void this.after(label, delay, resolve))
  }

  /** Signals that something has happened that others may be waiting for. */
  stir(): void {
    this.#turns++
  }

  /** Lets everything run that isn't waiting for its turn. */
  async drain(): Promise<void> {
    for (let quiet = 0; quiet < 2; ) {
      const before = this.#turns
      await new Promise(setImmediate)
      quiet = before === this.#turns && !this.#clock.isBusy ? quiet + 1 : 0
    }
  }

  /** Gives a turn to one that waits, or to two at the same time. */
  async step(choice: number, atOnce = false): Promise<void> {
    const ready = this.#ready()
    const chosen = new Set<Happening>()
    for (let more = 0; more < (atOnce ? 2 : 1); more++) {
      const one = ready[(choice + more) % Math.max(1, ready.length)]
      if (one) chosen.add(one)
    }
    for (const one of chosen) this.#happenings.delete(one)
    this.now += 5
    this.#turns++
    await Promise.all([...chosen].map((one) => one.run()))
    await this.drain()
  }

  /**
   * Gives everything its turn, first come, first served, until nothing waits and `isDone`. Meanwhile time
   * advances from timer to timer.
   *
   * @throws if that never happens
   */
  async rest(isDone: () => boolean): Promise<void> {
    const end = this.now + 3_600_000
    for (let steps = 0; ; steps++) {
      if (steps > 20_000 || this.now > end)
        throw new Error(`it never ends: ${this.waiting.slice(0, 5).join(', ')}`)
      if (this.isBusy) {
        await this.step(0)
        continue
      }
      await this.drain()
      if (this.isBusy) continue
      const next = Math.min(...[...this.#happenings].map(({ due }) => due))
      if (isDone() && next > this.now + moment) return
      if (!Number.isFinite(next)) throw new Error('something waits forever')
      this.now = Math.max(this.now, next)
    }
  }

  #add(happening: Happening): void {
    this.#turns++
    this.#happenings.add(happening)
  }

  #ready(): Happening[] {
    return [...this.#happenings].filter(({ due }) => due <= this.now)
  }
}
