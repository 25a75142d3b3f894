import { isWorkingSet, repsDone } from '../counting.ts'
import { defaultFormula, effectiveReps, type FormulaId, oneRepMaxBy } from '../e1rm.ts'
import { bodyweightShareOf, strengthLoad, volumeOfLoad } from '../load.ts'
import { factsOf, type SetWork } from '../types.ts'
import { Bests, type RecordValues } from './bests.ts'
import { RecordHistory } from './record-history.ts'
import type { SetCursor } from './set-cursor.ts'
import type { HistoryTotals, RecordOptions, SetHistory } from './set-history.ts'

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

/** The history of the workouts so far; `add` folds in later ones. */
export class HistoryFold implements SetHistory {
  readonly bests = new Map<string, Bests>()
  readonly beaten: RecordHistory
  readonly totals: HistoryTotals
  readonly workoutIds: string[]
  readonly #exercises: Bests[] = []

  /** Continues from a copy of `from`, which is left unchanged. */
  constructor(from?: HistoryFold) {
    this.beaten = from ? from.beaten.fork(this.#exercises) : new RecordHistory(this.#exercises)
    this.totals = from ? { ...from.totals } : { sets: 0, reps: 0, volumeGrams: 0, unknownLoadSets: 0 }
    this.workoutIds = from ? [...from.workoutIds] : []
    for (const bests of from?.bests.values() ?? []) this.#add(bests.facts, bests)
  }

  /**
   * Folds in all sets of a cursor; see `setHistory`. The options must agree with those of earlier calls, as far
   * as the earlier sets depend on them.
   * @throws {RangeError} for a set whose exercise isn't in the options.
   */
  add(sets: SetCursor, { exercises, bodyweightAt, formula = defaultFormula }: RecordOptions): void {
    const { totals, workoutIds } = this
    const entered = new Map<string, CurrentExercise>()
    const values: RecordValues = { loadGrams: 0, volumeGrams: 0, oneRepMaxGrams: 0 }
    const inWorkout = new Set<CurrentExercise>()
    let exercise: CurrentExercise | undefined
    let exerciseId: string | undefined

    const enter = (id: string): CurrentExercise => {
      const facts = factsOf(exercises, id)
      const bests = this.bests.get(id) ?? this.#add(facts)
      const current = {
        bests,
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
    const currentExercise = (): CurrentExercise => {
      if (inWorkout.size === 0) {
        workoutIds.push(sets.workoutId)
      } else if (exercise && exerciseId === sets.exerciseId) return exercise
      exerciseId = sets.exerciseId
      exercise = entered.get(exerciseId) ?? enter(exerciseId)
      if (!inWorkout.has(exercise)) {
        inWorkout.add(exercise)
        exercise.bodyweight = exercise.movesBody ? bodyweightAt(sets) : undefined
      }
      return exercise
    }
    while (sets.next()) {
      if (isWorkingSet(sets)) {
        const current = currentExercise()
        const { bests, bodyweight } = current
        const load = strengthLoad(sets, bests.facts, bodyweight)
        const volume = volumeOfLoad(sets, bests.facts, bodyweight, load)
        values.loadGrams = load ?? 0
        values.volumeGrams = volume ?? 0
        values.oneRepMaxGrams = oneRepMaxOf(sets, values.loadGrams, formula)
        bests.addSet(sets, values)
        const unknownLoads = volume === undefined ? 1 : 0
        if (sets.side === 'left') {
          current.left++
          current.unknownLeft += unknownLoads
        } else if (sets.side === 'right') {
          current.right++
          current.unknownRight += unknownLoads
        } else {
          totals.sets++
          totals.unknownLoadSets += unknownLoads
        }
        totals.reps += repsDone(sets, bests.facts)
        totals.volumeGrams += values.volumeGrams
      }
      if (sets.endsWorkout) {
        for (const current of inWorkout) {
          current.bests.endWorkout(sets.position, sets.performedAt)
          totals.sets += Math.max(current.left, current.right)
          totals.unknownLoadSets += Math.max(current.unknownLeft, current.unknownRight)
          current.left = 0
          current.right = 0
          current.unknownLeft = 0
          current.unknownRight = 0
        }
        inWorkout.clear()
      }
    }
  }

  #add(facts: Bests['facts'], from?: Bests): Bests {
    const { beaten } = this
    const exerciseNumber = this.#exercises.length
    const onBeaten = (bestNumber: number, cells: Float64Array, cellAt: number) =>
      beaten.add(exerciseNumber, bestNumber, cells, cellAt)
    const bests = new Bests(facts, onBeaten, from)
    this.#exercises.push(bests)
    this.bests.set(facts.id, bests)
    return bests
  }
}

function oneRepMaxOf(set: SetWork, loadGrams: number, formula: FormulaId): number {
  const n = loadGrams > 0 ? effectiveReps(set) : undefined
  return n === undefined ? 0 : (oneRepMaxBy(formula, loadGrams, n) ?? 0)
}
