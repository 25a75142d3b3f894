import type { Schemas } from '#generated/types.ts'
import type { Scheme } from '../progression/schemes.ts'
import type { TrainedSet } from '../progression/types.ts'
import { toGrams, toMillimeters } from '../units.ts'
import type { PlannedRunSet } from './plan-step.ts'
import type { Program, ProgramSlot } from './program.ts'

/** A workout in the contract's shape, with ids. */
export type LoggedWorkout = Pick<
  Schemas['Workout'],
  'id' | 'startedAt' | 'exercises' | 'bodyweight' | 'plan'
> &
  Partial<Pick<Schemas['Workout'], 'timeZone'>>

/**
 * The sets of an exercise in a slot of a run, for the slot's scheme.
 *
 * @param workouts newest first
 * @param slot its key; undefined for the sets in all slots, and in none
 * @param separateDays the days that don't count; see {@link separateDaysOf}
 * @param maxSessions the number of most recent sessions to return
 */
export function slotHistory(
  workouts: Iterable<LoggedWorkout>,
  slot: string | undefined,
  exerciseId: string,
  {
    separateDays = new Set(),
    maxSessions = Number.POSITIVE_INFINITY,
  }: { readonly separateDays?: ReadonlySet<string>; readonly maxSessions?: number } = {},
): TrainedSet[] {
  const sessions: (readonly TrainedSet[])[] = []
  for (const workout of workouts) {
    if (workout.plan && separateDays.has(workout.plan.day)) continue
    const sets = setsOf(workout, slot, exerciseId)
    if (sets.length === 0) continue
    sessions.push(sets)
    if (sessions.length >= maxSessions) break
  }
  return sessions.reverse().flat()
}

/**
 * The days with a slot of the same key that follows a different scheme: heavy and light days of one lift are not each
 * other's history.
 */
export function separateDaysOf(
  { days }: Pick<Program, 'days'>,
  { key, progression }: ProgramSlot,
): ReadonlySet<string> {
  const scheme = textOf(progression)
  const isOther = (slot: ProgramSlot) => slot.key === key && textOf(slot.progression) !== scheme
  return new Set(days.flatMap((day) => (day.slots.some(isOther) ? day.key : [])))
}

/** Equal for equal schemes, whatever the order of their fields. */
function textOf(scheme: Scheme | undefined): string {
  return JSON.stringify(Object.entries(scheme ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Caches start times, because workout objects are immutable and read over and over. */
const starts = new WeakMap<LoggedWorkout, number>()

/** When a workout started, in milliseconds since 1970. */
export function startOf(workout: LoggedWorkout): number {
  let start = starts.get(workout)
  if (start === undefined) {
    start = Date.parse(workout.startedAt)
    starts.set(workout, start)
  }
  return start
}

/** Caches the sets of a workout by slot and exercise, for the same reason. */
const setsOfWorkouts = new WeakMap<LoggedWorkout, Map<string, readonly TrainedSet[]>>()

function setsOf(workout: LoggedWorkout, slot: string | undefined, exerciseId: string): readonly TrainedSet[] {
  let slots = setsOfWorkouts.get(workout)
  if (!slots) {
    slots = new Map()
    setsOfWorkouts.set(workout, slots)
  }
  const key = `${slot ?? ''} ${exerciseId}`
  let sets = slots.get(key)
  if (!sets) {
    sets = readSets(workout, slot, exerciseId)
    slots.set(key, sets)
  }
  return sets
}

function readSets(workout: LoggedWorkout, slot: string | undefined, exerciseId: string): TrainedSet[] {
  const { id: workoutId, timeZone, exercises, bodyweight } = workout
  const performedAt = startOf(workout)
  const workoutBodyweightGrams = bodyweight && toGrams(bodyweight)
  return exercises
    .filter((entry) => entry.exerciseId === exerciseId && (slot === undefined || entry.slot === slot))
    .flatMap(({ sets }) => sets)
    .map((set) => ({
      id: set.id,
      workoutId,
      exerciseId,
      performedAt,
      timeZone,
      workoutBodyweightGrams,
      ...workOf(set),
    }))
}

function workOf({
  type,
  reps,
  weight,
  assistance,
  durationSeconds,
  distance,
  rpe,
  rir,
  side,
  restSeconds,
  target,
}: Schemas['WorkoutSet']) {
  return {
    type,
    reps,
    weightGrams: weight && toGrams(weight),
    assistanceGrams: assistance && toGrams(assistance),
    durationSeconds,
    distanceMillimeters: distance && toMillimeters(distance),
    rpe,
    rir,
    side,
    restSeconds,
    target: target && {
      reps: target.reps,
      rpe: target.rpe,
      weightGrams: target.weight && toGrams(target.weight),
    },
  }
}

/** A scheme's prescription before anything was done: its sets and reps, without a weight. */
export function firstSets({ progression, restSeconds }: ProgramSlot): PlannedRunSet[] {
  const restField = restSeconds === undefined ? {} : { restSeconds }
  const { count, min, max = min, openLast } = progression ? firstOf(progression) : defaultSets
  return Array.from({ length: count }, (_, index) => ({
    type: 'normal',
    reps: { min, max },
    ...(openLast && index === count - 1 && { openEnded: true }),
    ...restField,
  }))
}

interface FirstSets {
  readonly count: number
  readonly min: number
  readonly max?: number
  readonly openLast?: boolean
}

const defaultSets: FirstSets = { count: 3, min: 8, max: 12 }

function firstOf(scheme: Scheme): FirstSets {
  switch (scheme.scheme) {
    case 'double':
      return { count: scheme.sets ?? 3, min: scheme.minReps ?? 8, max: scheme.maxReps ?? 12 }
    case 'linear':
    case 'rpe':
      return { count: scheme.sets ?? 3, min: scheme.reps ?? 5 }
    case 'memory':
      return scheme.range ? { count: 3, ...scheme.range } : defaultSets
    case 'two_for_two':
      return { count: scheme.sets ?? 3, min: scheme.reps ?? 10 }
    case 'sum': {
      const count = scheme.sets ?? 3
      return { count, min: Math.max(1, Math.round((scheme.totalReps ?? 30) / count)) }
    }
    case 'gzclp':
      return gzclpFirst[scheme.tier ?? 1]
    case 'five_three_one':
      return { count: 3, min: 5, openLast: true }
    case 'apre':
      return { count: 4, min: scheme.repMax ?? 6 }
  }
}

const gzclpFirst: Record<1 | 2 | 3, FirstSets> = {
  1: { count: 5, min: 3, openLast: true },
  2: { count: 3, min: 10 },
  3: { count: 3, min: 15, openLast: true },
}
