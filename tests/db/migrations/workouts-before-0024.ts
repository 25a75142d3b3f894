import { expect } from 'bun:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { kyselyOf } from '#db/engine/kysely.ts'
import { packEarlierPerformed, packEarlierSets } from '#db/migrations/earlier-packing/pack.ts'
import { packedRow, performedRows } from '#db/packed/save.ts'
import type { Db } from '#db/schema/index.ts'
import { documentOf } from '#db/workouts/content.ts'
import { readWorkout, storedWorkout } from '#db/workouts/document.ts'
import type { SavedWorkout, WorkoutRow } from '#db/workouts/rows.ts'
import { draftWorkout } from '#services/workouts/draft.ts'
import { inTimeZone } from '#services/workouts/time-zone.ts'
import { anyWorkout } from '#tests/handlers/workouts/arbitrary-workout.ts'

/** Different workouts of a user, in the order of their `seq`. */
export function workoutsOf(userId: string, count: number): SavedWorkout[] {
  const inputs = fc.sample(anyWorkout, { numRuns: count, seed: 24 })
  return inputs.map((input, index) => {
    const unzoned = draftWorkout(userId, input.id, input, () => expect.unreachable())
    const draft = inTimeZone(unzoned, input.timeZone ?? 'UTC')
    const stamps = { revision: 1, createdAt: 5, updatedAt: 6, deletedAt: null, seq: index + 1 }
    const workout: WorkoutRow = { ...draft.workout, ...stamps }
    return readWorkout(storedWorkout(workout, documentOf(draft)))
  })
}

/** Inserts the document of a workout, and its packed sets as the release before 0024 packed them. */
export async function insertBefore0024(db: Db, saved: SavedWorkout): Promise<void> {
  const { userId, id: workoutId, startedAt } = saved.workout
  const { packedSets: _, ...packed } = packedRow(saved)
  await insert(db, 'workouts', saved.stored)
  await insert(db, 'packedWorkouts', { ...packed, sets: packEarlierSets(saved.exercises, saved.sets) })
  for (const performed of packEarlierPerformed(saved))
    await insert(db, 'performedExercises', { userId, startedAt, workoutId, ...performed })
}

async function insert(db: Db, table: string, row: object): Promise<void> {
  const names = Object.keys(row).map((name) => sql.ref(name))
  await sql`insert into ${sql.table(table)} (${sql.join(names)})
    values (${sql.join(Object.values(row))})`.execute(kyselyOf(db))
}

/** Checks that the database has exactly these workouts, with their sets packed as today. */
export async function expectPackedAsToday(db: Db, workouts: readonly SavedWorkout[]): Promise<void> {
  const packed = await db.selectFrom('packedWorkouts').selectAll().execute()
  const performed = await db.selectFrom('performedExercises').selectAll().execute()
  expect(sorted(packed)).toEqual(sorted(workouts.map(packedRow)))
  expect(sorted(performed)).toEqual(sorted(workouts.flatMap(performedRows)))
}

/** Rows as texts, in the same order on every engine. */
const sorted = (rows: readonly { readonly packedSets: Uint8Array }[]) =>
  rows
    .map(({ packedSets, ...columns }) =>
      JSON.stringify(Object.entries({ ...columns, packedSets: packedSets.toHex() }).sort()),
    )
    .sort()
