import { counts, repsDone } from '../counting.ts'
import { defaultFormula, effectiveReps, type FormulaId, oneRepMaxBy } from '../e1rm.ts'
import { bodyweightShareOf, strengthLoad, volumeOfLoad } from '../load.ts'
import { factsOf, type SetWork } from '../types.ts'
import { BeatenBests } from './beaten.ts'
import { Bests, type Judged } from './bests.ts'
import type { SetCursor } from './set-cursor.ts'
import type { HistoryTotals, RecordOptions, SetHistory } from './set-history.ts'

/** The state of an exercise within the current workout. */
interface CurrentExercise {
  readonly bests: Bests
  readonly moving: boolean
  bodyweight: number | undefined
  /** Its sets of each side in the workout, and how many of them have an unknown load. */
  left: number
  right: number
  unknownLeft: number
  unknownRight: number
}

/** The history of the workouts so far; `take` folds in later ones. */
export class HistoryFold implements SetHistory {
  readonly bests = new Map<string, Bests>()
  readonly beaten: BeatenBests
  readonly totals: HistoryTotals
  readonly workoutIds: string[]
  readonly #exercises: Bests[] = []

  /** Continues from a copy of `from`, which is left unchanged. */
  constructor(from?: HistoryFold) {
    this.beaten = from ? from.beaten.fork(this.#exercises) : new BeatenBests(this.#exercises)
    this.totals = from ? { ...from.totals } : { sets: 0, reps: 0, volumeGrams: 0, unknownLoadSets: 0 }
    this.workoutIds = from ? [...from.workoutIds] : []
    for (const bests of from?.bests.values() ?? []) this.#add(bests.facts, bests)
  }

  /**
   * Folds in all sets of a cursor; see `setHistory`. The options must agree with those of earlier calls, as far
   * as the earlier sets depend on them.
   * @throws {RangeError} for a set whose exercise isn't in the options.
   */
  take(sets: SetCursor, { exercises, bodyweightAt, formula = defaultFormula }: RecordOptions): void {
    const { totals, workoutIds } = this
    const known = new Map<string, CurrentExercise>()
    const judged: Judged = { loadGrams: 0, volumeGrams: 0, oneRepMaxGrams: 0 }
    const inWorkout = new Set<CurrentExercise>()
    let exercise: CurrentExercise | undefined
    let exerciseId: string | undefined

    const enter = (id: string): CurrentExercise => {
      const facts = factsOf(exercises, id)
      const bests = this.bests.get(id) ?? this.#add(facts)
      const made = {
        bests,
        moving: bodyweightShareOf(facts) > 0,
        bodyweight: undefined,
        left: 0,
        right: 0,
        unknownLeft: 0,
        unknownRight: 0,
      }
      known.set(id, made)
      return made
    }
    const currentExercise = (): CurrentExercise => {
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
        const done = currentExercise()
        const { bests, bodyweight } = done
        const load = strengthLoad(sets, bests.facts, bodyweight)
        const volume = volumeOfLoad(sets, bests.facts, bodyweight, load)
        judged.loadGrams = load ?? 0
        judged.volumeGrams = volume ?? 0
        judged.oneRepMaxGrams = oneRepMaxOf(sets, judged.loadGrams, formula)
        bests.takeSet(sets, judged)
        const unknown = volume === undefined ? 1 : 0
        if (sets.side === 'left') {
          done.left++
          done.unknownLeft += unknown
        } else if (sets.side === 'right') {
          done.right++
          done.unknownRight += unknown
        } else {
          totals.sets++
          totals.unknownLoadSets += unknown
        }
        totals.reps += repsDone(sets, bests.facts)
        totals.volumeGrams += judged.volumeGrams
      }
      if (sets.endsWorkout) {
        for (const done of inWorkout) {
          done.bests.endWorkout(sets.position, sets.performedAt)
          totals.sets += Math.max(done.left, done.right)
          totals.unknownLoadSets += Math.max(done.unknownLeft, done.unknownRight)
          done.left = 0
          done.right = 0
          done.unknownLeft = 0
          done.unknownRight = 0
        }
        inWorkout.clear()
      }
    }
  }

  #add(facts: Bests['facts'], from?: Bests): Bests {
    const { beaten } = this
    const number = this.#exercises.length
    const onBeaten = (slot: number, cells: Float64Array, cellAt: number) =>
      beaten.add(number, slot, cells, cellAt)
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
