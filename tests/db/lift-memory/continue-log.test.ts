import { expect, test } from 'bun:test'
import { seedCatalogue } from '#db/catalogue/seed.ts'
import { transact } from '#db/engine/transact.ts'
import { continueLog } from '#db/lift-memory/continue-log.ts'
import { rememberedLog } from '#db/lift-memory/remembered-log.ts'
import { foldUnfolded, type UnfoldedLog, withSaved } from '#db/lift-memory/unfolded-workouts.ts'
import { findWorkout } from '#db/workouts/find.ts'
import type { SavedWorkout } from '#db/workouts/rows.ts'
import { insertWorkout, replaceWorkout } from '#db/workouts/save.ts'
import { draftWorkout } from '#services/workouts/draft.ts'
import { inTimeZone } from '#services/workouts/time-zone.ts'
import { memoryData } from '#training/lift-state/index.ts'
import { insertUser, openTestDatabase } from '../fixture.ts'

async function createLifter() {
  const { db } = await openTestDatabase()
  await seedCatalogue(db, 0)
  const user = { id: await insertUser(db), timeZone: 'UTC', dayStartHour: 0 }
  const draftOf = (id: string, startedAt: string, kilograms = 60) => {
    const sets = [{ type: 'normal', reps: 5, weight: { value: kilograms, unit: 'kg' } } as const]
    const exercises = [{ exerciseId: 'barbell-bench-press', sets }]
    return inTimeZone(
      draftWorkout(user.id, id, { startedAt, exercises }, () => crypto.randomUUID()),
      'UTC',
    )
  }
  const savedBy = ({ stored, packed }: SavedWorkout, isAdded: boolean) => {
    if (!packed) throw new Error('the workout has no packed rows')
    return { row: packed.whole, seq: stored.seq, isAdded }
  }
  const log = async (id: string, startedAt: string, kilograms?: number) =>
    savedBy(
      await transact(db, user.id, (tx) => insertWorkout(tx, draftOf(id, startedAt, kilograms), 1)),
      true,
    )
  const replace = async (id: string, startedAt: string, kilograms: number) => {
    const current = await findWorkout(db, user.id, id)
    if (!current) throw new Error('the workout does not exist')
    const draft = draftOf(id, startedAt, kilograms)
    return savedBy(await transact(db, user.id, (tx) => replaceWorkout(tx, current, draft, 1)), false)
  }
  return { db, user, log, replace }
}

test('a memory that continues with an earlier workout folds it in the order of the log', async () => {
  const { db, user, log } = await createLifter()
  await log('first', '2026-03-01T10:00:00.000Z')
  await log('third', '2026-03-03T10:00:00.000Z')
  const earlier = await rememberedLog(db, user)
  const saved = await log('second', '2026-03-02T10:00:00.000Z')
  const continued = continueLog(earlier, [saved], saved.seq)
  expect(continued?.tail.map(({ workoutId }) => workoutId)).toEqual(['first', 'second', 'third'])
  expect(continued && memoryData(continued.fold)).toEqual(memoryData((await rememberedLog(db, user)).fold))
})

test('a memory that was read while a workout was being saved contains it once', async () => {
  const { db, user, log } = await createLifter()
  await log('first', '2026-03-01T10:00:00.000Z')
  const saved = await log('second', '2026-03-02T10:00:00.000Z')
  const current = await rememberedLog(db, user)
  // The user's seq was read before the commit, and the workouts after it, as can happen on PostgreSQL.
  const continued = continueLog({ ...current, seq: saved.seq - 1 }, [saved], saved.seq)
  expect(continued?.seq).toBe(saved.seq)
  expect(continued?.tail.map(({ workoutId }) => workoutId)).toEqual(['first', 'second'])
  expect(continued && memoryData(continued.fold)).toEqual(memoryData(current.fold))
})

test('workouts that were saved one after the other, and replaced, are folded together later', async () => {
  const { db, user, log, replace } = await createLifter()
  await log('first', '2026-03-01T10:00:00.000Z')
  const earlier = await rememberedLog(db, user)
  const changes = [
    () => replace('first', '2026-03-01T10:00:00.000Z', 62.5),
    () => log('second', '2026-03-02T10:00:00.000Z'),
    () => replace('second', '2026-03-02T11:00:00.000Z', 65),
    () => log('third', '2026-03-03T10:00:00.000Z', 65),
    () => log('fourth', '2026-03-04T10:00:00.000Z', 65),
    () => replace('fourth', '2026-03-04T10:00:00.000Z', 62.5),
  ]
  let memory: UnfoldedLog | undefined = { log: earlier }
  for (const change of changes) {
    memory = memory && withSaved(memory, await change())
    const folded = memory && foldUnfolded(memory)
    expect(folded && memoryData(folded.fold)).toEqual(memoryData((await rememberedLog(db, user)).fold))
  }
  expect([...(memory?.unfolded?.changes.keys() ?? [])]).toEqual(['third', 'fourth'])
  // A workout in the memory can't be left unfolded, because its loads may be known only from its previous state.
  const moved = await replace('first', '2026-03-05T10:00:00.000Z', 65)
  expect(memory && withSaved(memory, moved)?.unfolded).toBeUndefined()
})
