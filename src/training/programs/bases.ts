import { weightUnits } from '../units.ts'
import { exerciseOf } from './choose-exercises.ts'
import { appliesTo, changesFor, isDone, type Judgement, judge } from './judge.ts'
import type { BaseChange, Program, ProgramLift } from './program.ts'
import type { BaseCause, BaseNow, ProgramStep, RunSet, RunWorkout } from './run.ts'

/** How often a rule was made, or missed, consecutively. */
interface Streak {
  made: boolean
  count: number
}

/** A `next_cycle` change that is pending until its cycle ends. */
interface Waiting {
  readonly cycle: number
  readonly made: boolean
  readonly changes: readonly BaseChange[]
  readonly cause: BaseCause
  readonly workoutId: string
  readonly last: RunSet
}

/** Follows the bases of a run's lifts through its workouts and decisions, in order of time. */
export class Bases {
  readonly #now = new Map<string, BaseNow>()
  readonly #streaks = new Map<string, Streak>()
  readonly #waiting = new Map<string, Waiting[]>()

  constructor(starting: ReadonlyMap<string, number>) {
    for (const [lift, baseGrams] of starting) this.#now.set(lift, { baseGrams })
  }

  /** The bases for a step: with the changes of all cycles before it. */
  for(cycle: number): ReadonlyMap<string, BaseNow> {
    this.#takeEffect(cycle)
    return this.#now
  }

  /** Applies a base set by the lifter, which voids pending changes. */
  set(lift: string, baseGrams: number): void {
    this.#waiting.delete(lift)
    for (const key of this.#streaks.keys()) if (key.startsWith(`${lift}/`)) this.#streaks.delete(key)
    this.#change(lift, baseGrams, { cause: { kind: 'set' } })
  }

  /** Judges each lift of a workout that settled a step. A lift with no set done is not judged. */
  judge(program: Program, workout: RunWorkout): void {
    this.#takeEffect(workout.plan.cycle)
    for (const lift of program.lifts ?? []) {
      const sets = setsOf(program, lift.key, workout)
      if (sets.some(isDone)) this.#judgeLift(lift, sets, workout)
    }
  }

  #judgeLift(lift: ProgramLift, sets: readonly RunSet[], { plan, id }: RunWorkout): void {
    lift.rules?.forEach((rule, index) => {
      if (!appliesTo(rule, plan)) return
      const judgement = judge(rule, sets)
      if (!judgement) return
      const inARow = this.#count(`${lift.key}/${index}`, judgement.made)
      const changes = changesFor(rule, judgement, inARow)
      if (changes.length === 0) return
      this.#streaks.delete(`${lift.key}/${index}`)
      const cause = causeOf(judgement, plan, changes.length > 0 && rule.steps !== undefined)
      if (rule.takes === 'next_cycle') {
        const { made, last } = judgement
        const waiting = this.#waiting.get(lift.key) ?? []
        waiting.push({ cycle: plan.cycle, made, changes, cause, workoutId: id, last })
        this.#waiting.set(lift.key, waiting)
        return
      }
      this.#apply(lift.key, changes, judgement.last, { workoutId: id, cause })
    })
  }

  #count(key: string, made: boolean): number {
    const streak = this.#streaks.get(key)
    const count = streak?.made === made ? streak.count + 1 : 1
    this.#streaks.set(key, { made, count })
    return count
  }

  /** Applies pending changes of earlier cycles: one change a cycle, and a miss wins. */
  #takeEffect(cycle: number): void {
    for (const [lift, all] of this.#waiting) {
      const due = all.filter((one) => one.cycle < cycle)
      if (due.length === 0) continue
      this.#waiting.set(
        lift,
        all.filter((one) => one.cycle >= cycle),
      )
      for (const ended of [...new Set(due.map((one) => one.cycle))].sort((a, b) => a - b)) {
        const ofCycle = due.filter((one) => one.cycle === ended)
        const decisive = ofCycle.find(({ made }) => !made) ?? ofCycle[0]
        if (decisive) this.#apply(lift, decisive.changes, decisive.last, decisive)
      }
    }
  }

  #apply(
    lift: string,
    changes: readonly BaseChange[],
    last: RunSet,
    { workoutId, cause }: { readonly workoutId: string; readonly cause: BaseCause },
  ): void {
    const before = this.#now.get(lift)?.baseGrams
    if (before === undefined) return
    const after = changes.reduce((grams, change) => changed(grams, change, last), before)
    if (after !== before) this.#change(lift, after, { workoutId, cause })
  }

  #change(lift: string, baseGrams: number, why: Pick<BaseNow, 'workoutId' | 'cause'>): void {
    const before = this.#now.get(lift)
    this.#now.set(lift, { baseGrams, ...(before && { fromGrams: before.baseGrams }), ...why })
  }
}

/**
 * The sets of every slot of a lift, in the order of the workout. A substitute exercise without a planned weight, such as
 * when equipment was missing, says nothing about the base.
 */
function setsOf(program: Program, lift: string, { plan, exercises }: RunWorkout): readonly RunSet[] {
  const day = program.days.find(({ key }) => key === plan.day)
  const own = new Map(
    day?.slots.filter((slot) => slot.lift === lift).map((slot) => [slot.key, exerciseOf(program, slot)]),
  )
  return exercises.flatMap(({ slot, exerciseId, sets }) => {
    if (slot === undefined || !own.has(slot)) return []
    const hasWeights = sets.some(({ target }) => target?.weightGrams !== undefined)
    return hasWeights || own.get(slot) === exerciseId ? sets : []
  })
}

function causeOf({ made, reps, last }: Judgement, { week }: ProgramStep, byReps: boolean): BaseCause {
  return {
    kind: made ? (byReps ? 'reps' : 'made') : 'missed',
    reps,
    ...(last.target?.reps && { neededReps: last.target.reps.min }),
    ...(last.weightGrams !== undefined && { weightGrams: last.weightGrams }),
    week,
  }
}

function changed(grams: number, change: BaseChange, { weightGrams, reps = 0 }: RunSet): number {
  switch (change.kind) {
    case 'add':
      return Math.max(0, grams + change.value * weightUnits[change.unit].canonical)
    case 'percent':
      return grams * (1 + change.percent / 100)
    case 'tested':
      if (weightGrams === undefined || reps === 0) return grams
      return (weightGrams * (reps === 1 ? 1 : 1 + reps / 30) * change.percent) / 100
  }
}
