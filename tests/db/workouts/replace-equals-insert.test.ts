import { expect, test } from 'bun:test'
import { seedCatalogue } from '#db/catalogue/seed.ts'
import { savepoint, transact } from '#db/engine/transact.ts'
import type { Tx } from '#db/schema/index.ts'
import { readWorkout } from '#db/workouts/document.ts'
import { findWorkoutRow } from '#db/workouts/find.ts'
import { readWorkoutToReplace } from '#db/workouts/last-written.ts'
import { insertWorkout, replaceWorkout } from '#db/workouts/save.ts'
import type { Schemas } from '#generated/types.ts'
import { draftWorkout } from '#services/workouts/draft.ts'
import { inTimeZone } from '#services/workouts/time-zone.ts'
import { rejectionOf } from '#tests/support/rejection.ts'
import { insertUser, openTestDatabase } from '../fixture.ts'

type Input = Schemas['WorkoutInput']

const [id, entryId, setId, otherSetId, runId] = [1, 2, 3, 4, 5].map(
  (digit) => `0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d0${digit}`,
) as [string, string, string, string, string]

const set = { id: setId, type: 'normal', weight: { value: 100, unit: 'kg' }, reps: 5 } as const
const entry = { id: entryId, exerciseId: 'barbell-bench-press', sets: [set] }
const original: Input = {
  name: 'Push A',
  startedAt: '2026-03-02T10:00:00.000Z',
  endedAt: '2026-03-02T11:00:00.000Z',
  exercises: [entry],
}
const withSets = (...sets: Input['exercises'][number]['sets']): Input => ({
  ...original,
  exercises: [{ ...entry, sets }],
})

interface Change {
  readonly input: Input
  readonly timeZone?: string
}

const changes: Record<string, Change> = {
  'another name': { input: { ...original, name: 'Pull A' } },
  'no end': { input: { startedAt: original.startedAt, name: 'Push A', exercises: [entry] } },
  'an earlier start': { input: { ...original, startedAt: '2026-03-01T10:00:00.000Z' } },
  'another time zone': { input: original, timeZone: 'Asia/Tokyo' },
  'the plan of a run': { input: { ...original, plan: { runId, cycle: 1, week: 'a', day: 'a' } } },
  'a bodyweight': { input: { ...original, bodyweight: { value: 80, unit: 'kg' } } },
  'an exertion': { input: { ...original, exertion: 7.5 } },
  'one more set': { input: withSets(set, { ...set, id: otherSetId }) },
  'one more warm-up': { input: withSets({ ...set, id: otherSetId, type: 'warmup' }, set) },
  'another weight': { input: withSets({ ...set, weight: { value: 102.5, unit: 'kg' } }) },
  'the same weight in pounds': { input: withSets({ ...set, weight: { value: 220.462, unit: 'lb' } }) },
  'a rest': { input: withSets({ ...set, restSeconds: 90 }) },
  'a target': { input: withSets({ ...set, target: { reps: { min: 5, max: 8 } } }) },
  'a confirmed set': { input: withSets({ ...set, confirmed: true }) },
  'another exercise': { input: { ...original, exercises: [{ ...entry, exerciseId: 'dip' }] } },
  'no exercise': { input: { ...original, exercises: [] } },
}

function draft(userId: string, { input, timeZone = 'UTC' }: Change) {
  return inTimeZone(
    draftWorkout(userId, id, input, () => crypto.randomUUID()),
    timeZone,
  )
}

/** Everything that is stored of a user's workout, without the user id, the revision and the seq. */
async function storedOf(db: Awaited<ReturnType<typeof openTestDatabase>>['db'], userId: string) {
  const read = async (table: 'workouts' | 'packedWorkouts' | 'performedExercises') => {
    const rows = await db.selectFrom(table).selectAll().where('userId', '=', userId).execute()
    return rows.map((row) => ({ ...row, userId: '', revision: 0, seq: 0 }))
  }
  return [await read('workouts'), await read('packedWorkouts'), await read('performedExercises')]
}

type Read = typeof readWorkoutToReplace

/** Replaces a user's workout. */
async function replace(tx: Tx, userId: string, change: Change, read: Read = readWorkoutToReplace) {
  const row = await findWorkoutRow(tx, userId, id)
  if (!row) throw new Error('there is no workout')
  await replaceWorkout(tx, read(tx, row), draft(userId, change), 0)
}

for (const [name, change] of Object.entries(changes)) {
  test.each([
    ['', (_, row) => readWorkout(row)],
    [' right after it was written', readWorkoutToReplace],
  ] satisfies [string, Read][])(
    `a workout that is replaced with ${name}%s is stored like a new one`,
    async (_, read) => {
      const { db } = await openTestDatabase()
      await seedCatalogue(db, 0)
      const [replaced, inserted] = [await insertUser(db), await insertUser(db)]
      await transact(db, replaced, async (tx) => {
        await insertWorkout(tx, draft(replaced, { input: original }), 0)
        await replace(tx, replaced, change, read)
      })
      await transact(db, inserted, (tx) => insertWorkout(tx, draft(inserted, change), 0))
      expect(await storedOf(db, replaced)).toEqual(await storedOf(db, inserted))
    },
  )
}

test('a workout whose last write was rolled back is replaced like a new one', async () => {
  const { db } = await openTestDatabase()
  await seedCatalogue(db, 0)
  const [replaced, inserted] = [await insertUser(db), await insertUser(db)]
  const rolledBack = { input: { ...original, exercises: [{ ...entry, exerciseId: 'dip' }] } }
  const change = { input: withSets(set, { ...set, id: otherSetId }) }
  await transact(db, replaced, async (tx) => {
    await insertWorkout(tx, draft(replaced, { input: original }), 0)
    const failing = savepoint(tx, async (inner) => {
      await replace(inner, replaced, rolledBack)
      throw new Error('rolled back')
    })
    expect(await rejectionOf(failing)).toMatchObject({ message: 'rolled back' })
    await replace(tx, replaced, change)
  })
  await transact(db, inserted, (tx) => insertWorkout(tx, draft(inserted, change), 0))
  expect(await storedOf(db, replaced)).toEqual(await storedOf(db, inserted))
})
