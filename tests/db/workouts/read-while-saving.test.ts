import { expect, test } from 'bun:test'
import { seedCatalogue } from '#db/catalogue/seed.ts'
import { transact } from '#db/engine/transact.ts'
import { readWorkout } from '#db/workouts/document.ts'
import { findWorkout } from '#db/workouts/find.ts'
import { listWorkouts } from '#db/workouts/list.ts'
import type { WorkoutAggregate } from '#db/workouts/rows.ts'
import { insertWorkout, replaceWorkout } from '#db/workouts/save.ts'
import { draftWorkout } from '#services/workouts/draft.ts'
import { inTimeZone } from '#services/workouts/time-zone.ts'
import { insertUser, openTestDatabase } from '../fixture.ts'

const id = '0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01'

/** A draft whose number of sets, and reps of each set, equal its revision. */
function draft(userId: string, revision: number) {
  const sets = Array.from({ length: revision }, () => ({ type: 'normal', reps: revision }) as const)
  const input = { startedAt: '2026-03-02T10:00:00.000Z', exercises: [{ exerciseId: 'plank', sets }] }
  return inTimeZone(
    draftWorkout(userId, id, input, () => crypto.randomUUID()),
    'UTC',
  )
}

/** Fails if the workout and its sets are of different revisions. */
function expectConsistent({ workout, sets }: WorkoutAggregate): void {
  expect(sets.map(({ reps }) => reps)).toEqual(Array(workout.revision).fill(workout.revision))
}

test('a read during a save sees the state from before or after it, never a mix', async () => {
  const { db } = await openTestDatabase()
  await seedCatalogue(db, 0)
  const userId = await insertUser(db)
  await transact(db, userId, (tx) => insertWorkout(tx, draft(userId, 1), 0))
  const save = (revision: number, started: () => void) =>
    transact(db, userId, async (tx) => {
      started()
      const stored = await findWorkout(tx, userId, id)
      if (stored) await replaceWorkout(tx, stored, draft(userId, revision), 0)
    })
  for (let attempt = 0; attempt < 40; attempt++) {
    const started = Promise.withResolvers<void>()
    const saving = save(attempt + 2, started.resolve)
    await started.promise
    for (let ticks = 0; ticks < attempt; ticks++) await undefined
    const finding = findWorkout(db, userId, id)
    const listing = listWorkouts(db, userId, {}, { after: undefined, limit: 10 })
    const next = transact(db, userId, async () => undefined)
    const [single, list] = await Promise.all([finding, listing, saving, next])
    expect(list).toHaveLength(1)
    for (const workout of [single, ...list.map(readWorkout)])
      expectConsistent(workout ?? expect.unreachable())
  }
})

test('a read that starts before a concurrent save never sees a mix of two states', async () => {
  const { db } = await openTestDatabase()
  await seedCatalogue(db, 0)
  const userId = await insertUser(db)
  await transact(db, userId, (tx) => insertWorkout(tx, draft(userId, 1), 0))
  for (let attempt = 0; attempt < 12; attempt++) {
    const finding = findWorkout(db, userId, id)
    const listing = listWorkouts(db, userId, {}, { after: undefined, limit: 10 })
    for (let ticks = 0; ticks < attempt; ticks++) await undefined
    const saving = transact(db, userId, async (tx) => {
      const stored = await findWorkout(tx, userId, id)
      if (stored) await replaceWorkout(tx, stored, draft(userId, attempt + 2), 0)
    })
    const [single, list] = await Promise.all([finding, listing, saving])
    expect(list).toHaveLength(1)
    for (const workout of [single, ...list.map(readWorkout)])
      expectConsistent(workout ?? expect.unreachable())
  }
})
