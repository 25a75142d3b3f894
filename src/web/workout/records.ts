import { signal } from '@preact/signals'
import type { LocalWorkout } from '#client/index.ts'
import { figure } from '../figures/ask.ts'
import type { AllRecords } from '../figures/questions.ts'
import { gramsInUnit } from './figures.ts'
import type { LoggedSet } from './model.ts'

/** A record one-rep max, in this device's unit. */
export interface RecordSet {
  readonly set: LoggedSet
  readonly exerciseId: string
  readonly oneRepMax: number
  /** How much it beat the best of the earlier workouts by. */
  readonly gain: number
}

/** A set with a new record, in grams. */
export interface RecordInGrams {
  readonly setId: string
  readonly exerciseId: string
  readonly oneRepMaxGrams: number
  readonly gainGrams: number
}

/** Lists the records of a workout in progress, compared with the bests of all finished workouts. */
type RecordsNow = (workout: LocalWorkout, bests: ReadonlyMap<string, number>) => readonly RecordInGrams[]

/** Set once the workout pages are loaded, so that Today doesn't wait for it. */
export const recordsNow = signal<RecordsNow | undefined>(undefined)

/** The records of finished workouts, by workout. */
const byWorkout = new WeakMap<AllRecords, ReadonlyMap<string, readonly RecordInGrams[]>>()

function beatenIn(records: AllRecords, workoutId: string): readonly RecordInGrams[] {
  const grouped = byWorkout.get(records) ?? Map.groupBy(records.beaten, (record) => record.workoutId)
  byWorkout.set(records, grouped)
  return grouped.get(workoutId) ?? []
}

/**
 * For each exercise of a workout, by set id, its best set if that set's one-rep max beat those of all earlier workouts.
 * The first session of an exercise has no records.
 */
export function recordsIn(workout: LocalWorkout): ReadonlyMap<string, RecordSet> {
  const records = figure('records', undefined)
  if (!records) return new Map()
  const grams = records.workoutIds.has(workout.id)
    ? beatenIn(records, workout.id)
    : (recordsNow.value?.(workout, records.bests) ?? [])
  const sets = new Map(workout.exercises.flatMap((exercise) => exercise.sets.map((set) => [set.id, set])))
  return new Map(
    grams.flatMap(({ setId, exerciseId, oneRepMaxGrams, gainGrams }) => {
      const set = sets.get(setId)
      if (!set) return []
      const [oneRepMax, gain] = [gramsInUnit(oneRepMaxGrams), gramsInUnit(gainGrams)]
      return [[setId, { set, exerciseId, oneRepMax, gain }]]
    }),
  )
}
