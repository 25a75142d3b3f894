import { type WeightUnit, weightUnits } from '../units.ts'
import { exerciseOf } from './choose-exercises.ts'
import { appliesTo, changesFor, isDone, type Judgment, judge } from './judge.ts'
import type { AddChange, BaseChange, Program, ProgramLift } from './program.ts'
import type { BaseCause, CurrentBase, ProgramStep, RunSet, RunWorkout } from './program-run.ts'

/** The contract's maximum for a weight, in any unit. */
export const maxWeight = 5000

/**
 * The highest base. Percentages are relative to the base, whatever was lifted, so without a maximum they could raise it
 * to infinity, and then none could lower it.
 */
const maxBaseGrams = maxWeight * weightUnits.kg.canonical

/** How many times in a row a rule has judged a success, or a miss. */
interface Streak {
  made: boolean
  count: number
}

/** A `next_cycle` change that is pending until its cycle ends. */
interface PendingChange {
  readonly cycle: number
  readonly made: boolean
  readonly changes: readonly BaseChange[]
  readonly cause: BaseCause
  readonly workoutId: string
  readonly last: RunSet
}

/** Tracks the bases of a run's lifts through its workouts and decisions, in order of time. */
export class Bases {
  readonly #now = new Map<string, CurrentBase>()
  readonly #streaks = new Map<string, Streak>()
  readonly #pending = new Map<string, PendingChange[]>()

  constructor(starting: ReadonlyMap<string, number>) {
    for (const [lift, baseGrams] of starting) this.#now.set(lift, { baseGrams })
  }

  /** The bases in a cycle, after the changes of all earlier cycles. */
  for(cycle: number): ReadonlyMap<string, CurrentBase> {
    this.#applyPending(cycle)
    return this.#now
  }

  /** Applies a base set by the lifter, which voids pending changes. */
  set(lift: string, baseGrams: number): void {
    this.#pending.delete(lift)
    for (const key of this.#streaks.keys()) if (key.startsWith(`${lift}/`)) this.#streaks.delete(key)
    this.#change(lift, baseGrams, { cause: { kind: 'set' } })
  }

  /** Judges each lift of a workout that settled a step. A lift with no set done is not judged. */
  judge(program: Program, workout: RunWorkout): void {
    this.#applyPending(workout.plan.cycle)
    for (const lift of program.lifts ?? []) {
      const sets = setsOf(program, lift.key, workout)
      if (sets.some(isDone)) this.#judgeLift(lift, sets, workout)
    }
  }

  #judgeLift(lift: ProgramLift, sets: readonly RunSet[], { plan, id }: RunWorkout): void {
    lift.rules?.forEach((rule, index) => {
      if (!appliesTo(rule, plan)) return
      const judgment = judge(rule, sets)
      if (!judgment) return
      const inARow = this.#count(`${lift.key}/${index}`, judgment.made)
      const changes = changesFor(rule, judgment, inARow)
      if (changes.length === 0) return
      this.#streaks.delete(`${lift.key}/${index}`)
      const cause = causeOf(judgment, plan, rule.steps !== undefined)
      if (rule.takes === 'next_cycle') {
        const { made, last } = judgment
        const pending = this.#pending.get(lift.key) ?? []
        pending.push({ cycle: plan.cycle, made, changes, cause, workoutId: id, last })
        this.#pending.set(lift.key, pending)
        return
      }
      this.#apply(lift.key, changes, judgment.last, { workoutId: id, cause })
    })
  }

  #count(key: string, made: boolean): number {
    const streak = this.#streaks.get(key)
    const count = streak?.made === made ? streak.count + 1 : 1
    this.#streaks.set(key, { made, count })
    return count
  }

  /** Applies pending changes of earlier cycles: one change a cycle, and a miss wins. */
  #applyPending(cycle: number): void {
    for (const [lift, pendingChanges] of this.#pending) {
      const dueChanges = pendingChanges.filter((pending) => pending.cycle < cycle)
      if (dueChanges.length === 0) continue
      this.#pending.set(
        lift,
        pendingChanges.filter((pending) => pending.cycle >= cycle),
      )
      for (const endedCycle of [...new Set(dueChanges.map((pending) => pending.cycle))].sort(
        (a, b) => a - b,
      )) {
        const changesOfCycle = dueChanges.filter((pending) => pending.cycle === endedCycle)
        const decisive = changesOfCycle.find(({ made }) => !made) ?? changesOfCycle[0]
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
    const gramsBefore = this.#now.get(lift)?.baseGrams
    if (gramsBefore === undefined) return
    const changedGrams = changes.reduce((grams, change) => changedBase(grams, change, last), gramsBefore)
    const newGrams = Math.min(changedGrams, maxBaseGrams)
    if (newGrams !== gramsBefore) this.#change(lift, newGrams, { workoutId, cause })
  }

  #change(lift: string, baseGrams: number, origin: Pick<CurrentBase, 'workoutId' | 'cause'>): void {
    const previous = this.#now.get(lift)
    this.#now.set(lift, { baseGrams, ...(previous && { fromGrams: previous.baseGrams }), ...origin })
  }
}

/**
 * The sets of every slot of a lift, in the order of the workout. A substitute exercise without a planned weight, such
 * as when equipment was missing, says nothing about the base.
 */
function setsOf(program: Program, lift: string, { plan, exercises }: RunWorkout): readonly RunSet[] {
  const day = program.days.find(({ key }) => key === plan.day)
  const exerciseOfSlot = new Map(
    day?.slots.filter((slot) => slot.lift === lift).map((slot) => [slot.key, exerciseOf(program, slot)]),
  )
  return exercises.flatMap(({ slot, exerciseId, sets }) => {
    if (slot === undefined || !exerciseOfSlot.has(slot)) return []
    const hasWeights = sets.some(({ target }) => target?.weightGrams !== undefined)
    return hasWeights || exerciseOfSlot.get(slot) === exerciseId ? sets : []
  })
}

function causeOf({ made, reps, last }: Judgment, { week }: ProgramStep, byReps: boolean): BaseCause {
  return {
    kind: made ? (byReps ? 'reps' : 'made') : 'missed',
    reps,
    ...(last.target?.reps && { neededReps: last.target.reps.min }),
    ...(last.weightGrams !== undefined && { weightGrams: last.weightGrams }),
    week,
  }
}

/** An amount in the unit that the lifter uses, as programs state it: 2.5 kg counts as 5 lb, and 5 lb as 2.5 kg. */
function addedGrams({ value, unit }: AddChange, used: WeightUnit = unit): number {
  const factor = used === unit ? 1 : used === 'lb' ? 2 : 0.5
  return value * factor * weightUnits[used].canonical
}

function changedBase(grams: number, change: BaseChange, { weightGrams, unit, reps = 0 }: RunSet): number {
  switch (change.kind) {
    case 'add':
      return Math.max(0, grams + addedGrams(change, unit))
    case 'percent':
      return grams * (1 + change.percent / 100)
    case 'tested':
      if (weightGrams === undefined || reps === 0) return grams
      return (weightGrams * (reps === 1 ? 1 : 1 + reps / 30) * change.percent) / 100
  }
}
