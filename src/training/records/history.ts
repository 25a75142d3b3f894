import { counts, repsDone, timesDone } from '../counting.ts'
import { defaultFormula, effectiveReps, type FormulaId, oneRepMaxBy } from '../e1rm.ts'
import type { TrainingContext } from '../exercise-work.ts'
import { bodyweightShareOf, setVolume, strengthLoad, volumeOfLoad } from '../load.ts'
import { factsOf, type SetWork } from '../types.ts'
import { type Best, Bests, type Judged } from './bests.ts'
import type { SetAtHand, SetCursor } from './set-cursor.ts'

/** How to go through sets. */
export interface RecordOptions extends TrainingContext {
  readonly formula?: FormulaId | undefined
}

/** The time span of records: `from` ≤ performedAt < `before`. */
export interface RecordTime {
  readonly from: number
  readonly before: number
}

/** Sums of all sets that count. */
export interface HistoryTotals {
  sets: number
  reps: number
  volumeGrams: number
  unknownLoadSets: number
}

/** What sets yield when gone through from first to last. */
export interface SetHistory {
  /** By exercise, in the order in which each was first done. */
  readonly bests: ReadonlyMap<string, Bests>
  /** Each time that a best was beaten, oldest first. */
  readonly beaten: readonly Best[]
  readonly totals: Readonly<HistoryTotals>
  /** Ids of the workouts with a set that counts, oldest first. */
  readonly workoutIds: readonly string[]
}

/** What is known of the exercise of a set in a workout. */
interface AtHand {
  readonly bests: Bests
  readonly moving: boolean
  bodyweight: number | undefined
}

/**
 * Goes through sets once, from first to last, for records and sums. Loads are those that strength is judged
 * by: a per-hand weight is that of one hand, a bodyweight lift includes bodyweight, an assisted one less;
 * volumes count both hands and both sides. A set whose load is unknown yields only records of reps, time and
 * distance.
 * @throws {RangeError} for a set whose exercise isn't in the options.
 */
export function setHistory(
  sets: SetCursor,
  { exercises, bodyweightAt, formula = defaultFormula }: RecordOptions,
): SetHistory {
  const known = new Map<string, AtHand>()
  const beaten: Best[] = []
  const totals: HistoryTotals = { sets: 0, reps: 0, volumeGrams: 0, unknownLoadSets: 0 }
  const workoutIds: string[] = []
  const judged: Judged = { loadGrams: 0, volumeGrams: 0, oneRepMaxGrams: 0 }
  const inWorkout = new Set<AtHand>()
  let exercise: AtHand | undefined
  let exerciseId: string | undefined

  const enter = (id: string): AtHand => {
    const facts = factsOf(exercises, id)
    const made: AtHand = {
      bests: new Bests(facts, (best) => beaten.push(best)),
      moving: bodyweightShareOf(facts) > 0,
      bodyweight: undefined,
    }
    known.set(id, made)
    return made
  }
  const atHand = (): AtHand => {
    if (inWorkout.size === 0) {
      workoutIds.push(sets.workoutId)
    } else if (exercise && exerciseId === sets.exerciseId) return exercise
    exerciseId = sets.exerciseId
    exercise = known.get(exerciseId) ?? enter(exerciseId)
    if (!inWorkout.has(exercise)) {
      inWorkout.add(exercise)
      exercise.bodyweight = exercise.moving ? bodyweightAt(sets) : undefined
    }
    return exercise
  }
  while (sets.next()) {
    if (counts(sets)) {
      const { bests, bodyweight } = atHand()
      const load = strengthLoad(sets, bests.facts, bodyweight)
      const volume = volumeOfLoad(sets, bests.facts, bodyweight, load)
      judged.loadGrams = load ?? 0
      judged.volumeGrams = volume ?? 0
      judged.oneRepMaxGrams = oneRepMaxOf(sets, judged.loadGrams, formula)
      bests.takeSet(sets, judged)
      const times = timesDone(sets)
      totals.sets += times
      totals.reps += repsDone(sets)
      totals.volumeGrams += judged.volumeGrams
      if (volume === undefined) totals.unknownLoadSets += times
    }
    if (sets.endsWorkout) {
      for (const { bests } of inWorkout) bests.endWorkout(sets.position, sets.performedAt)
      inWorkout.clear()
    }
  }
  return { bests: new Map([...known].map(([id, { bests }]) => [id, bests])), beaten, totals, workoutIds }
}

function oneRepMaxOf(set: SetWork, loadGrams: number, formula: FormulaId): number {
  const n = loadGrams > 0 ? effectiveReps(set) : undefined
  return n === undefined ? 0 : (oneRepMaxBy(formula, loadGrams, n) ?? 0)
}

/** The records of a time span, oldest first. */
export function beatenIn({ beaten }: Pick<SetHistory, 'beaten'>, { from, before }: RecordTime): Best[] {
  return beaten.filter(({ performedAt }) => performedAt >= from && performedAt < before)
}

/** Whether a set added volume to an exercise: such sets are listed with their workout's volume. */
export const gaveVolume =
  (exerciseId: string, { exercises, bodyweightAt }: RecordOptions) =>
  (set: SetAtHand): boolean => {
    if (set.exerciseId !== exerciseId || !counts(set)) return false
    const facts = factsOf(exercises, exerciseId)
    return (setVolume(set, facts, bodyweightShareOf(facts) > 0 ? bodyweightAt(set) : undefined) ?? 0) > 0
  }
