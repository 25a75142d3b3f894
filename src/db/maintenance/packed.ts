import { isDeepStrictEqual } from 'node:util'
import type { SqliteFile } from '../engine/sqlite/ask.ts'
import { packedRow, performedRows } from '../packed/save.ts'
import { readWorkout } from '../workouts/document.ts'
import type { StoredWorkout } from '../workouts/rows.ts'

/** How many faults are told one by one. */
const mostFaults = 10

/**
 * The workouts whose packed sets don't say what their documents say, by user and id, at most a few; and packed sets
 * without a workout. What an import has written ahead is left out.
 */
export function packedFaults(sqlite: SqliteFile): string[] {
  const faults: string[] = []
  using workouts = sqlite.prepare<StoredWorkout, []>('select * from workouts where "deletedAt" is null')
  using packed = sqlite.prepare<ReturnType<typeof packedRow>, [string, number, string]>(
    'select * from "packedWorkouts" where "userId" = ? and "startedAt" = ? and "workoutId" = ?',
  )
  using performed = sqlite.prepare<
    ReturnType<typeof performedRows>[number],
    [string, string, number, string]
  >(
    'select * from "performedExercises" where "userId" = ? and "exerciseId" = ? and "startedAt" = ? and "workoutId" = ?',
  )
  let exercises = 0
  let count = 0
  for (const row of workouts.iterate()) {
    const { userId, startedAt, id } = row
    const fault = (what: string) => faults.push(`workout ${id} of user ${userId}: ${what}`)
    count++
    try {
      const aggregate = readWorkout(row)
      if (!same(packed.get(userId, startedAt, id), packedRow(aggregate))) fault('its packed sets differ')
      for (const one of performedRows(aggregate)) {
        exercises++
        if (!same(performed.get(userId, one.exerciseId, startedAt, id), one))
          fault(`the packed sets of ${one.exerciseId} differ`)
      }
    } catch {
      fault("its document can't be read")
    }
    if (faults.length >= mostFaults) return faults
  }
  // Each row was found by its workout, so more of them are those of none.
  if (faults.length === 0 && rowsOfLive(sqlite, 'packedWorkouts') !== count)
    faults.push('packed sets of no workout')
  if (faults.length === 0 && rowsOfLive(sqlite, 'performedExercises') !== exercises)
    faults.push('packed exercises of no workout')
  return faults
}

function rowsOfLive(sqlite: SqliteFile, table: 'packedWorkouts' | 'performedExercises'): number | undefined {
  using count = sqlite.prepare<{ rows: number }, []>(
    `select count(*) as rows from "${table}" as packed where not exists (select 1 from workouts
       where workouts."userId" = packed."userId" and workouts.id = packed."workoutId" and "deletedAt" is not null)`,
  )
  return count.get()?.rows
}

/** Whether a row is what packing anew gives; bytes are compared as such, whatever holds them. */
function same<Row extends { readonly sets: Uint8Array }>(kept: Row | null, anew: Row): boolean {
  if (!kept || Buffer.compare(kept.sets, anew.sets) !== 0) return false
  return isDeepStrictEqual({ ...kept, sets: null }, { ...anew, sets: null })
}
