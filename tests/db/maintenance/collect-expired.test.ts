import type { Database } from 'bun:sqlite'
import { expect, spyOn, test } from 'bun:test'
import { insertRefreshToken } from '#db/accounts/refresh-tokens.ts'
import { endSession, insertSession, sessionIdleMs } from '#db/accounts/sessions.ts'
import { runSql } from '#db/engine/sqlite/run-sql.ts'
import { transact } from '#db/engine/transact.ts'
import { deleteExercise, insertExercise } from '#db/exercises/save.ts'
import { idempotencyLifetimeMs, runOnce } from '#db/idempotency/stored-responses.ts'
import { collectExpired } from '#db/maintenance/collect-expired.ts'
import { deleteMeasurement, insertMeasurement } from '#db/measurements/measurements.ts'
import type { Db } from '#db/schema/index.ts'
import { insertApplied, mutationLifetimeMs } from '#db/sync/applied.ts'
import { expiringTables } from '#db/sync/tables.ts'
import { findWorkout } from '#db/workouts/find.ts'
import { listRevisions, revisionLifetimeMs } from '#db/workouts/revisions.ts'
import { deleteWorkout, insertWorkout, replaceWorkout } from '#db/workouts/save.ts'
import { draftExercise } from '#services/exercises/shape.ts'
import { draftWorkout } from '#services/workouts/draft.ts'
import { inTimeZone } from '#services/workouts/time-zone.ts'
import { insertUser, openTestDatabase } from '#tests/db/fixture.ts'
import { dayMs } from '#training/day-ms.ts'

function draft(userId: string, id: string, name: string) {
  const input = {
    name,
    startedAt: '2026-03-02T10:00:00.000Z',
    exercises: [{ exerciseId: 'plank', sets: [] }],
  }
  return inTimeZone(
    draftWorkout(userId, id, input, () => crypto.randomUUID()),
    'UTC',
  )
}

/** Inserts a workout and replaces it at each of these times. Resolves to its id. */
async function insertAndReplace(db: Db, userId: string, times: readonly number[]) {
  const id = crypto.randomUUID()
  await transact(db, userId, async (tx) => {
    let saved = await insertWorkout(tx, draft(userId, id, 'first'), 0)
    for (const time of times) saved = await replaceWorkout(tx, saved, draft(userId, id, `${time}`), time)
  })
  return id
}

async function revisionsOf(db: Db, userId: string, id: string): Promise<number[]> {
  const revisions = await listRevisions(db, userId, id, { before: undefined, limit: 100 })
  return revisions.map(({ revision }) => revision)
}

const exercise = { name: 'Lift', category: 'push', equipment: 'other', tracking: 'reps' } as const

function count(sqlite: Database, table: string): unknown {
  return runSql(sqlite, `select count(*) from "${table}"`)[0]?.[0]
}

test('a revision is deleted 90 days after it was replaced, and not before', async () => {
  const { db } = await openTestDatabase()
  const userId = await insertUser(db)
  const id = await insertAndReplace(db, userId, [1000, 2000, 3000])
  expect(await revisionsOf(db, userId, id)).toEqual([3, 2, 1])
  expect(revisionLifetimeMs).toBe(90 * dayMs)
  await collectExpired(db, 1000 + 90 * dayMs)
  expect(await revisionsOf(db, userId, id)).toEqual([3, 2, 1])
  expect(await collectExpired(db, 2001 + 90 * dayMs)).toMatchObject({ revisions: 2 })
  expect(await revisionsOf(db, userId, id)).toEqual([3])
  expect((await findWorkout(db, userId, id))?.workout).toMatchObject({ name: '3000', revision: 4 })
})

test('the tombstone of a deleted workout is kept as long as its revisions', async () => {
  const { db, sqlite } = await openTestDatabase()
  const userId = await insertUser(db)
  const id = await insertAndReplace(db, userId, [])
  await transact(db, userId, async (tx) => {
    const workout = await findWorkout(tx, userId, id)
    if (workout) await deleteWorkout(tx, workout, 1000)
  })
  await collectExpired(db, 1000 + 90 * dayMs)
  expect(await findWorkout(db, userId, id)).toMatchObject({
    workout: { id, name: null, searchText: '', deletedAt: 1000, revision: 2 },
    exercises: [],
    sets: [],
  })
  expect([count(sqlite, 'packedWorkouts'), count(sqlite, 'performedExercises')]).toEqual([0, 0])
  expect(await collectExpired(db, 1001 + 90 * dayMs)).toMatchObject({ revisions: 1, tombstones: 1 })
  expect([count(sqlite, 'workouts'), count(sqlite, 'workoutRevisions')]).toEqual([0, 0])
})

