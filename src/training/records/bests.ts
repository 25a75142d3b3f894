import { bodyweightShareOf } from '../load.ts'
import type { ExerciseFacts, SetWork } from '../types.ts'
import { cell, cellWidth } from './cell.ts'
import { maxRecordReps, type RecordKind } from './kinds.ts'
import type { SetCursor } from './set-cursor.ts'

/** A current best. Sets are given by their positions in the cursor. */
export interface Best {
  readonly kind: RecordKind
  readonly exerciseId: string
  readonly value: number
  readonly performedAt: number
  /** Of the set, or for `most_workout_volume` of the workout's last set. */
  readonly position: number
  readonly atLeastReps: number | undefined
  readonly atWeightGrams: number | undefined
  /** 0 if there are none or they don't apply. */
  readonly reps: number
  readonly loadGrams: number
  /** The best that it beat; undefined for the first of its kind. */
  readonly previous: { readonly value: number; readonly position: number } | undefined
}

/** The values that records are judged by, for the cursor's current set. */
export interface Judged {
  loadGrams: number
  volumeGrams: number
  /** 0 if the set has none. */
  oneRepMaxGrams: number
}

/** The slots of bests that aren't kept per weight. Those for "at least n reps" follow `reps`. */
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

/** The slot of the first weight; each new weight gets the next one. */
const firstWeight = slots.reps + maxRecordReps + 1

/** The kind of record in a slot. */
export function kindOf(slot: number): RecordKind {
  return kinds[slot] ?? (slot < firstWeight ? 'heaviest_for_reps' : 'most_reps_at_weight')
}

const timed: ReadonlySet<ExerciseFacts['tracking']> = new Set(['duration', 'distance_duration'])

/** Called when a cell of a slot has beaten its previous content. */
export type OnBeaten = (slot: number, cells: Float64Array, cellAt: number) => void

/**
 * The bests of one exercise so far, as numbers: in a long history every third set beats something, and an
 * object for each would take most of the time.
 */
export class Bests {
  readonly facts: ExerciseFacts
  private readonly onBeaten: OnBeaten
  private readonly slotOfWeight: Map<number, number>
  private readonly weights: number[]
  /** The cells of all slots, one after the other. */
  private cells: Float64Array
  private workoutVolume = 0

  /** Continues from a copy of `from`, which must be at the end of a workout. */
  constructor(facts: ExerciseFacts, onBeaten: OnBeaten, from?: Bests) {
    this.facts = facts
    this.onBeaten = onBeaten
    this.slotOfWeight = new Map(from?.slotOfWeight)
    this.weights = from ? [...from.weights] : []
    this.cells = from ? from.cells.slice() : new Float64Array(cellWidth * 32)
  }

  takeSet(set: SetCursor, { loadGrams, volumeGrams, oneRepMaxGrams }: Judged): void {
    const { tracking } = this.facts
    const reps = set.reps ?? 0
    this.take(slots.weight, loadGrams, set, loadGrams)
    this.takeReps(reps, set, loadGrams)
    // A best for fewer reps is at least as high as one for more reps, so the beaten ones are a run that ends
    // at the set's reps.
    const last = slots.reps + Math.min(reps, maxRecordReps)
    let first = last
    while (first > slots.reps && loadGrams > this.valueAt(first)) first--
    for (let slot = first + 1; slot <= last; slot++) this.take(slot, loadGrams, set, loadGrams)
    this.take(slots.oneRepMax, oneRepMaxGrams, set, loadGrams)
    this.take(slots.setVolume, volumeGrams, set, loadGrams)
    if (timed.has(tracking)) this.take(slots.duration, set.durationSeconds ?? 0, set, loadGrams)
    if (tracking === 'distance_duration')
      this.take(slots.distance, set.distanceMillimeters ?? 0, set, loadGrams)
    this.workoutVolume += volumeGrams
  }

  /** Ends a workout at the position of its last set. */
  endWorkout(position: number, performedAt: number): void {
    const volume = this.workoutVolume
    this.workoutVolume = 0
    if (volume > this.valueAt(slots.workoutVolume))
      this.stand(slots.workoutVolume, volume, position, performedAt, 0, 0)
  }

  /** The current best of each kind, in no particular order. */
  current(): Best[] {
    const standing: Best[] = []
    for (let slot = 0; slot < firstWeight + this.weights.length; slot++)
      if (this.valueAt(slot) > 0) standing.push(this.bestOf(slot, this.cells, slot * cellWidth))
    return standing
  }

  /** The best that a slot had when the numbers starting at `at` were its cell. */
  bestOf(slot: number, cells: Float64Array, at: number): Best {
    const kind = kindOf(slot)
    const of = (which: number) => cells[at + which] ?? 0
    const beaten = of(cell.beaten)
    return {
      kind,
      exerciseId: this.facts.id,
      value: of(cell.value),
      performedAt: of(cell.performedAt),
      position: of(cell.position),
      atLeastReps: kind === 'heaviest_for_reps' ? slot - slots.reps : undefined,
      atWeightGrams: this.weights[slot - firstWeight],
      reps: of(cell.reps),
      loadGrams: of(cell.loadGrams),
      previous: beaten > 0 ? { value: beaten, position: of(cell.beatenPosition) } : undefined,
    }
  }

  private take(slot: number, value: number, set: SetCursor, loadGrams: number): void {
    if (value > this.valueAt(slot))
      this.stand(slot, value, set.position, set.performedAt, set.reps ?? 0, loadGrams)
  }

  private takeReps(reps: number, set: SetCursor, loadGrams: number): void {
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
    this.take(slot, reps, set, loadGrams)
  }

  private stand(
    slot: number,
    value: number,
    position: number,
    performedAt: number,
    reps: number,
    loadGrams: number,
  ): void {
    const { cells } = this
    const at = slot * cellWidth
    const beaten = cells[at] ?? 0
    cells[at + cell.beaten] = beaten
    cells[at + cell.beatenPosition] = cells[at + cell.position] ?? 0
    cells[at] = value
    cells[at + cell.position] = position
    cells[at + cell.performedAt] = performedAt
    cells[at + cell.reps] = reps
    cells[at + cell.loadGrams] = loadGrams
    if (beaten > 0) this.onBeaten(slot, cells, at)
  }

  private valueAt(slot: number): number {
    return this.cells[slot * cellWidth] ?? 0
  }

  private makeRoom(slot: number): void {
    if ((slot + 1) * cellWidth <= this.cells.length) return
    const more = new Float64Array(this.cells.length * 2)
    more.set(this.cells)
    this.cells = more
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
