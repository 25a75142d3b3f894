import type { BodyweightAt } from './bodyweight.ts'
import { counts, repsDone, SetCount } from './counting.ts'
import type { DayNumber, Days } from './days.ts'
import {
  effectiveReps,
  estimateOneRepMax,
  type FormulaId,
  type OneRepMax,
  oneRepMaxBy,
  repsInReserve,
} from './e1rm.ts'
import { levelOf, effectiveReps as levelReps } from './lift-state/level.ts'
import { bodyweightShareOf, setVolume, strengthLoad } from './load.ts'
import { type LoadedSet, type TopSet, topSet } from './top-set.ts'
import type { ExerciseFacts, PerformedSet } from './types.ts'

/** What one workout achieved for one exercise. */
export interface WorkoutPoint {
  readonly workoutId: string
  readonly performedAt: number
  readonly day: DayNumber
  /** The highest estimate of the workout, in grams, with the set that it came from. */
  readonly oneRepMax?: OneRepMax & { readonly setId: string }
  /** The highest load × (1 + n/30) of a set, in grams, n to failure up to 20; and whether a one-rep max needs fewer. */
  readonly level: number
  readonly isBeyondMax: boolean
  readonly topSet: TopSet
  /** The most reps, longest time and farthest distance of a single set; 0 if no set has any. */
  readonly mostReps: number
  readonly longestSeconds: number
  readonly farthestMillimeters: number
  readonly volumeGrams: number
  readonly sets: number
  readonly reps: number
  readonly unknownLoadSets: number
  /** Ids of the sets that all of this came from. */
  readonly setIds: readonly string[]
}

/** The options for computing points. */
export interface PointContext {
  readonly facts: ExerciseFacts
  readonly formula: FormulaId
  readonly bodyweightAt: BodyweightAt
  readonly days: Pick<Days, 'dayOf'>
}

function bestOneRepMax(sets: readonly LoadedSet[], formula: FormulaId): WorkoutPoint['oneRepMax'] {
  let best: LoadedSet | undefined
  let highest = 0
  for (const loaded of sets) {
    const n = effectiveReps(loaded.set)
    const value = n === undefined ? undefined : oneRepMaxBy(formula, loaded.loadGrams ?? 0, n)
    if (value === undefined || value <= highest) continue
    best = loaded
    highest = value
  }
  if (!best) return undefined
  const { id, reps, rpe, rir } = best.set
  const estimate = estimateOneRepMax({ weight: best.loadGrams ?? 0, reps, rpe, rir }, formula)
  return estimate && { ...estimate, setId: id }
}

/** What the sets show of strength, however many reps they have: in grams, as the memory of a lift has it. */
function bestLevel(sets: readonly LoadedSet[]): Pick<WorkoutPoint, 'level' | 'isBeyondMax'> {
  let level = 0
  let isBeyondMax = false
  for (const { set, loadGrams = 0 } of sets) {
    if (loadGrams <= 0 || !set.reps) continue
    const reps = levelReps({ reps: set.reps, rir: repsInReserve(set) })
    const value = Math.exp(levelOf(loadGrams, reps))
    if (value <= level) continue
    level = value
    isBeyondMax = effectiveReps(set) === undefined
  }
  return { level, isBeyondMax }
}

function pointOf(first: PerformedSet, sets: readonly PerformedSet[], context: PointContext) {
  const { facts, formula, bodyweightAt, days } = context
  const bodyweight = bodyweightShareOf(facts) > 0 ? bodyweightAt(first) : undefined
  const loaded = sets.map((set) => ({ set, loadGrams: strengthLoad(set, facts, bodyweight) }))
  const top = topSet(loaded, facts.tracking)
  if (!top) return undefined
  const oneRepMax = bestOneRepMax(loaded, formula)
  const sums = { mostReps: 0, longestSeconds: 0, farthestMillimeters: 0 }
  const work = { volumeGrams: 0, reps: 0 }
  const counted = new SetCount()
  const unknown = new SetCount()
  for (const set of sets) {
    const volume = setVolume(set, facts, bodyweight)
    sums.mostReps = Math.max(sums.mostReps, set.reps ?? 0)
    sums.longestSeconds = Math.max(sums.longestSeconds, set.durationSeconds ?? 0)
    sums.farthestMillimeters = Math.max(sums.farthestMillimeters, set.distanceMillimeters ?? 0)
    counted.add('', set)
    work.reps += repsDone(set, facts)
    work.volumeGrams += volume ?? 0
    if (volume === undefined) unknown.add('', set)
  }
  const { workoutId, performedAt, timeZone } = first
  return {
    workoutId,
    performedAt,
    day: days.dayOf(performedAt, timeZone),
    ...(oneRepMax ? { oneRepMax } : {}),
    ...bestLevel(loaded),
    topSet: top,
    ...sums,
    ...work,
    sets: counted.total,
    unknownLoadSets: unknown.total,
    setIds: sets.map((set) => set.id),
  }
}

/**
 * One point for each workout that did the exercise, oldest first. `sets` are those of one exercise, in any
 * order; sets that don't count are ignored, as are workouts with no other sets.
 */
export function workoutPoints(sets: Iterable<PerformedSet>, context: PointContext): WorkoutPoint[] {
  const byWorkout = new Map<string, PerformedSet[]>()
  for (const set of sets) {
    if (!counts(set)) continue
    const workout = byWorkout.get(set.workoutId)
    if (workout) workout.push(set)
    else byWorkout.set(set.workoutId, [set])
  }
  const points: WorkoutPoint[] = []
  for (const workout of byWorkout.values()) {
    const point = workout[0] && pointOf(workout[0], workout, context)
    if (point) points.push(point)
  }
  return points.sort((a, b) => a.performedAt - b.performedAt || (a.workoutId < b.workoutId ? -1 : 1))
}
