import type { BodyweightAt } from './bodyweight.ts'
import { isWorkingSet, repsDone, SetCount } from './counting.ts'
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
import type { ExerciseFacts, PerformedSet, SetWork } from './types.ts'

/** What one workout achieved for one exercise. */
export interface WorkoutPoint {
  readonly workoutId: string
  readonly performedAt: number
  readonly day: DayNumber
  /** The highest estimate of the workout, in grams, with the set that it came from. */
  readonly oneRepMax?: OneRepMax & { readonly setId: string }
  /** The highest load × (1 + n/30) of a set, in grams; n is its reps to failure, at most 20. For n = 1, the load. */
  readonly level: number
  /** Whether that set has too many reps, or too many in reserve, for a one-rep max. */
  readonly hasTooManyReps: boolean
  /** The largest added weight of a set, less its assistance, in grams. */
  readonly addedGrams: number
  /** The level of the mean reps of the sets at the heaviest load. */
  readonly meanLevel: number
  /** The mean reps of all sets. */
  readonly meanReps: number
  readonly topSet: TopSet
  /** The most reps, longest time and farthest distance of a single set; 0 if no set has any. */
  readonly mostReps: number
  readonly longestSeconds: number
  readonly farthestMillimeters: number
  readonly volumeGrams: number
  readonly sets: number
  readonly reps: number
  readonly unknownLoadSets: number
  /** Ids of the sets that the point was computed from. */
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

/** The level of a set, in grams, computed as for the memory of a lift, even from many reps; 0 without load or reps. */
export function levelOfSet(set: SetWork, loadGrams: number): number {
  if (loadGrams <= 0 || !set.reps) return 0
  return Math.exp(levelOf(loadGrams, levelReps({ reps: set.reps, rir: repsInReserve(set) })))
}

/** The highest level of the sets. */
function bestLevel(sets: readonly LoadedSet[]): Pick<WorkoutPoint, 'level' | 'hasTooManyReps'> {
  let level = 0
  let hasTooManyReps = false
  for (const { set, loadGrams = 0 } of sets) {
    const value = levelOfSet(set, loadGrams)
    if (value <= level) continue
    level = value
    hasTooManyReps = effectiveReps(set) === undefined
  }
  return { level, hasTooManyReps }
}

const meanOf = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length

/** The level of the sets at the heaviest load, from their mean reps, so that one more rep in any of them raises it. */
function meanLevel(sets: readonly LoadedSet[]): number {
  const heaviest = Math.max(0, ...sets.map(({ set, loadGrams = 0 }) => (set.reps ? loadGrams : 0)))
  const reps = sets.flatMap(({ set, loadGrams }) =>
    loadGrams === heaviest && set.reps ? levelReps({ reps: set.reps, rir: repsInReserve(set) }) : [],
  )
  return heaviest > 0 ? Math.exp(levelOf(heaviest, meanOf(reps))) : 0
}

function pointOf(first: PerformedSet, sets: readonly PerformedSet[], context: PointContext) {
  const { facts, formula, bodyweightAt, days } = context
  const bodyweight = bodyweightShareOf(facts) > 0 ? bodyweightAt(first) : undefined
  const loaded = sets.map((set) => ({ set, loadGrams: strengthLoad(set, facts, bodyweight) }))
  const top = topSet(loaded, facts.tracking)
  if (!top) return undefined
  const oneRepMax = bestOneRepMax(loaded, formula)
  const bests = { mostReps: 0, longestSeconds: 0, farthestMillimeters: 0 }
  const work = { volumeGrams: 0, reps: 0 }
  const counted = new SetCount()
  const unknownLoad = new SetCount()
  for (const set of sets) {
    const volume = setVolume(set, facts, bodyweight)
    bests.mostReps = Math.max(bests.mostReps, set.reps ?? 0)
    bests.longestSeconds = Math.max(bests.longestSeconds, set.durationSeconds ?? 0)
    bests.farthestMillimeters = Math.max(bests.farthestMillimeters, set.distanceMillimeters ?? 0)
    counted.add('', set)
    work.reps += repsDone(set, facts)
    work.volumeGrams += volume ?? 0
    if (volume === undefined) unknownLoad.add('', set)
  }
  const { workoutId, performedAt, timeZone } = first
  return {
    workoutId,
    performedAt,
    day: days.dayOf(performedAt, timeZone),
    ...(oneRepMax && { oneRepMax }),
    ...bestLevel(loaded),
    addedGrams: Math.max(
      ...sets.map(({ weightGrams = 0, assistanceGrams = 0 }) => weightGrams - assistanceGrams),
    ),
    meanLevel: meanLevel(loaded),
    meanReps: meanOf(sets.flatMap(({ reps }) => reps ?? [])),
    topSet: top,
    ...bests,
    ...work,
    sets: counted.total,
    unknownLoadSets: unknownLoad.total,
    setIds: sets.map((set) => set.id),
  }
}

/**
 * One point for each workout that contains the exercise, oldest first. `sets` are those of one exercise, in any
 * order; sets that don't count are ignored, as are workouts with no other sets.
 */
export function workoutPoints(sets: Iterable<PerformedSet>, context: PointContext): WorkoutPoint[] {
  const byWorkout = new Map<string, PerformedSet[]>()
  for (const set of sets) {
    if (!isWorkingSet(set)) continue
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
