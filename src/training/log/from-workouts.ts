import type { Schemas } from '#generated/types.ts'
import type { BodyweightMeasurement } from '../bodyweight.ts'
import type { TrainedSet } from '../progression/types.ts'
import type { PerformedSet } from '../types.ts'
import { toGrams, toMillimeters, type WeightUnit } from '../units.ts'
import { gramsFor, performedSet, type StoredSet } from './performed-set.ts'
import { trainedSet } from './trained-set.ts'

/** A workout of the contract, as the API returns it and as a device stores it. */
export type LoggedWorkout = Pick<
  Schemas['Workout'],
  'id' | 'startedAt' | 'timeZone' | 'bodyweight' | 'exercises' | 'doubts'
>

type LoggedEntry = LoggedWorkout['exercises'][number]
type ContractSet = LoggedEntry['sets'][number]

/** The selection of sets, and the unit of the figures that they are for. */
export interface SetSelection {
  /** The unit of the figures. */
  readonly unit: WeightUnit
  /** Only workouts that started then or later, in milliseconds since 1970. */
  readonly from?: number
  /** Only workouts that started earlier. Pass the current time plus one, because figures exclude the future. */
  readonly before: number
  /** Only the sets of this exercise. */
  readonly exerciseId?: string
}

/** The sets of workouts as input for the figures: without warm-ups, oldest workout first. */
export function performedSets(workouts: readonly LoggedWorkout[], options: SetSelection): PerformedSet[] {
  return collect(workouts, options, (performed) => performed)
}

/** The sets of workouts as input for progressions and recommendations: without warm-ups, oldest workout first. */
export function trainedSets(workouts: readonly LoggedWorkout[], options: SetSelection): TrainedSet[] {
  return collect(workouts, options, (performed, { restSeconds, target }) =>
    trainedSet(performed, options.unit, restSeconds ?? null, target ?? null),
  )
}

/** The bodyweights among measurements, for figures in `unit`. */
export function bodyweights(
  measurements: readonly Pick<Schemas['Measurement'], 'kind' | 'value' | 'unit' | 'measuredAt'>[],
  unit: WeightUnit,
): BodyweightMeasurement[] {
  return measurements.flatMap((measurement) => {
    const { kind, value, measuredAt } = measurement
    if (kind !== 'bodyweight') return []
    // According to the contract, a bodyweight has a unit of weight.
    const weight = { value, unit: measurement.unit as WeightUnit }
    return [{ measuredAt: Date.parse(measuredAt), weightGrams: gramsFor(toGrams(weight), unit) }]
  })
}

function collect<Result>(
  workouts: readonly LoggedWorkout[],
  { unit, from = Number.NEGATIVE_INFINITY, before, exerciseId }: SetSelection,
  convert: (performed: PerformedSet, set: ContractSet) => Result,
): Result[] {
  const sets: Result[] = []
  for (const { workout, performedAt } of oldestFirst(workouts)) {
    if (performedAt < from || performedAt >= before) continue
    const { id, timeZone, bodyweight, doubts = [] } = workout
    const bodyweightGrams = bodyweight && gramsFor(toGrams(bodyweight), unit)
    for (const entry of workout.exercises) {
      if (exerciseId !== undefined && entry.exerciseId !== exerciseId) continue
      for (const set of entry.sets) {
        // Sets that look like typing errors don't count.
        if (set.type === 'warmup' || doubts.some(({ setId }) => setId === set.id)) continue
        const stored = storedSet(set, entry.exerciseId, performedAt)
        sets.push(convert(performedSet(stored, id, unit, { timeZone, bodyweightGrams }), set))
      }
    }
  }
  return sets
}

function oldestFirst(workouts: readonly LoggedWorkout[]) {
  return workouts
    .map((workout) => ({ workout, performedAt: Date.parse(workout.startedAt) }))
    .sort((a, b) => a.performedAt - b.performedAt || (a.workout.id < b.workout.id ? -1 : 1))
}

/** A set as the server stores it. */
function storedSet(set: ContractSet, exerciseId: string, performedAt: number): StoredSet {
  const { weight, assistance, distance } = set
  return {
    id: set.id,
    exerciseId,
    performedAt,
    type: set.type,
    reps: set.reps ?? null,
    weightGrams: weight ? toGrams(weight) : null,
    assistanceGrams: assistance ? toGrams(assistance) : null,
    durationSeconds: set.durationSeconds ?? null,
    distanceMillimeters: distance ? toMillimeters(distance) : null,
    rpe: set.rpe ?? null,
    rir: set.rir ?? null,
    side: set.side ?? null,
    confirmed: set.confirmed ?? null,
  }
}
