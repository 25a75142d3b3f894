import { expect, test } from 'bun:test'
import { seedCatalogue } from '#db/catalogue/seed.ts'
import { transact } from '#db/engine/transact.ts'
import { forgetMemory } from '#db/lift-memory/checkpoints.ts'
import type { RememberedLog } from '#db/lift-memory/fold-tail.ts'
import { keepCheckpointBefore } from '#db/lift-memory/fold-up-to.ts'
import { rememberedLog } from '#db/lift-memory/remembered-log.ts'
import { insertWorkout } from '#db/workouts/save.ts'
import { draftWorkout } from '#services/workouts/draft.ts'
import { inTimeZone } from '#services/workouts/time-zone.ts'
import { dayMs } from '#training/day-ms.ts'
import { memoryData } from '#training/lift-state/index.ts'
import { insertUser, openTestDatabase } from '../fixture.ts'

const lifts = ['barbell-bench-press', 'barbell-back-squat', 'barbell-deadlift', 'barbell-row'] as const

/** A user with a workout of one of four lifts on each of 300 days. */
async function createVeteran() {
  const { db } = await openTestDatabase()
  await seedCatalogue(db, 0)
  const user = { id: await insertUser(db), timeZone: 'UTC', dayStartHour: 0 }
  const startOf = (day: number) => Date.parse('2024-01-01T10:00:00.000Z') + day * dayMs
  const log = (day: number) => {
    const kilograms = 60 + Math.floor(day / 10) * 2.5
    const sets = [{ type: 'normal', reps: 5, weight: { value: kilograms, unit: 'kg' } } as const]
    const exercises = [{ exerciseId: lifts[Math.floor(day) % lifts.length] ?? lifts[0], sets }]
    const startedAt = new Date(startOf(day)).toISOString()
    const draft = draftWorkout(user.id, `day ${day}`, { startedAt, exercises }, () => crypto.randomUUID())
    return transact(db, user.id, (tx) => insertWorkout(tx, inTimeZone(draft, 'UTC'), 1))
  }
  const keepCheckpoint = (day: number) =>
    transact(db, user.id, (tx) =>
      keepCheckpointBefore(tx, user, { workoutId: `day ${day}`, startedAt: startOf(day) }),
    )
  for (let day = 0; day < 300; day++) await log(day)
  /** The memory continued from an earlier one, which must be that of the whole log. */
  const remember = async (earlier?: RememberedLog) => {
    const memory = await rememberedLog(db, user, earlier)
    expect(memoryData(memory.fold)).toEqual(memoryData((await rememberedLog(db, user)).fold))
    return memory
  }
  return { db, user, startOf, log, keepCheckpoint, remember }
}

test('a memory of the whole log continues from its first workout after a checkpoint far back was stored', async () => {
  const { log, keepCheckpoint, remember } = await createVeteran()
  const earlier = await remember()
  expect(await keepCheckpoint(50)).toBe(true)
  await log(60.5)
  const continued = await remember(earlier)
  expect(continued.base).toBeUndefined()
  expect(continued.tail.length).toBe(301)
  await log(20.5)
  expect((await remember(continued)).tail.length).toBe(302)
})

test('a memory continues from its checkpoint until a change before it deletes that', async () => {
  const { db, user, log, keepCheckpoint, remember } = await createVeteran()
  await keepCheckpoint(50)
  const earlier = await remember()
  expect(earlier.base?.workouts).toBe(50)
  await keepCheckpoint(120)
  await log(130.5)
  const continued = await remember(earlier)
  expect(continued.base).toEqual(earlier.base)
  await log(40.5)
  const changed = await remember(continued)
  expect(changed.base).toBeUndefined()
  await transact(db, user.id, (tx) => forgetMemory(tx, user.id))
  expect(memoryData((await rememberedLog(db, user)).fold)).toEqual(memoryData(changed.fold))
})

test('a memory continues from a checkpoint near the end, so that it keeps few workouts', async () => {
  const { log, keepCheckpoint, remember } = await createVeteran()
  const earlier = await remember()
  await keepCheckpoint(150)
  await keepCheckpoint(280)
  await log(300)
  expect((await remember(earlier)).base?.workouts).toBe(280)
})

test('a memory up to an instant before its checkpoint starts at an earlier one', async () => {
  const { db, user, startOf, keepCheckpoint, remember } = await createVeteran()
  await keepCheckpoint(30)
  await keepCheckpoint(150)
  const earlier = await remember()
  expect(earlier.base?.workouts).toBe(150)
  const until = startOf(100)
  const limited = await rememberedLog(db, user, earlier, until)
  expect(limited.base?.workouts).toBe(30)
  expect(limited.tail.at(-1)?.startedAt).toBe(until)
  expect(memoryData(limited.fold)).toEqual(memoryData((await rememberedLog(db, user, undefined, until)).fold))
})