test("tombstones are deleted in batches, which raises their users' horizon; tombstones of exercises are kept", async () => {
  const { db, sqlite } = await openTestDatabase()
  const horizons = () => runSql(sqlite, 'select horizon, seq from users order by id')
  for (const userId of ['a', 'b', 'c']) {
    await insertUser(db, userId)
    const workout = await insertAndReplace(db, userId, [])
    await transact(db, userId, async (tx) => {
      const bodyweight = {
        userId,
        id: 'm',
        kind: 'bodyweight' as const,
        value: 80,
        unit: 'kg' as const,
        canonical: 80_000,
        measuredAt: 0,
        notes: null,
      }
      const measurement = await insertMeasurement(tx, bodyweight, 0)
      const added = await insertExercise(tx, draftExercise(userId, 'e', exercise), 0)
      const saved = await findWorkout(tx, userId, workout)
      if (!measurement || !saved || added.kind !== 'added') throw new Error('a row could not be inserted')
      await deleteExercise(tx, added.exercise, 1000)
      if (userId === 'c') return
      await deleteMeasurement(tx, measurement, 1000)
      await deleteWorkout(tx, saved, userId === 'a' ? 1000 : 5000)
    })
  }
  expect(horizons()).toEqual([
    [0, 6],
    [0, 6],
    [0, 4],
  ])
  expect(await collectExpired(db, 2000 + 90 * dayMs, { batch: 2 })).toMatchObject({ tombstones: 3 })
  expect(horizons()).toEqual([
    [6, 6],
    [5, 6],
    [0, 4],
  ])
  expect(await collectExpired(db, 6000 + 90 * dayMs, { batch: 2 })).toMatchObject({ tombstones: 1 })
  expect(horizons()[1]).toEqual([6, 6])
  expect([
    count(sqlite, 'workouts'),
    count(sqlite, 'measurements'),
    count(sqlite, 'customExercises'),
  ]).toEqual([1, 1, 3])
})

test('a pushed mutation is recognized for more than 90 days, and then deleted', async () => {
  const { db, sqlite } = await openTestDatabase()
  const userId = await insertUser(db)
  const fingerprint = new Uint8Array(32)
  for (const appliedAt of [1000, 2000])
    await transact(db, userId, (tx) =>
      insertApplied(tx, { userId, mutationId: `${appliedAt}`, fingerprint, revision: 1, appliedAt }),
    )
  expect(mutationLifetimeMs).toBeGreaterThan(90 * dayMs)
  await collectExpired(db, 1000 + mutationLifetimeMs)
  expect(count(sqlite, 'appliedMutations')).toBe(2)
  expect(await collectExpired(db, 1001 + mutationLifetimeMs)).toMatchObject({ mutations: 1 })
  expect(runSql(sqlite, 'select mutationId from appliedMutations')).toEqual([['2000']])
})

test('a stored response is deleted after 24 hours', async () => {
  const { db, sqlite } = await openTestDatabase()
  const userId = await insertUser(db)
  for (const time of [1000, 2000]) {
    const request = { key: `${time}`, fingerprint: 'f', operationId: 'createWorkout' }
    await runOnce(db, userId, request, async () => ({ status: 201, headers: {}, body: null }), time)
  }
  expect(await collectExpired(db, 2000 + idempotencyLifetimeMs)).toMatchObject({ responses: 1 })
  expect(count(sqlite, 'idempotencyKeys')).toBe(1)
})

test('a session is deleted with its tokens 30 days after it expires, whether it was ended or not', async () => {
  const { db, sqlite } = await openTestDatabase()
  const device = { device: null, userAgent: null }
  const start = async (now: number) => {
    const userId = await insertUser(db)
    return transact(db, userId, async (tx) => {
      const session = await insertSession(tx, userId, device, now)
      await insertRefreshToken(tx, userId, session, crypto.getRandomValues(new Uint8Array(32)), now)
      return { userId, id: session.id }
    })
  }
  await start(0)
  const ended = await start(0)
  await transact(db, ended.userId, (tx) => endSession(tx, ended.userId, ended.id, 1000))
  await start(10 * dayMs)
  const lastKept = sessionIdleMs + 30 * dayMs
  await collectExpired(db, lastKept)
  expect(count(sqlite, 'sessions')).toBe(3)
  expect(await collectExpired(db, lastKept + 1)).toMatchObject({ sessions: 2 })
  expect([count(sqlite, 'sessions'), count(sqlite, 'refreshTokens')]).toEqual([1, 1])
})

test('expired rows are deleted in batches, with other queries in between, until the signal aborts', async () => {
  const { db } = await openTestDatabase()
  const userId = await insertUser(db)
  const times = Array.from({ length: 25 }, (_, number) => 1000 + number)
  const id = await insertAndReplace(db, userId, times)
  const now = 5000 + 90 * dayMs
  const stopping = new AbortController()
  const collecting = collectExpired(db, now, { batch: 10, signal: stopping.signal })
  await new Promise(setImmediate)
  const remaining = (await revisionsOf(db, userId, id)).length
  stopping.abort()
  const { revisions } = await collecting
  expect(remaining).toBeWithin(1, 25)
  expect((await revisionsOf(db, userId, id)).length).toBe(25 - revisions)
  expect(await collectExpired(db, now, { batch: 10 })).toMatchObject({ revisions: 25 - revisions })
  expect(await revisionsOf(db, userId, id)).toEqual([])
})

test('expired rows are found by an index', async () => {
  const { db, sqlite } = await openTestDatabase()
  const prepare = spyOn(sqlite, 'prepare')
  await collectExpired(db, 0)
  const texts = prepare.mock.calls.map(([text]) => text).filter((text) => !/^(begin|commit)/.test(text))
  prepare.mockRestore()
  // One statement for each table with expiring tombstones, and six for other expiring rows.
  expect(texts).toHaveLength(6 + expiringTables.length)
  for (const text of texts) {
    const plan = runSql(sqlite, `explain query plan ${text}`).map((row) => String(row[3]))
    // Only the index of revisions to compress may be scanned.
    expect(plan.filter((step) => /^SCAN (?!.*workoutRevisionsToCompress)/.test(step))).toEqual([])
  }
})
