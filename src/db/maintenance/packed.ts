import { isDeepStrictEqual } from 'node:util'
import type { SqliteFile } from '../engine/sqlite/run-sql.ts'
import { packedRow, performedRows } from '../packed/save.ts'
import { readWorkout } from '../workouts/document.ts'
import type { StoredWorkout } from '../workouts/rows.ts'

/** The maximum number of faults to list. */
const maxFaults = 10

/**
 * Lists a few of the workouts whose packed sets don't match their documents, by user and id, and packed
 * sets without a workout. Ignores rows that an import has written ahead.
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
    const addFault = (fault: string) => faults.push(`workout ${id} of user ${userId}: ${fault}`)
    count++
    try {
      const aggregate = readWorkout(row)
      if (!isSame(packed.get(userId, startedAt, id), packedRow(aggregate))) addFault('its packed sets differ')
      for (const expected of performedRows(aggregate)) {
        exercises++
        if (!isSame(performed.get(userId, expected.exerciseId, startedAt, id), expected))
          addFault(`the packed sets of ${expected.exerciseId} differ`)
      }
    } catch {
      addFault("its document can't be read")
    }
    if (faults.length >= maxFaults) return faults
  }
  // Each row was found through its workout, so any additional rows belong to none.
  if (faults.length === 0 && countRowsNotOfTombstones(sqlite, 'packedWorkouts') !== count)
    faults.push('packed sets without a workout')
  if (faults.length === 0 && countRowsNotOfTombstones(sqlite, 'performedExercises') !== exercises)
    faults.push('packed exercises without a workout')
  return faults
}

/** Counts all rows except those of deleted workouts, and so also those without any workout. */
function countRowsNotOfTombstones(
  sqlite: SqliteFile,
  table: 'packedWorkouts' | 'performedExercises',
): number | undefined {
  using count = sqlite.prepare<{ rows: number }, []>(
    `select count(*) as rows from "${table}" as packed where not exists (select 1 from workouts
       where workouts."userId" = packed."userId" and workouts.id = packed."workoutId" and "deletedAt" is not null)`,
  )
  return count.get()?.rows
}

/** Whether a row equals a newly packed one, comparing bytes regardless of their array type. */
function isSame<Row extends { readonly packedSets: Uint8Array }>(stored: Row | null, expected: Row): boolean {
  if (!stored || Buffer.compare(stored.packedSets, expected.packedSets) !== 0) return false
  return isDeepStrictEqual({ ...stored, packedSets: null }, { ...expected, packedSets: null })
}
