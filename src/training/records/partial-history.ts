import { isWorkingSet } from '../counting.ts'
import { kindOf } from './bests.ts'
import { cell, cellWidth } from './cell.ts'
import { type CurrentWorkout, newWorkout } from './current-workout.ts'
import { HistoryFold } from './history-fold.ts'
import type { RecordHistory } from './record-history.ts'
import type { SetCursor } from './set-cursor.ts'
import type { HistoryTotals, RecordOptions } from './set-history.ts'

/** The position now of a set that had another position in an earlier log. */
type MovePosition = (position: number) => number

/** An earlier log's history, and how the log has changed since. */
export interface ChangedHistory {
  /** The history of the workouts before the first change. */
  readonly start: HistoryFold
  /** The earlier history, of these and further workouts. */
  readonly earlier: HistoryFold
  /** The exercises of the workouts that were added, changed or removed. */
  readonly affected: ReadonlySet<string>
  /** Moves the position of a set whose workout hasn't changed. */
  readonly move: MovePosition
}

/**
 * Continues `start` with the workouts that `earlier` has after it, in their state now. Only the affected exercises are
 * folded from their sets. Everything else is copied, because exercises don't affect each other's records, so the result
 * is that of folding all sets.
 */
export function continueChanged(
  changed: ChangedHistory,
  sets: SetCursor,
  options: RecordOptions,
): HistoryFold {
  const { start, earlier, affected } = changed
  const history = new HistoryFold(start)
  const others = new OtherRecords(history, changed)
  const workout = newWorkout(options, (facts) => history.bestsOf(facts))
  const earlierTotals = new Map(earlier.trained.map((trained) => [trained.workoutId, trained]))
  /** The exercises of the workout with a set that counts, and whether all of them are affected. */
  const exerciseIds = new Set<string>()
  let areAllAffected = true
  while (sets.next()) {
    if (isWorkingSet(sets)) {
      const { exerciseId } = sets
      exerciseIds.add(exerciseId)
      if (affected.has(exerciseId)) {
        others.copyBefore(sets.position)
        workout.add(sets)
      } else areAllAffected = false
    }
    if (!sets.endsWorkout || exerciseIds.size === 0) continue
    const { workoutId } = sets
    const totals = workout.isTrained() ? endWorkout(workout, exerciseIds, others, sets) : undefined
    // A workout with other exercises hasn't changed.
    const trained = areAllAffected ? totals && { workoutId, ...totals } : earlierTotals.get(workoutId)
    if (trained) history.trained.push(trained)
    exerciseIds.clear()
    areAllAffected = true
  }
  others.copyBefore(Number.POSITIVE_INFINITY)
  return history
}

/** Ends a workout with affected exercises. The records of its exercises' volumes are in the order of the exercises. */
function endWorkout(
  workout: CurrentWorkout,
  exerciseIds: Iterable<string>,
  others: OtherRecords,
  at: SetCursor,
): HistoryTotals {
  const volumes = others.copyWorkout(at.position)
  for (const id of exerciseIds) {
    const index = volumes.get(id)
    if (index === undefined) workout.endVolumes(at, id)
    else others.copy(index)
  }
  return workout.end()
}

/** Copies the records that an earlier history has of exercises that aren't affected, in the order of their sets. */
class OtherRecords {
  readonly #history: HistoryFold
  readonly #earlier: RecordHistory
  readonly #move: MovePosition
  /** By the earlier number of an exercise that isn't affected: its number in the history now. */
  readonly #numbers: number[] = []
  readonly #cell = new Float64Array(cellWidth)
  #next: number

  constructor(history: HistoryFold, { start, earlier, affected, move }: ChangedHistory) {
    this.#history = history
    this.#earlier = earlier.beaten
    this.#move = move
    this.#next = start.beaten.count
    const numbers = new Map(history.exercises.map(({ facts }, number) => [facts.id, number]))
    for (const [earlierNumber, bests] of earlier.exercises.entries()) {
      const { facts } = bests
      if (affected.has(facts.id)) continue
      const number = numbers.get(facts.id) ?? history.exercises.length
      history.addExercise(facts, bests, number).change((cells) => moveCells(cells, move))
      this.#numbers[earlierNumber] = number
    }
  }

  /** Copies the next records of sets before a position. */
  copyBefore(position: number): void {
    for (let next = this.#skipAffected(); next < position; next = this.#skipAffected())
      this.copy(this.#next++)
  }

  /**
   * Copies the next records of a workout whose last set is at a position, except those of its volume, whose indexes it
   * returns by exercise.
   */
  copyWorkout(position: number): ReadonlyMap<string, number> {
    const volumes = new Map<string, number>()
    for (let next = this.#skipAffected(); next <= position; next = this.#skipAffected()) {
      const index = this.#next++
      const isVolume = next === position && kindOf(this.#earlier.bestAt(index)) === 'most_workout_volume'
      if (isVolume) volumes.set(this.#earlier.at(index).exerciseId, index)
      else this.copy(index)
    }
    return volumes
  }

  copy(index: number): void {
    const [cells, cellStart] = this.#earlier.cellAt(index)
    const number = this.#numbers[this.#earlier.exerciseAt(index)] ?? 0
    for (let offset = 0; offset < cellWidth; offset++) this.#cell[offset] = cells[cellStart + offset] ?? 0
    moveCells(this.#cell, this.#move)
    this.#history.beaten.add(number, this.#earlier.bestAt(index), this.#cell, 0)
  }

  /** Skips records of affected exercises, and returns the position of the next record; infinity if there is none. */
  #skipAffected(): number {
    for (; this.#next < this.#earlier.count; this.#next++) {
      const isAffected = this.#numbers[this.#earlier.exerciseAt(this.#next)] === undefined
      if (!isAffected) return this.#move(this.#earlier.positionAt(this.#next))
    }
    return Number.POSITIVE_INFINITY
  }
}

/** Moves the positions in some cells. */
function moveCells(cells: Float64Array, move: MovePosition): void {
  for (let start = 0; start < cells.length; start += cellWidth) {
    if (!cells[start]) continue
    cells[start + cell.position] = move(cells[start + cell.position] ?? 0)
    if (cells[start + cell.beaten])
      cells[start + cell.beatenPosition] = move(cells[start + cell.beatenPosition] ?? 0)
  }
}
