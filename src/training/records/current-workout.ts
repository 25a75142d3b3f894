import { repsDone } from '../counting.ts'
import { defaultFormula, effectiveReps, type FormulaId, oneRepMaxBy } from '../e1rm.ts'
import { bodyweightShareOf, strengthLoad, volumeOfLoad } from '../load.ts'
import { type ExerciseFacts, factsOf, type SetWork } from '../types.ts'
import type { Bests, RecordValues } from './bests.ts'
import type { SetCursor } from './set-cursor.ts'
import type { HistoryTotals, RecordOptions } from './set-history.ts'

/** The state of an exercise within the current workout. */
interface CurrentExercise {
  readonly bests: Bests
  /** Whether it moves part of the body's weight. */
  readonly movesBody: boolean
  bodyweight: number | undefined
  /** Its sets of each side in the workout, and how many of them have an unknown load. */
  left: number
  right: number
  unknownLeft: number
  unknownRight: number
}

/** Folds the sets of one workout after another into the bests of their exercises, and sums them. */
export interface CurrentWorkout {
  /**
   * Adds the current set of a cursor, which must be a working set.
   * @throws {RangeError} if its exercise isn't in the options.
   */
  add(set: SetCursor): void
  /** Whether it has a set. */
  isTrained(): boolean
  /** Ends the volumes of its exercises at its last set; those of one exercise, if one is named. */
  endVolumes(at: SetCursor, exerciseId?: string): void
  /** Ends the workout, whose volumes must have ended, and returns the sums of its sets. */
  end(): HistoryTotals
}

/**
 * A workout without sets. Closures, because they are smaller in the app than a class, and fast.
 *
 * @param bestsOf finds the bests of an exercise, or adds it
 */
export function newWorkout(
  { exercises, bodyweightAt, formula = defaultFormula }: RecordOptions,
  bestsOf: (facts: ExerciseFacts) => Bests,
): CurrentWorkout {
  const entered = new Map<string, CurrentExercise>()
  const inWorkout = new Set<CurrentExercise>()
  const values: RecordValues = { loadGrams: 0, volumeGrams: 0, oneRepMaxGrams: 0 }
  let exercise: CurrentExercise | undefined
  let exerciseId: string | undefined
  let sets = 0
  let reps = 0
  let volumeGrams = 0
  let unknownLoadSets = 0

  const enter = (id: string): CurrentExercise => {
    const facts = factsOf(exercises, id)
    const current = {
      bests: bestsOf(facts),
      movesBody: bodyweightShareOf(facts) > 0,
      bodyweight: undefined,
      left: 0,
      right: 0,
      unknownLeft: 0,
      unknownRight: 0,
    }
    entered.set(id, current)
    return current
  }
  const currentExercise = (set: SetCursor): CurrentExercise => {
    if (exercise && inWorkout.size > 0 && exerciseId === set.exerciseId) return exercise
    exerciseId = set.exerciseId
    exercise = entered.get(exerciseId) ?? enter(exerciseId)
    if (!inWorkout.has(exercise)) {
      inWorkout.add(exercise)
      exercise.bodyweight = exercise.movesBody ? bodyweightAt(set) : undefined
    }
    return exercise
  }
  return {
    add(set) {
      const current = currentExercise(set)
      const { bests, bodyweight } = current
      const load = strengthLoad(set, bests.facts, bodyweight)
      const volume = volumeOfLoad(set, bests.facts, bodyweight, load)
      values.loadGrams = load ?? 0
      values.volumeGrams = volume ?? 0
      values.oneRepMaxGrams = oneRepMaxOf(set, values.loadGrams, formula)
      bests.addSet(set, values)
      const unknownLoads = volume === undefined ? 1 : 0
      if (set.side === 'left') {
        current.left++
        current.unknownLeft += unknownLoads
      } else if (set.side === 'right') {
        current.right++
        current.unknownRight += unknownLoads
      } else {
        sets++
        unknownLoadSets += unknownLoads
      }
      reps += repsDone(set, bests.facts)
      volumeGrams += values.volumeGrams
    },
    isTrained: () => inWorkout.size > 0,
    endVolumes({ position, performedAt }, id) {
      for (const { bests } of inWorkout)
        if (id === undefined || bests.facts.id === id) bests.endWorkout(position, performedAt)
    },
    end() {
      for (const current of inWorkout) {
        sets += Math.max(current.left, current.right)
        unknownLoadSets += Math.max(current.unknownLeft, current.unknownRight)
        current.left = 0
        current.right = 0
        current.unknownLeft = 0
        current.unknownRight = 0
      }
      inWorkout.clear()
      const totals = { sets, reps, volumeGrams, unknownLoadSets }
      sets = 0
      reps = 0
      volumeGrams = 0
      unknownLoadSets = 0
      return totals
    },
  }
}

function oneRepMaxOf(set: SetWork, loadGrams: number, formula: FormulaId): number {
  const n = loadGrams > 0 ? effectiveReps(set) : undefined
  return n === undefined ? 0 : (oneRepMaxBy(formula, loadGrams, n) ?? 0)
}
