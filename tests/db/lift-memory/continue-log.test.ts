import { expect, test } from 'bun:test'
import { seedCatalogue } from '#db/catalogue/seed.ts'
import { transact } from '#db/engine/transact.ts'
import { continueLog, rememberedLog } from '#db/lift-memory/remembered-log.ts'
import { insertWorkout } from '#db/workouts/save.ts'
import { draftWorkout } from '#services/workouts/draft.ts'
import { inTimeZone } from '#services/workouts/time-zone.ts'
import { memoryData } from '#training/lift-state/index.ts'
import { insertUser, openTestDatabase } from '../fixture.ts'

async function createLifter() {
  const { db } = await openTestDatabase()
  await seedCatalogue(db, 0)
  const user = { id: await insertUser(db), timeZone: 'UTC', dayStartHour: 0 }
  const log = async (id: string, startedAt: string) => {
    const sets = [{ type: 'normal', reps: 5, weight: { value: 60, unit: 'kg' } } as const]
    const exercises = [{ exerciseId: 'barbell-bench-press', sets }]
    const draft = draftWorkout(user.id, id, { startedAt, exercises }, () => crypto.randomUUID())
    const { stored, packed } = await transact(db, user.id, (tx) =>
      insertWorkout(tx, inTimeZone(draft, 'UTC'), 1),
    )
    if (!packed) throw new Error('the workout has no packed row')
    return { row: packed, seq: stored.seq, isAdded: true }
  }
  return { db, user, log }
}

test('a memory that continues with an earlier workout folds it in the order of the log', async () => {
  const { db, user, log } = await createLifter()
  await log('first', '2026-03-01T10:00:00.000Z')
  await log('third', '2026-03-03T10:00:00.000Z')
  const earlier = await rememberedLog(db, user)
  const continued = continueLog(earlier, await log('second', '2026-03-02T10:00:00.000Z'))
  expect(continued?.tail.map(({ workoutId }) => workoutId)).toEqual(['first', 'second', 'third'])
  expect(continued && memoryData(continued.fold)).toEqual(memoryData((await rememberedLog(db, user)).fold))
})

test('a memory that was read while a workout was being saved contains it once', async () => {
  const { db, user, log } = await createLifter()
  await log('first', '2026-03-01T10:00:00.000Z')
  const saved = await log('second', '2026-03-02T10:00:00.000Z')
  const current = await rememberedLog(db, user)
  // The user's seq was read before the commit, and the workouts after it, as can happen on PostgreSQL.
  const continued = continueLog({ ...current, seq: saved.seq - 1 }, saved)
  expect(continued?.seq).toBe(saved.seq)
  expect(continued?.tail.map(({ workoutId }) => workoutId)).toEqual(['first', 'second'])
  expect(continued && memoryData(continued.fold)).toEqual(memoryData(current.fold))
})
