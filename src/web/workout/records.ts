import { signal } from '@preact/signals'
import type { LocalWorkout } from '#client/index.ts'
import { figure } from '../figures/ask.ts'
import type { AllRecords, NewRecord } from '../figures/questions.ts'
import type { LoggedSet } from './model.ts'

/** A set with a new record. */
export interface RecordSet extends Omit<NewRecord, 'workoutId'> {
  readonly set: LoggedSet
}

/** A record of a workout in progress. */
export type RecordNow = Omit<NewRecord, 'workoutId'>

/** Lists the records of a workout in progress, compared with the bests of all finished workouts. */
type RecordsNow = (workout: LocalWorkout, bests: ReadonlyMap<string, number>) => readonly RecordNow[]

/** Set once the workout pages are loaded, so that Today doesn't wait for it. */
export const recordsNow = signal<RecordsNow | undefined>(undefined)

/** The records of finished workouts, by workout. */
const byWorkout = new WeakMap<AllRecords, ReadonlyMap<string, readonly RecordNow[]>>()

function beatenIn(records: AllRecords, workoutId: string): readonly RecordNow[] {
  const grouped = byWorkout.get(records) ?? Map.groupBy(records.beaten, (record) => record.workoutId)
  byWorkout.set(records, grouped)
  return grouped.get(workoutId) ?? []
}

/**
 * For each exercise of a workout, by set id, its best set if that beat the sets of all earlier workouts.
 * The first session of an exercise has no records.
 */
export function recordsIn(workout: LocalWorkout): ReadonlyMap<string, RecordSet> {
  const records = figure('records', undefined)
  if (!records) return new Map()
  const found = records.workoutIds.has(workout.id)
    ? beatenIn(records, workout.id)
    : (recordsNow.value?.(workout, records.bests) ?? [])
  const sets = new Map(workout.exercises.flatMap((exercise) => exercise.sets.map((set) => [set.id, set])))
  return new Map(
    found.flatMap((record) => {
      const set = sets.get(record.setId)
      return set ? [[record.setId, { ...record, set }]] : []
    }),
  )
}
