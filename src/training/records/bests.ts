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

/** The slots of bests that don't depend on a weight. Those for "at least n reps" follow `reps`. */
const slots = {
  weight: 0,
  oneRepMax: 1,
  setVolume: 2,
  workoutVolume: 3,
  duration: 4,
  distance: 5,
  reps: 5,
} as const

/** The kinds of the slots up to `reps`. */
const kinds = [
  'heaviest_weight',
  'best_one_rep_max',
  'most_set_volume',
  'most_workout_volume',
  'longest_duration',
  'longest_distance',
] as const satisfies readonly RecordKind[]

/** The slot of the first weight. Each new weight gets the next slot. */
const firstWeight = slots.reps + maxRecordReps + 1

/** The kind of record in a slot. */
export function kindOf(slot: number): RecordKind {
  return kinds[slot] ?? (slot < firstWeight ? 'heaviest_for_reps' : 'most_reps_at_weight')
}

const timed: ReadonlySet<ExerciseFacts['tracking']> = new Set(['duration', 'distance_duration'])

/** Called when a new best has replaced an earlier one in a slot. */
export type OnNewBest = (slot: number, cells: Float64Array, cellAt: number) => void

/**
 * The bests of one exercise so far. They are stored as numbers, because in a long history every third set beats a best,
 * and creating an object for each would take most of the time.
 */
export class Bests {
  readonly facts: ExerciseFacts
  private readonly onBeaten: OnNewBest
  private readonly slotOfWeight: Map<number, number>
  private readonly weights: number[]
  /** The cells of all slots, one after the other. */
  private cells: Float64Array
  private workoutVolume = 0

  /** Continues from a copy of `from`, which must be at the end of a workout. */
  constructor(facts: ExerciseFacts, onBeaten: OnNewBest, from?: Bests) {
    this.facts = facts
    this.onBeaten = onBeaten
    this.slotOfWeight = new Map(from?.slotOfWeight)
    this.weights = from ? [...from.weights] : []
    this.cells = from ? from.cells.slice() : new Float64Array(cellWidth * 32)
  }

  addSet(set: SetCursor, { loadGrams, volumeGrams, oneRepMaxGrams }: RecordValues): void {
    const { tracking } = this.facts
    const reps = set.reps ?? 0
    this.raiseBest(slots.weight, loadGrams, set, loadGrams)
    this.addReps(reps, set, loadGrams)
    // A best for fewer reps is at least as high as one for more reps, so the beaten slots are adjacent and end at the
    // set's reps.
    const last = slots.reps + Math.min(reps, maxRecordReps)
    let first = last
    while (first > slots.reps && loadGrams > this.valueAt(first)) first--
    for (let slot = first + 1; slot <= last; slot++) this.raiseBest(slot, loadGrams, set, loadGrams)
    this.raiseBest(slots.oneRepMax, oneRepMaxGrams, set, loadGrams)
    this.raiseBest(slots.setVolume, volumeGrams, set, loadGrams)
    if (timed.has(tracking)) this.raiseBest(slots.duration, set.durationSeconds ?? 0, set, loadGrams)
    if (tracking === 'distance_duration')
      this.raiseBest(slots.distance, set.distanceMillimeters ?? 0, set, loadGrams)
    this.workoutVolume += volumeGrams
  }

  /** Ends a workout at the position of its last set. */
  endWorkout(position: number, performedAt: number): void {
    const volume = this.workoutVolume
    this.workoutVolume = 0
    if (volume > this.valueAt(slots.workoutVolume))
      this.replaceBest(slots.workoutVolume, volume, position, performedAt, 0, 0)
  }

  /** The current best of each kind, in no particular order. */
  current(): Best[] {
    const bests: Best[] = []
    for (let slot = 0; slot < firstWeight + this.weights.length; slot++)
      if (this.valueAt(slot) > 0) bests.push(this.bestOf(slot, this.cells, slot * cellWidth))
    return bests
  }

  /** The best of a slot whose cell starts at `cellStart`, now or when it was stored. */
  bestOf(slot: number, cells: Float64Array, cellStart: number): Best {
    const kind = kindOf(slot)
    const field = (offset: number) => cells[cellStart + offset] ?? 0
    const beatenValue = field(cell.beaten)
    return {
      kind,
      exerciseId: this.facts.id,
      value: field(cell.value),
      performedAt: field(cell.performedAt),
      position: field(cell.position),
      atLeastReps: kind === 'heaviest_for_reps' ? slot - slots.reps : undefined,
      atWeightGrams: this.weights[slot - firstWeight],
      reps: field(cell.reps),
      loadGrams: field(cell.loadGrams),
      previous: beatenValue > 0 ? { value: beatenValue, position: field(cell.beatenPosition) } : undefined,
    }
  }

  private raiseBest(slot: number, value: number, set: SetCursor, loadGrams: number): void {
    if (value > this.valueAt(slot))
      this.replaceBest(slot, value, set.position, set.performedAt, set.reps ?? 0, loadGrams)
  }

  private addReps(reps: number, set: SetCursor, loadGrams: number): void {
    if (!(reps > 0)) return
    const weight = weightAsEntered(set, this.facts)
    if (weight === undefined) return
    let slot = this.slotOfWeight.get(weight)
    if (slot === undefined) {
      slot = firstWeight + this.weights.length
      this.slotOfWeight.set(weight, slot)
      this.weights.push(weight)
      this.makeRoom(slot)
    }
    this.raiseBest(slot, reps, set, loadGrams)
  }

  private replaceBest(
    slot: number,
    value: number,
    position: number,
    performedAt: number,
    reps: number,
    loadGrams: number,
  ): void {
    const { cells } = this
    const cellStart = slot * cellWidth
    const beatenValue = cells[cellStart] ?? 0
    cells[cellStart + cell.beaten] = beatenValue
    cells[cellStart + cell.beatenPosition] = cells[cellStart + cell.position] ?? 0
    cells[cellStart] = value
    cells[cellStart + cell.position] = position
    cells[cellStart + cell.performedAt] = performedAt
    cells[cellStart + cell.reps] = reps
    cells[cellStart + cell.loadGrams] = loadGrams
    if (beatenValue > 0) this.onBeaten(slot, cells, cellStart)
  }

  private valueAt(slot: number): number {
    return this.cells[slot * cellWidth] ?? 0
  }

  private makeRoom(slot: number): void {
    if ((slot + 1) * cellWidth <= this.cells.length) return
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
