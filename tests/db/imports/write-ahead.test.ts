import type { Database } from 'bun:sqlite'
import { expect, test } from 'bun:test'
import { CompiledQuery } from 'kysely'
import { seedCatalogue } from '#db/catalogue/seed.ts'
import { transact } from '#db/engine/transact.ts'
import { deleteImported, nothingDeleted } from '#db/imports/delete-imported.ts'
import { ConcurrentWriteError, type WriteAheadContext } from '#db/imports/hidden-rows.ts'
import { insertImport } from '#db/imports/imports.ts'
import { publish, publishInTurns } from '#db/imports/publish.ts'
import { sweep } from '#db/imports/sweep.ts'
import { writeAhead } from '#db/imports/write-ahead.ts'
import { collectExpired } from '#db/maintenance/collect-expired.ts'
import { listMeasurements, type MeasurementRow } from '#db/measurements/measurements.ts'
import { listPackedWorkouts } from '#db/packed/packed-workouts.ts'
import type { Db } from '#db/schema/index.ts'
import { findWorkout } from '#db/workouts/find.ts'
import { listWorkouts } from '#db/workouts/list.ts'
import type { WorkoutAggregate } from '#db/workouts/rows.ts'
import { reviveWorkout } from '#db/workouts/save.ts'
import { sweepImports } from '#services/housekeeping/clean-up.ts'
import { draftWorkout } from '#services/workouts/draft.ts'
import { inTimeZone } from '#services/workouts/time-zone.ts'
import { rejectionOf } from '#tests/support/rejection.ts'
import { stateOf } from '#tests/support/state.ts'
import { insertUser, openTestDatabase } from '../fixture.ts'

async function* workoutsOf(userId: string, count: number, revision = 1): AsyncGenerator<WorkoutAggregate> {
  for (let index = 0; index < count; index++) {
    const set = { id: `set-${index}`, type: 'normal', reps: 5 } as const
    const exercise = { id: `exercise-${index}`, exerciseId: 'barbell-bench-press', sets: [set] }
    const input = { startedAt: '2026-03-01T17:00:00.000Z', exercises: [exercise] }
    const draft = draftWorkout(userId, `workout-${index}`, input, () => expect.unreachable())
    const { workout, ...contents } = inTimeZone(draft, 'UTC')
    const stamps = { revision, createdAt: 5, updatedAt: 6, deletedAt: null, seq: index + 1 }
    yield { ...contents, workout: { ...workout, ...stamps } }
  }
}

const onlyWorkouts = (workouts: AsyncIterable<WorkoutAggregate>) => ({
  workouts: () => workouts,
  measurements: async () => [],
})

/** Inserts a pending import, and returns the context for writing it ahead. */
async function insertPending(db: Db, userId: string, token: string): Promise<WriteAheadContext> {
  const pending = { createdAt: 1, timeZone: 'UTC', weightUnit: null, report: Buffer.of(), file: Buffer.of() }
  await transact(db, userId, (tx) => insertImport(tx, { ...pending, userId, id: token }))
  return contextOf(userId, token)
}

function contextOf(userId: string, token: string): WriteAheadContext {
  return { userId, importId: token, token, fingerprints: new Map(), now: 9 }
}

/** Makes SQLite roll back the whole transaction with an error. */
const rollBackAll = 'insert or rollback into users select * from users limit 1'

const workoutCount = async (db: Db, userId: string) =>
  (await listWorkouts(db, userId, {}, { after: undefined, limit: 200 })).length

const setCount = (sqlite: Database) =>
  sqlite
    .query<{ count: number | null }, []>('select sum("setCount") as count from "performedExercises"')
    .get()?.count

test('rows written ahead stay hidden until they are published, and other requests run in between', async () => {
  const { db } = await openTestDatabase()
  const userId = await insertUser(db)
  let turns = 0
  let isDone = false
  const tick = () => {
    turns++
    if (!isDone) setImmediate(tick)
  }
  setImmediate(tick)
  const rows = await writeAhead(
    db,
    await insertPending(db, userId, 'token'),
    onlyWorkouts(workoutsOf(userId, 2000)),
  )
  isDone = true
  expect(turns).toBeGreaterThanOrEqual(10)
  expect(await workoutCount(db, userId)).toBe(0)
  await transact(db, userId, (tx) => publish(tx, contextOf(userId, 'token'), rows))
  expect(await workoutCount(db, userId)).toBe(200)
  const seqs = await db.selectFrom('workouts').select('seq').orderBy('seq').execute()
  expect([seqs[0]?.seq, seqs.at(-1)?.seq]).toEqual([1, 2000])
  await sweep(db, userId, 9)
  expect(await workoutCount(db, userId)).toBe(200)
})

