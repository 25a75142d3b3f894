import type { Program } from './program.ts'
import type { ProgramStep } from './run.ts'

/** A place in a cycle: a day of a week, the nth time that the week lists it. */
interface Place {
  readonly week: string
  readonly day: string
  /** From 0. */
  readonly nth: number
}

/** How a place was settled. */
type Settled = 'done' | 'skipped'

/** The last cycle to search for an open step: no run gets that far. */
const maxCycle = 10_000

/** How many cycles a `go_to` may skip; one that goes further is ignored, because every skipped step is stored. */
export const maxCyclesAhead = 10

/** Which steps of a run are settled, and which one is next. */
export class Steps {
  #places: readonly Place[]
  #cycles: number
  /** By cycle, week, day and nth. Unlisted: not settled. */
  readonly #settled = new Map<string, Settled>()
  /** How often a step was settled by workouts and skips, so that a repeated week is counted separately. */
  #done = 0
  #skipped = 0
  /** No cycle before it has a step left. */
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
    return [...this.#settled].flatMap(([key, as]) => {
      const [cycle = '', week = '', day = ''] = key.split('/')
      return as === 'skipped' ? { cycle: Number(cycle), week, day } : []
    })
  }

  /** Follows another revision: what is settled stays settled by its keys. */
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

  /** Settles a step by a workout. False if it was already done as often as its week lists it. */
  finish(step: ProgramStep): boolean {
    return this.#settle(step, 'done', (was) => was !== 'done')
  }

  /** Skips a step. A settled step stays as it is. */
  skip(step: ProgramStep): void {
    this.#settle(step, 'skipped', (was) => was === undefined)
  }

  /** Continues from a step: the steps before it are skipped; it and those after it in its cycle are reopened. */
  goTo(step: ProgramStep): void {
    const from = this.#places.findIndex(({ week, day }) => week === step.week && day === step.day)
    if (from < 0) return
    const first = Math.min(this.next()?.cycle ?? this.#cycles, step.cycle)
    if (step.cycle > Math.min(first + maxCyclesAhead, this.#cycles)) return
    for (let cycle = first; cycle <= step.cycle; cycle++) {
      this.#places.forEach((place, index) => {
        const key = keyOf(cycle, place)
        if (cycle === step.cycle && index >= from) this.#reopen(key)
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

  #settle(step: ProgramStep, as: Settled, may: (was: Settled | undefined) => boolean): boolean {
    const place = this.#places.find(
      ({ week, day, nth }) =>
        week === step.week &&
        day === step.day &&
        may(this.#settled.get(keyOf(step.cycle, { week, day, nth }))),
    )
    if (!place) return false
    const key = keyOf(step.cycle, place)
    if (this.#settled.get(key) === 'skipped') this.#skipped -= 1
    this.#settled.set(key, as)
    if (as === 'done') this.#done += 1
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
