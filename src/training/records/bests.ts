import { exceeds } from '../exceeds.ts'
import { bodyweightShareOf } from '../load.ts'
import type { ExerciseFacts, SetWork } from '../types.ts'
import { cell, cellWidth } from './cell.ts'
import { maxRecordReps, type RecordKind } from './kinds.ts'
import type { SetCursor } from './set-cursor.ts'

/** A current best. Sets are identified by their positions in the cursor. */
export interface Best {
  readonly kind: RecordKind
  readonly exerciseId: string
  readonly value: number
  readonly performedAt: number
  /** The position of the set, or of the workout's last set for `most_workout_volume`. */
  readonly position: number
  readonly atLeastReps: number | undefined
  readonly atWeightGrams: number | undefined
  /** 0 if there are none or they don't apply. */
  readonly reps: number
  readonly loadGrams: number
  /** The best that it beat. Undefined for the first of its kind. */
  readonly previous: { readonly value: number; readonly position: number } | undefined
}

/** The values of the cursor's current set that records compare. */
export interface RecordValues {
  loadGrams: number
  volumeGrams: number
  /** 0 if the set has none. */
  oneRepMaxGrams: number
}

/** The numbers of the bests that don't depend on a weight. Those for "at least n reps" follow `reps`. */
const bestNumbers = {
  weight: 0,
  oneRepMax: 1,
  setVolume: 2,
  workoutVolume: 3,
  duration: 4,
  distance: 5,
  reps: 5,
} as const

/** The kinds of the bests up to `reps`. */
const kinds = [
  'heaviest_weight',
  'best_one_rep_max',
  'most_set_volume',
  'most_workout_volume',
  'longest_duration',
  'longest_distance',
] as const satisfies readonly RecordKind[]

/** The number of the best at the first weight. Each new weight gets the next number. */
const firstWeight = bestNumbers.reps + maxRecordReps + 1

/** The kind of record of a best. */
export function kindOf(bestNumber: number): RecordKind {
  return kinds[bestNumber] ?? (bestNumber < firstWeight ? 'heaviest_for_reps' : 'most_reps_at_weight')
}

const timed: ReadonlySet<ExerciseFacts['tracking']> = new Set(['duration', 'distance_duration'])

/** Called when a new best has replaced an earlier one. */
export type OnNewBest = (bestNumber: number, cells: Float64Array, cellAt: number) => void

/**
 * The bests of one exercise so far. They are stored as numbers, because in a long history every third set beats a best,
 * and creating an object for each would take most of the time.
 */
export class Bests {
  readonly facts: ExerciseFacts
  private readonly onBeaten: OnNewBest
  /** The number of the best at each weight. */
  private readonly numbers: Map<number, number>
  private readonly weights: number[]
  /** The cells of all bests, in the order of their numbers. */
  private cells: Float64Array
  private workoutVolume = 0

  /** Continues from a copy of `from`, which must be at the end of a workout. */
  constructor(facts: ExerciseFacts, onBeaten: OnNewBest, from?: Bests) {
    this.facts = facts
    this.onBeaten = onBeaten
    this.numbers = new Map(from?.numbers)
    this.weights = from ? [...from.weights] : []
    this.cells = from ? from.cells.slice() : new Float64Array(cellWidth * 32)
  }

  addSet(set: SetCursor, { loadGrams, volumeGrams, oneRepMaxGrams }: RecordValues): void {
    const { tracking } = this.facts
    const reps = set.reps ?? 0
    this.raiseBest(bestNumbers.weight, loadGrams, set, loadGrams)
    this.addReps(reps, set, loadGrams)
    // A best for fewer reps is at least as high as one for more reps, so the beaten ones are adjacent and end at the
    // set's reps.
    const last = bestNumbers.reps + Math.min(reps, maxRecordReps)
    let first = last
    while (first > bestNumbers.reps && exceeds(loadGrams, this.valueAt(first))) first--
    for (let bestNumber = first + 1; bestNumber <= last; bestNumber++)
      this.raiseBest(bestNumber, loadGrams, set, loadGrams)
    this.raiseBest(bestNumbers.oneRepMax, oneRepMaxGrams, set, loadGrams)
    this.raiseBest(bestNumbers.setVolume, volumeGrams, set, loadGrams)
    if (timed.has(tracking)) this.raiseBest(bestNumbers.duration, set.durationSeconds ?? 0, set, loadGrams)
    if (tracking === 'distance_duration')
      this.raiseBest(bestNumbers.distance, set.distanceMillimeters ?? 0, set, loadGrams)
    this.workoutVolume += volumeGrams
  }