test('sweeping deletes unpublished rows completely', async () => {
  const { db, sqlite } = await openTestDatabase()
  const [ada, bob] = [await insertUser(db), await insertUser(db)]
  const contexts = [await insertPending(db, ada, 'token'), await insertPending(db, bob, 'token')]
  const before = await stateOf(db)
  for (const context of contexts) await writeAhead(db, context, onlyWorkouts(workoutsOf(context.userId, 70)))
  expect(setCount(sqlite)).toBe(140)
  await sweepImports(db, 9)
  expect(await stateOf(db)).toBe(before)
})

test('rows are published once, even if the group commit in which they were written failed because of another member', async () => {
  const { db } = await openTestDatabase()
  const userId = await insertUser(db)
  const { promise: failure, resolve } = Promise.withResolvers<unknown>()
  async function* workouts() {
    yield* workoutsOf(userId, 3)
    // This transaction is queued after the workouts for the same commit, which it makes fail.
    setImmediate(() => {
      transact(db, 'other', (tx) => tx.executeQuery(CompiledQuery.raw(rollBackAll))).then(resolve, resolve)
    })
  }
  const rows = await writeAhead(db, await insertPending(db, userId, 'token'), onlyWorkouts(workouts()))
  expect(await failure).toMatchObject({ code: 'SQLITE_CONSTRAINT_UNIQUE' })
  await transact(db, userId, (tx) => publish(tx, contextOf(userId, 'token'), rows))
  expect(await workoutCount(db, userId)).toBe(3)
})

test('rows that have been swept can’t be published', async () => {
  const { db } = await openTestDatabase()
  const userId = await insertUser(db)
  const rows = await writeAhead(
    db,
    await insertPending(db, userId, 'token'),
    onlyWorkouts(workoutsOf(userId, 3)),
  )
  await sweep(db, userId, 9)
  const before = await stateOf(db)
  const publishing = transact(db, userId, (tx) => publish(tx, contextOf(userId, 'token'), rows))
  expect(await rejectionOf(publishing)).toBeInstanceOf(ConcurrentWriteError)
  expect(await stateOf(db)).toBe(before)
})

test('rows written ahead don’t expire, even if their workouts and measurements are old', async () => {
  const { db, sqlite } = await openTestDatabase()
  const userId = await insertUser(db)
  const contents = {
    workouts: () => workoutsOf(userId, 3),
    measurements: async () => measurementsOf(userId, 2),
  }
  const rows = await writeAhead(db, await insertPending(db, userId, 'first'), contents)
  expect((await collectExpired(db, Date.now())).tombstones).toBe(0)
  await transact(db, userId, (tx) => publish(tx, contextOf(userId, 'first'), rows))
  expect([await workoutCount(db, userId), await measurementCount(db, userId), setCount(sqlite)]).toEqual([
    3, 2, 3,
  ])
  sqlite.run('update workouts set "deletedAt" = 7')
  expect((await collectExpired(db, Date.now())).tombstones).toBe(3)
})

test('an existing workout is not overwritten; a tombstone with a lower revision is', async () => {
  const { db, sqlite } = await openTestDatabase()
  const userId = await insertUser(db)
  const rows = await writeAhead(
    db,
    await insertPending(db, userId, 'first'),
    onlyWorkouts(workoutsOf(userId, 2)),
  )
  await transact(db, userId, (tx) => publish(tx, contextOf(userId, 'first'), rows))
  expect(
    await rejectionOf(
      writeAhead(db, await insertPending(db, userId, 'second'), onlyWorkouts(workoutsOf(userId, 2, 2))),
    ),
  ).toBeInstanceOf(ConcurrentWriteError)
  for (const table of ['performedExercises', 'packedWorkouts']) sqlite.run(`delete from "${table}"`)
  sqlite.run('update workouts set "deletedAt" = 7, content = null')
  const overTombstones = await writeAhead(
    db,
    await insertPending(db, userId, 'third'),
    onlyWorkouts(workoutsOf(userId, 2, 2)),
  )
  expect(await workoutCount(db, userId)).toBe(0)
  await transact(db, userId, (tx) => publish(tx, contextOf(userId, 'third'), overTombstones))
  expect(await workoutCount(db, userId)).toBe(2)
  expect(setCount(sqlite)).toBe(2)
})

function measurementsOf(userId: string, count: number, revision = 1): MeasurementRow[] {
  return Array.from({ length: count }, (_, index) => ({
    ...{ userId, id: `measurement-${index}`, kind: 'bodyweight', value: 80, unit: 'kg', canonical: 80_000 },
    ...{ measuredAt: index, notes: null, createdAt: 5, updatedAt: 6, deletedAt: null, seq: 0, revision },
  }))
}

