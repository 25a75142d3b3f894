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

/** A workout whose number of sets, and of reps in each, equals its revision. */
function draft(userId: string, revision: number) {
  const sets = Array.from({ length: revision }, () => ({ type: 'normal', reps: revision }) as const)
  const input = { startedAt: '2026-03-02T10:00:00.000Z', exercises: [{ exerciseId: 'plank', sets }] }
  return inTimeZone(
    draftWorkout(userId, id, input, () => crypto.randomUUID()),
    'UTC',
  )
}

function expectOneState({ workout, sets }: WorkoutAggregate): void {
  expect(sets.map(({ reps }) => reps)).toEqual(Array(workout.revision).fill(workout.revision))
}

test('a read sees one state, from before or after a save at any moment', async () => {
  const { db } = await openTestDatabase()
  await seedCatalogue(db, 0)
  const userId = await insertUser(db)
  await transact(db, userId, (tx) => insertWorkout(tx, draft(userId, 1), 0))
  const save = (revision: number, begun: () => void) =>
    transact(db, userId, async (tx) => {
      begun()
      const kept = await findWorkout(tx, userId, id)
      if (kept) await replaceWorkout(tx, kept, draft(userId, revision), 0)
    })
  for (let moment = 0; moment < 40; moment++) {
    const begun = Promise.withResolvers<void>()
    const saving = save(moment + 2, begun.resolve)
    await begun.promise
    for (let ticks = 0; ticks < moment; ticks++) await undefined
    const one = findWorkout(db, userId, id)
    const listed = listWorkouts(db, userId, {}, { after: undefined, limit: 10 })
    const next = transact(db, userId, async () => undefined)
    const [found, list] = await Promise.all([one, listed, saving, next])
    for (const workout of [found, ...list.map(readWorkout)]) if (workout) expectOneState(workout)
    expect([found, ...list]).toHaveLength(2)
  }
})

test('a read that starts before a concurrent save sees one state', async () => {
  const { db } = await openTestDatabase()
  await seedCatalogue(db, 0)
  const userId = await insertUser(db)
  await transact(db, userId, (tx) => insertWorkout(tx, draft(userId, 1), 0))
  for (let moment = 0; moment < 12; moment++) {
    const one = findWorkout(db, userId, id)
    const listed = listWorkouts(db, userId, {}, { after: undefined, limit: 10 })
    for (let ticks = 0; ticks < moment; ticks++) await undefined
    const saving = transact(db, userId, async (tx) => {
      const kept = await findWorkout(tx, userId, id)
      if (kept) await replaceWorkout(tx, kept, draft(userId, moment + 2), 0)
    })
    const [found, list] = await Promise.all([one, listed, saving])
    for (const workout of [found, ...list.map(readWorkout)]) if (workout) expectOneState(workout)
  }
})