  /** Ends a workout at the position of its last set. */
  endWorkout(position: number, performedAt: number): void {
    const volume = this.workoutVolume
    this.workoutVolume = 0
    if (exceeds(volume, this.valueAt(bestNumbers.workoutVolume)))
      this.replaceBest(bestNumbers.workoutVolume, volume, position, performedAt, 0, 0)
  }

  /** Changes the cells of all bests. */
  change(changeCells: (cells: Float64Array) => void): void {
    changeCells(this.cells)
  }

  /** The current best of each kind, in no particular order. */
  current(): Best[] {
    const bests: Best[] = []
    for (let bestNumber = 0; bestNumber < firstWeight + this.weights.length; bestNumber++)
      if (this.valueAt(bestNumber) > 0)
        bests.push(this.bestOf(bestNumber, this.cells, bestNumber * cellWidth))
    return bests
  }

  /** The best with a number, whose cell starts at `cellStart`, now or when it was stored. */
  bestOf(bestNumber: number, cells: Float64Array, cellStart: number): Best {
    const kind = kindOf(bestNumber)
    const field = (offset: number) => cells[cellStart + offset] ?? 0
    const beatenValue = field(cell.beaten)
    return {
      kind,
      exerciseId: this.facts.id,
      value: field(cell.value),
      performedAt: field(cell.performedAt),
      position: field(cell.position),
      atLeastReps: kind === 'heaviest_for_reps' ? bestNumber - bestNumbers.reps : undefined,
      atWeightGrams: this.weights[bestNumber - firstWeight],
      reps: field(cell.reps),
      loadGrams: field(cell.loadGrams),
      previous: beatenValue > 0 ? { value: beatenValue, position: field(cell.beatenPosition) } : undefined,
    }
  }

  private raiseBest(bestNumber: number, value: number, set: SetCursor, loadGrams: number): void {
    if (exceeds(value, this.valueAt(bestNumber)))
      this.replaceBest(bestNumber, value, set.position, set.performedAt, set.reps ?? 0, loadGrams)
  }

  private addReps(reps: number, set: SetCursor, loadGrams: number): void {
    if (!(reps > 0)) return
    const weight = weightAsEntered(set, this.facts)
    if (weight === undefined) return
    let bestNumber = this.numbers.get(weight)
    if (bestNumber === undefined) {
      bestNumber = firstWeight + this.weights.length
      this.numbers.set(weight, bestNumber)
      this.weights.push(weight)
      this.makeRoom(bestNumber)
    }
    this.raiseBest(bestNumber, reps, set, loadGrams)
  }

  private replaceBest(
    bestNumber: number,
    value: number,
    position: number,
    performedAt: number,
    reps: number,
    loadGrams: number,
  ): void {
    const { cells } = this
    const cellStart = bestNumber * cellWidth
    const beatenValue = cells[cellStart] ?? 0
    cells[cellStart + cell.beaten] = beatenValue
    cells[cellStart + cell.beatenPosition] = cells[cellStart + cell.position] ?? 0
    cells[cellStart] = value
    cells[cellStart + cell.position] = position
    cells[cellStart + cell.performedAt] = performedAt
    cells[cellStart + cell.reps] = reps
    cells[cellStart + cell.loadGrams] = loadGrams
    if (beatenValue > 0) this.onBeaten(bestNumber, cells, cellStart)
  }

  private valueAt(bestNumber: number): number {
    return this.cells[bestNumber * cellWidth] ?? 0
  }

  private makeRoom(bestNumber: number): void {
    if ((bestNumber + 1) * cellWidth <= this.cells.length) return
    const larger = new Float64Array(this.cells.length * 2)
    larger.set(this.cells)
    this.cells = larger
  }
}

/**
 * The weight at which reps are compared, as entered, so that a bodyweight that changes from day to day
 * doesn't make every set of pull-ups the first at its weight. Undefined for a weighted lift without a weight.
 */
function weightAsEntered(set: SetWork, facts: ExerciseFacts): number | undefined {
  if (bodyweightShareOf(facts) === 0) {
    if (set.weightGrams === undefined && facts.tracking === 'weight_reps') return undefined
    return Math.max(0, (set.weightGrams ?? 0) - (set.assistanceGrams ?? 0))
  }
  return (set.weightGrams ?? 0) - (set.assistanceGrams ?? 0)
}