const measurementCount = async (db: Db, userId: string) =>
  (await listMeasurements(db, userId, {}, { after: undefined, limit: 5000 })).length

const manyRows = (userId: string) => ({
  workouts: () => workoutsOf(userId, 700),
  measurements: async () => measurementsOf(userId, 1200),
})

test('many rows are published in turns, each with its own change number', async () => {
  const { db } = await openTestDatabase()
  const userId = await insertUser(db)
  const rows = await writeAhead(db, await insertPending(db, userId, 'token'), manyRows(userId))
  expect([await workoutCount(db, userId), await measurementCount(db, userId)]).toEqual([0, 0])
  const pending = await publishInTurns(db, userId, rows)
  expect(pending).toEqual({ rows: [], measurements: [] })
  await transact(db, userId, (tx) => publish(tx, contextOf(userId, 'token'), pending))
  expect([await workoutCount(db, userId), await measurementCount(db, userId)]).toEqual([200, 1200])
  const seqs = [
    ...(await db.selectFrom('workouts').select('seq').execute()),
    ...(await db.selectFrom('measurements').select('seq').execute()),
  ].map(({ seq }) => seq)
  expect(seqs.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 1900 }, (_, index) => index + 1))
})

test('rows that were published in turns become tombstones if the import is never completed', async () => {
  const { db, sqlite } = await openTestDatabase()
  const userId = await insertUser(db)
  await publishInTurns(
    db,
    userId,
    await writeAhead(db, await insertPending(db, userId, 'token'), manyRows(userId)),
  )
  await sweepImports(db, 9)
  expect([await workoutCount(db, userId), await measurementCount(db, userId), setCount(sqlite)]).toEqual([
    0,
    0,
    null,
  ])
  expect(await db.selectFrom('importItems').select('id').execute()).toEqual([])
  // A client may already have pulled the rows, and must learn of their deletion.
  const tombstones = sqlite.query('select count(*) as count from workouts where "deletedAt" = 9').get()
  expect(tombstones).toEqual({ count: 700 })
})

test('an existing measurement is not overwritten; a tombstone with a lower revision is', async () => {
  const { db, sqlite } = await openTestDatabase()
  const userId = await insertUser(db)
  const measurements = (revision: number) => ({
    workouts: () => workoutsOf(userId, 0),
    measurements: async () => measurementsOf(userId, 2, revision),
  })
  const first = await writeAhead(db, await insertPending(db, userId, 'first'), measurements(1))
  await transact(db, userId, (tx) => publish(tx, contextOf(userId, 'first'), first))
  expect(
    await rejectionOf(writeAhead(db, await insertPending(db, userId, 'second'), measurements(2))),
  ).toBeInstanceOf(ConcurrentWriteError)
  sqlite.run('update measurements set "deletedAt" = 7')
  const overTombstones = await writeAhead(db, await insertPending(db, userId, 'third'), measurements(2))
  expect(await measurementCount(db, userId)).toBe(0)
  await transact(db, userId, (tx) => publish(tx, contextOf(userId, 'third'), overTombstones))
  expect(await measurementCount(db, userId)).toBe(2)
})

test('a workout that is revived before the undo of its import has been swept keeps none of the imported sets', async () => {
  const { db, sqlite } = await openTestDatabase()
  await seedCatalogue(db, 0)
  const userId = await insertUser(db)
  const rows = await writeAhead(
    db,
    await insertPending(db, userId, 'first'),
    onlyWorkouts(workoutsOf(userId, 1)),
  )
  await transact(db, userId, (tx) => publish(tx, contextOf(userId, 'first'), rows))
  await transact(db, userId, (tx) => deleteImported(tx, userId, 'first', nothingDeleted, 9))
  const tombstone = await findWorkout(db, userId, 'workout-0')
  if (!tombstone) return expect.unreachable()
  const sets = [{ type: 'normal', reps: 3 } as const]
  const input = { startedAt: '2026-03-02T17:00:00.000Z', exercises: [{ exerciseId: 'plank', sets }] }
  const draft = draftWorkout(userId, 'workout-0', input, () => crypto.randomUUID())
  await transact(db, userId, (tx) => reviveWorkout(tx, tombstone, inTimeZone(draft, 'UTC'), 10))
  await sweep(db, userId, 11)
  expect(await listPackedWorkouts(db, userId)).toMatchObject([{ startedAt: Date.parse(input.startedAt) }])
  expect(setCount(sqlite)).toBe(1)
})
