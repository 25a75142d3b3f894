import type { Database } from 'bun:sqlite'
import { expect, test } from 'bun:test'
import { transact } from '#db/engine/transact.ts'
import { insertImport } from '#db/imports/imports.ts'
import { sweep } from '#db/imports/sweep.ts'
import {
  publish,
  publishInTurns,
  type Writing,
  WrittenMeanwhileError,
  writeAhead,
  writeMeasurementsAhead,
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

/** An existing pending import. */
import { sweepImports } from '#services/housekeeping/clean-up.ts'

async function writingOf(db: Db, userId: string, token: string): Promise<Writing> {
  const pending = { createdAt: 1, timeZone: 'UTC', weightUnit: null, report: Buffer.of(), file: Buffer.of() }
  await transact(db, userId, (tx) => insertImport(tx, { ...pending, userId, id: token }))
  return { userId, importId: token, token, fingerprints: new Map(), now: 9 }
}

const listed = async (db: Db, userId: string) =>
  (await listWorkouts(db, userId, {}, { after: undefined, limit: 200 })).length

const setsIn = (sqlite: Database) =>
  sqlite.query<{ count: number }, []>('select count(*) as count from sets').get()?.count

test('rows written ahead stay hidden until they are published, and others get their turns meanwhile', async () => {
  const { db } = await openTestDatabase()
  const userId = await insertUser(db)
  let turns = 0
  let isDone = false
  const tick = () => {
    turns++
    if (!isDone) setImmediate(tick)
  }
  setImmediate(tick)
  const rows = await writeAhead(db, await writingOf(db, userId, 'token'), workoutsOf(userId, 2000))
  isDone = true
  expect(turns).toBeGreaterThanOrEqual(10)
  expect(await listed(db, userId)).toBe(0)
  await transact(db, userId, (tx) =>
    publish(tx, { userId, token: 'token' }, { workouts: rows, measurements: [] }),
  )
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
  const before = stateOf(sqlite)
  for (const writing of writings) await writeAhead(db, writing, workoutsOf(writing.userId, 70))
  expect(setsIn(sqlite)).toBe(140)
  await sweepImports(db, 9)
  expect(stateOf(sqlite)).toBe(before)
})

test('rows that were swept meanwhile are not published', async () => {
  const { db, sqlite } = await openTestDatabase()
  const userId = await insertUser(db)
  const rows = await writeAhead(db, await writingOf(db, userId, 'token'), workoutsOf(userId, 3))
  await sweep(db, userId, 9)
  const before = stateOf(sqlite)
  const publishing = transact(db, userId, (tx) =>
    publish(tx, { userId, token: 'token' }, { workouts: rows, measurements: [] }),
  )
  await expect(publishing).rejects.toBeInstanceOf(WrittenMeanwhileError)
  expect(stateOf(sqlite)).toBe(before)
})

test('an existing workout is not overwritten; a tombstone with a lower revision is', async () => {
  const { db, sqlite } = await openTestDatabase()
  const userId = await insertUser(db)
  const rows = await writeAhead(db, await writingOf(db, userId, 'first'), workoutsOf(userId, 2))
  await transact(db, userId, (tx) =>
    publish(tx, { userId, token: 'first' }, { workouts: rows, measurements: [] }),
  )
  await expect(
    writeAhead(db, await writingOf(db, userId, 'second'), workoutsOf(userId, 2, 2)),
  ).rejects.toBeInstanceOf(WrittenMeanwhileError)
  sqlite.run('delete from "workoutExercises"')
  sqlite.run('update workouts set "deletedAt" = 7')
  const again = await writeAhead(db, await writingOf(db, userId, 'third'), workoutsOf(userId, 2, 2))
  expect(await listed(db, userId)).toBe(0)
  await transact(db, userId, (tx) =>
    publish(tx, { userId, token: 'third' }, { workouts: again, measurements: [] }),
  )
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

async function writeMany(db: Db, userId: string, token: string) {
  const writing = await writingOf(db, userId, token)
  const workouts = await writeAhead(db, writing, workoutsOf(userId, 700))
  const measurements = measurementsOf(userId, 1200)
  await writeMeasurementsAhead(db, writing, measurements)
  return { workouts, measurements }
}

test('many rows are published in turns, each with a change number of its own', async () => {
  const { db } = await openTestDatabase()
  const userId = await insertUser(db)
  const ahead = await writeMany(db, userId, 'token')
  expect([await listed(db, userId), await measured(db, userId)]).toEqual([0, 0])
  const left = await publishInTurns(db, userId, ahead)
  expect(left).toEqual({ workouts: [], measurements: [] })
  await transact(db, userId, (tx) => publish(tx, { userId, token: 'token' }, left))
  expect([await listed(db, userId), await measured(db, userId)]).toEqual([200, 1200])
  const numbered = [
    ...(await db.selectFrom('workouts').select('seq').execute()),
    ...(await db.selectFrom('measurements').select('seq').execute()),
  ].map(({ seq }) => seq)
  expect(numbered.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 1900 }, (_, index) => index + 1))
})

test('rows that were published in turns but never completed are deleted again', async () => {
  const { db, sqlite } = await openTestDatabase()
  const userId = await insertUser(db)
  await publishInTurns(db, userId, await writeMany(db, userId, 'token'))
  await sweepImports(db, 9)
  expect([await listed(db, userId), await measured(db, userId), setsIn(sqlite)]).toEqual([0, 0, 0])
  expect(await db.selectFrom('importItems').select('id').execute()).toEqual([])
  // Another process may have shown them to a client, which must learn that they are gone.
  const tombstones = sqlite.query('select count(*) as count from workouts where "deletedAt" = 9').get()
  expect(tombstones).toEqual({ count: 700 })
})

test('an existing measurement is not overwritten; a tombstone with a lower revision is', async () => {
  const { db, sqlite } = await openTestDatabase()
  const userId = await insertUser(db)
  const first = await writingOf(db, userId, 'first')
  await writeAhead(db, first, workoutsOf(userId, 0))
  await writeMeasurementsAhead(db, first, measurementsOf(userId, 2))
  const ahead = { workouts: [], measurements: measurementsOf(userId, 2) }
  await transact(db, userId, (tx) => publish(tx, { userId, token: 'first' }, ahead))
  const again = measurementsOf(userId, 2, 2)
  await expect(writeMeasurementsAhead(db, first, again)).rejects.toBeInstanceOf(WrittenMeanwhileError)
  sqlite.run('update measurements set "deletedAt" = 7')
  const third = await writingOf(db, userId, 'third')
  await writeAhead(db, third, workoutsOf(userId, 0))
  await writeMeasurementsAhead(db, third, again)
  expect(await measured(db, userId)).toBe(0)
  await transact(db, userId, (tx) =>
    publish(tx, { userId, token: 'third' }, { workouts: [], measurements: again }),
  )
  expect(await measured(db, userId)).toBe(2)
})
