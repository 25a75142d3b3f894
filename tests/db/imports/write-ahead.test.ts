import type { Database } from 'bun:sqlite'
import { expect, test } from 'bun:test'
import { transact } from '#db/engine/transact.ts'
import { insertImport } from '#db/imports/imports.ts'
import { sweep } from '#db/imports/sweep.ts'
import {
  ConcurrentWriteError,
  publish,
  publishInTurns,
  type Writing,
  writeAhead,
} from '#db/imports/write-ahead.ts'
import { listMeasurements, type MeasurementRow } from '#db/measurements/measurements.ts'
import type { Db } from '#db/schema/index.ts'
import { listWorkouts } from '#db/workouts/list.ts'
import type { WorkoutAggregate } from '#db/workouts/rows.ts'
import { draftWorkout } from '#services/workouts/draft.ts'
import { inTimeZone } from '#services/workouts/time-zone.ts'
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

const only = (workouts: AsyncIterable<WorkoutAggregate>) => ({
  workouts: () => workouts,
  measurements: async () => [],
})

/** An existing pending import. */
import { sweepImports } from '#services/housekeeping/clean-up.ts'

async function writingOf(db: Db, userId: string, token: string): Promise<Writing> {
  const pending = { createdAt: 1, timeZone: 'UTC', weightUnit: null, report: Buffer.of(), file: Buffer.of() }
  await transact(db, userId, (tx) => insertImport(tx, { ...pending, userId, id: token }))
  return namedBy(userId, token)
}

function namedBy(userId: string, token: string): Writing {
  return { userId, importId: token, token, fingerprints: new Map(), now: 9 }
}

const listed = async (db: Db, userId: string) =>
  (await listWorkouts(db, userId, {}, { after: undefined, limit: 200 })).length

const setsIn = (sqlite: Database) =>
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
  const rows = await writeAhead(db, await writingOf(db, userId, 'token'), only(workoutsOf(userId, 2000)))
  isDone = true
  expect(turns).toBeGreaterThanOrEqual(10)
  expect(await listed(db, userId)).toBe(0)
  await transact(db, userId, (tx) => publish(tx, namedBy(userId, 'token'), rows))
  expect(await listed(db, userId)).toBe(200)
  const seqs = await db.selectFrom('workouts').select('seq').orderBy('seq').execute()
  expect([seqs[0]?.seq, seqs.at(-1)?.seq]).toEqual([1, 2000])
  await sweep(db, userId, 9)
  expect(await listed(db, userId)).toBe(200)
})

test('unpublished rows are swept without a trace', async () => {
  const { db, sqlite } = await openTestDatabase()
  const [ada, bob] = [await insertUser(db), await insertUser(db)]
  const writings = [await writingOf(db, ada, 'token'), await writingOf(db, bob, 'token')]
  const before = await stateOf(db)
  for (const writing of writings) await writeAhead(db, writing, only(workoutsOf(writing.userId, 70)))
  expect(setsIn(sqlite)).toBe(140)
  await sweepImports(db, 9)
  expect(await stateOf(db)).toBe(before)
})

test('rows that were swept meanwhile are not published', async () => {
  const { db } = await openTestDatabase()
  const userId = await insertUser(db)
  const rows = await writeAhead(db, await writingOf(db, userId, 'token'), only(workoutsOf(userId, 3)))
  await sweep(db, userId, 9)
  const before = await stateOf(db)
  const publishing = transact(db, userId, (tx) => publish(tx, namedBy(userId, 'token'), rows))
  await expect(publishing).rejects.toBeInstanceOf(ConcurrentWriteError)
  expect(await stateOf(db)).toBe(before)
})

test('an existing workout is not overwritten; a tombstone with a lower revision is', async () => {
  const { db, sqlite } = await openTestDatabase()
  const userId = await insertUser(db)
  const rows = await writeAhead(db, await writingOf(db, userId, 'first'), only(workoutsOf(userId, 2)))
  await transact(db, userId, (tx) => publish(tx, namedBy(userId, 'first'), rows))
  await expect(
    writeAhead(db, await writingOf(db, userId, 'second'), only(workoutsOf(userId, 2, 2))),
  ).rejects.toBeInstanceOf(ConcurrentWriteError)
  for (const table of ['performedExercises', 'packedWorkouts']) sqlite.run(`delete from "${table}"`)
  sqlite.run('update workouts set "deletedAt" = 7, content = null')
  const again = await writeAhead(db, await writingOf(db, userId, 'third'), only(workoutsOf(userId, 2, 2)))
  expect(await listed(db, userId)).toBe(0)
  await transact(db, userId, (tx) => publish(tx, namedBy(userId, 'third'), again))
  expect(await listed(db, userId)).toBe(2)
  expect(setsIn(sqlite)).toBe(2)
})

function measurementsOf(userId: string, count: number, revision = 1): MeasurementRow[] {
  return Array.from({ length: count }, (_, index) => ({
    ...{ userId, id: `measurement-${index}`, kind: 'bodyweight', value: 80, unit: 'kg', canonical: 80_000 },
    ...{ measuredAt: index, notes: null, createdAt: 5, updatedAt: 6, deletedAt: null, seq: 0, revision },
  }))
}

const measured = async (db: Db, userId: string) =>
  (await listMeasurements(db, userId, {}, { after: undefined, limit: 5000 })).length

const many = (userId: string) => ({
  workouts: () => workoutsOf(userId, 700),
  measurements: async () => measurementsOf(userId, 1200),
})

test('many rows are published in turns, each with its own change number', async () => {
  const { db } = await openTestDatabase()
  const userId = await insertUser(db)
  const ahead = await writeAhead(db, await writingOf(db, userId, 'token'), many(userId))
  expect([await listed(db, userId), await measured(db, userId)]).toEqual([0, 0])
  const left = await publishInTurns(db, userId, ahead)
  expect(left).toEqual({ rows: [], measurements: [] })
  await transact(db, userId, (tx) => publish(tx, namedBy(userId, 'token'), left))
  expect([await listed(db, userId), await measured(db, userId)]).toEqual([200, 1200])
  const numbered = [
    ...(await db.selectFrom('workouts').select('seq').execute()),
    ...(await db.selectFrom('measurements').select('seq').execute()),
  ].map(({ seq }) => seq)
  expect(numbered.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 1900 }, (_, index) => index + 1))
})

test('rows that were published in turns are deleted again if the import is never completed', async () => {
  const { db, sqlite } = await openTestDatabase()
  const userId = await insertUser(db)
  await publishInTurns(db, userId, await writeAhead(db, await writingOf(db, userId, 'token'), many(userId)))
  await sweepImports(db, 9)
  expect([await listed(db, userId), await measured(db, userId), setsIn(sqlite)]).toEqual([0, 0, null])
  expect(await db.selectFrom('importItems').select('id').execute()).toEqual([])
  // Another process may have sent them to a client, which must learn of their deletion.
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
  const first = await writeAhead(db, await writingOf(db, userId, 'first'), measurements(1))
  await transact(db, userId, (tx) => publish(tx, namedBy(userId, 'first'), first))
  await expect(writeAhead(db, await writingOf(db, userId, 'second'), measurements(2))).rejects.toBeInstanceOf(
    ConcurrentWriteError,
  )
  sqlite.run('update measurements set "deletedAt" = 7')
  const again = await writeAhead(db, await writingOf(db, userId, 'third'), measurements(2))
  expect(await measured(db, userId)).toBe(0)
  await transact(db, userId, (tx) => publish(tx, namedBy(userId, 'third'), again))
  expect(await measured(db, userId)).toBe(2)
})
