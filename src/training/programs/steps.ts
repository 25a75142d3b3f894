import type { Program } from './program.ts'
import type { ProgramStep } from './program-run.ts'

/** A place in a cycle: a day of a week, the nth time that the week lists it. */
interface Place {
  readonly week: string
  readonly day: string
  /** From 0. */
  readonly nth: number
}

/** The outcome of a settled place. */
type Outcome = 'done' | 'skipped'

/** The last cycle to search for an open step: no run gets that far. */
const maxCycle = 10_000

/**
 * The maximum number of cycles that a `go_to` may skip. A larger jump is ignored, since each skipped step is stored.
 */
export const maxCyclesAhead = 10

/** Which steps of a run are settled, and which one is next. */
export class Steps {
  #places: readonly Place[]
  #cycles: number
  /** By cycle, week, day and nth; only settled places. */
  readonly #settled = new Map<string, Outcome>()
  /** The number of steps settled by workouts and by skips; a repeated week counts again. */
  #done = 0
  #skipped = 0
  /** No earlier cycle has an open step. */
  #firstOpenCycle = 1

  constructor(program: Program) {
    this.#places = placesOf(program)
    this.#cycles = program.cycles ?? maxCycle
  }

  get done(): number {
    return this.#done
  }

  get skipped(): number {
    return this.#skipped
  }

  /** The steps that are currently skipped. */
  skippedSteps(): ProgramStep[] {
    return [...this.#settled].flatMap(([key, outcome]) => {
      const [cycle = '', week = '', day = ''] = key.split('/')
      return outcome === 'skipped' ? { cycle: Number(cycle), week, day } : []
    })
  }

  /** Follows a different revision. Places with the same keys stay settled. */
  follow(program: Program): void {
    this.#places = placesOf(program)
    this.#cycles = program.cycles ?? maxCycle
    this.#firstOpenCycle = 1
  }

  /** The first step that is not settled; undefined when none is left. */
  next(): ProgramStep | undefined {
    for (let cycle = this.#firstOpenCycle; cycle <= this.#cycles; cycle++) {
      const open = this.#places.find((place) => !this.#settled.has(keyOf(cycle, place)))
      if (open) {
        this.#firstOpenCycle = cycle
        return { cycle, week: open.week, day: open.day }
      }
    }
    return undefined
  }

  /** Settles a step by a workout. False if its week doesn't list it, or not more often than it was already done. */
  finish(step: ProgramStep): boolean {
    return this.#settle(step, 'done', (previous) => previous !== 'done')
  }

  /** Skips a step. A settled step stays as it is. */
  skip(step: ProgramStep): void {
    this.#settle(step, 'skipped', (previous) => previous === undefined)
  }

  /** Continues from a step: the steps before it are skipped; it and those after it in its cycle are reopened. */
  goTo(step: ProgramStep): void {
    const firstReopened = this.#places.findIndex(({ week, day }) => week === step.week && day === step.day)
    if (firstReopened < 0) return
    const firstCycle = Math.min(this.next()?.cycle ?? this.#cycles, step.cycle)
    if (step.cycle > Math.min(firstCycle + maxCyclesAhead, this.#cycles)) return
    for (let cycle = firstCycle; cycle <= step.cycle; cycle++) {
      this.#places.forEach((place, index) => {
        const key = keyOf(cycle, place)
        if (cycle === step.cycle && index >= firstReopened) this.#reopen(key)
        else if (!this.#settled.has(key)) {
          this.#settled.set(key, 'skipped')
          this.#skipped += 1
        }
      })
    }
    this.#firstOpenCycle = Math.min(this.#firstOpenCycle, step.cycle)
  }

  #reopen(key: string): void {
    if (this.#settled.get(key) === 'skipped') this.#skipped -= 1
    this.#settled.delete(key)
  }

  /** Reopens a week: in the current cycle, or in the previous one if the week was not reached yet. */
  repeat(week: string): void {
    const current = this.next()?.cycle ?? this.#cycles
    const places = this.#places.filter((place) => place.week === week)
    for (const cycle of [current, current - 1]) {
      if (cycle < 1 || !places.some((place) => this.#settled.has(keyOf(cycle, place)))) continue
      for (const place of places) this.#settled.delete(keyOf(cycle, place))
      this.#firstOpenCycle = Math.min(this.#firstOpenCycle, cycle)
      return
    }
  }

  #settle(step: ProgramStep, outcome: Outcome, isOpen: (previous: Outcome | undefined) => boolean): boolean {
    const place = this.#places.find(
      ({ week, day, nth }) =>
        week === step.week &&
        day === step.day &&
        isOpen(this.#settled.get(keyOf(step.cycle, { week, day, nth }))),
    )
    if (!place) return false
    const key = keyOf(step.cycle, place)
    if (this.#settled.get(key) === 'skipped') this.#skipped -= 1
    this.#settled.set(key, outcome)
    if (outcome === 'done') this.#done += 1
    else this.#skipped += 1
    return true
  }
}

function placesOf({ weeks }: Program): readonly Place[] {
  return weeks.flatMap(({ key: week, days }) =>
    days.map((day, index) => ({
      week,
      day,
      nth: days.slice(0, index).filter((earlier) => earlier === day).length,
    })),
  )
}

function keyOf(cycle: number, { week, day, nth }: Place): string {
  return `${cycle}/${week}/${day}/${nth}`
}
