import type { SQLQueryBindings } from 'bun:sqlite'
import { expect, test } from 'bun:test'
import fc from 'fast-check'
import { openFile } from '#db/engine/sqlite/open.ts'
import { runSql, type SqliteFile } from '#db/engine/sqlite/run-sql.ts'
import { inspect } from '#db/maintenance/inspect.ts'
import { packEarlierSets } from '#db/migrations/earlier-packing/pack.ts'
import { migrations } from '#db/migrations/index.ts'
import { knownMigrations, migrate } from '#db/migrations/migrate.ts'
import { listPackedWorkouts } from '#db/packed/packed-workouts.ts'
import { packedRow } from '#db/packed/save.ts'
import type { Db } from '#db/schema/index.ts'
import { compress } from '#db/values/compress.ts'
import { contentOf } from '#db/workouts/content.ts'
import { findWorkout } from '#db/workouts/find.ts'
import { findRevision } from '#db/workouts/revisions.ts'
import type { WorkoutDraft } from '#db/workouts/rows.ts'
import { draftWorkout } from '#services/workouts/draft.ts'
import { inTimeZone } from '#services/workouts/time-zone.ts'
import { insertUser } from '#tests/db/fixture.ts'
import { anyWorkout } from '#tests/handlers/workouts/arbitrary-workout.ts'
import { rejectionMessageOf } from '#tests/support/rejection.ts'
import { runs } from '#tests/support/runs.ts'

const documentsMigration = '0012-workout-documents'
const earlierLevels = knownMigrations().filter((name) => name < documentsMigration)

/** Inserts a row, leaving out members that the table has no column for. */
function insert(sqlite: SqliteFile, table: string, row: object): void {
  const columns = new Set(runSql(sqlite, 'select name from pragma_table_info(?)', table).flat())
  const columnValues = Object.entries(row).filter(([name]) => columns.has(name))
  const names = columnValues.map(([name]) => `"${name}"`).join()
  // Every row in this file has only values that SQLite can store.
  const values = columnValues.map(([, value]) => value as SQLQueryBindings)
  runSql(sqlite, `insert into "${table}" (${names}) values (${values.map(() => '?').join()})`, ...values)
}

const hasTable = (sqlite: SqliteFile, table: string) =>
  runSql(sqlite, 'select 1 from sqlite_schema where name = ?', table).length > 0

/** Inserts a workout as earlier releases did, with a row for each exercise and each set. */
function insertRows(sqlite: SqliteFile, draft: WorkoutDraft, seq: number): void {
  const { workout, exercises, sets } = draft
  const { userId, id: workoutId } = workout
  insert(sqlite, 'workouts', { ...workout, revision: 2, createdAt: 5, updatedAt: 6, seq })
  for (const exercise of exercises) insert(sqlite, 'workoutExercises', { ...exercise, userId, workoutId })
  for (const set of sets) insert(sqlite, 'sets', { ...set, userId, workoutId })
  insert(sqlite, 'workoutRevisions', {
    userId,
    workoutId,
    revision: 1,
    replacedAt: 6,
    reason: 'replaced',
    content: compress(JSON.stringify({ ...contentOf(draft), name: 'before' })),
  })
  if (hasTable(sqlite, 'packedWorkouts'))
    insert(sqlite, 'packedWorkouts', { ...workout, workoutId, sets: packEarlierSets(exercises, sets) })
}

function insertTombstone(sqlite: SqliteFile, userId: string, id: string): void {
  const stamps = { revision: 3, createdAt: 5, updatedAt: 7, deletedAt: 7, seq: 99 }
  insert(sqlite, 'workouts', {
    userId,
    id,
    searchText: '',
    startedAt: 1,
    timeZone: 'UTC',
    localStartedAt: 1,
    ...stamps,
  })
}

const rowCount = (sqlite: SqliteFile, table: string) =>
  Number(runSql(sqlite, `select count(*) from "${table}"`)[0]?.[0])

/** Creates a database with the schema of a migration, and workouts of two users. Also returns those workouts. */
async function createDatabase(
  level: string,
  inputs: readonly (typeof anyWorkout extends fc.Arbitrary<infer T> ? T : never)[],
) {
  const upTo = Object.fromEntries(Object.entries(migrations).filter(([name]) => name <= level))
  const opened = await openFile(':memory:', (fresh, file) => migrate(fresh, file, upTo))
  const drafts: WorkoutDraft[] = []
  for (const userId of ['ada', 'bob']) {
    await insertUser(opened.db, userId)
    insertTombstone(opened.sqlite, userId, 'gone')
    for (const [index, input] of inputs.entries()) {
      // Phases were added by 0016.
      const { phase: _phase, ...earlierInput } = input
      const unzoned = draftWorkout(userId, input.id, earlierInput, () => expect.unreachable())
      // Before 0008, a workout was in the time zone of its user.
      const zone = level < '0008' ? 'UTC' : (input.timeZone ?? 'UTC')
      drafts.push(inTimeZone(unzoned, zone))
      insertRows(opened.sqlite, inTimeZone(unzoned, zone), index + 1)
    }
  }
  return { ...opened, drafts }
}

async function expectConverted(db: Db, sqlite: SqliteFile, drafts: readonly WorkoutDraft[]): Promise<void> {
  for (const draft of drafts) {
    const { userId, id } = draft.workout
    const workout = await findWorkout(db, userId, id)
    if (!workout) throw new Error(`${id} is gone`)
    expect(contentOf(workout)).toEqual(contentOf(draft))
    const { searchText, ...columns } = draft.workout
    expect(workout.workout).toMatchObject({ ...columns, revision: 2, createdAt: 5, updatedAt: 6 })
    // 0007 wrote the lines of the search text in a different order.
    expect(workout.workout.searchText.split('\n').sort()).toEqual(searchText.split('\n').sort())
    const packed = (await listPackedWorkouts(db, userId)).find(({ workoutId }) => workoutId === id)
    expect(packed?.packedSets).toEqual(packedRow(workout).packedSets)
    const revision = await findRevision(db, userId, id, undefined)
    expect(revision).toMatchObject({ revision: 1, reason: 'replaced', replacedAt: 6 })
    expect(revision?.content).toEqual({ ...contentOf(draft), name: 'before' })
  }
  const sets = drafts.flatMap((draft) => draft.sets)
  expect([rowCount(sqlite, 'workouts'), rowCount(sqlite, 'sets')]).toEqual([drafts.length + 2, sets.length])
  expect(inspect(sqlite).findings.filter(({ good }) => !good)).toEqual([])
}

for (const level of earlierLevels) {
  test(`migrating a database from ${level} keeps every workout`, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(anyWorkout, { selector: ({ id }) => id, maxLength: 4 }),
        async (inputs) => {
          const { db, sqlite, drafts, close } = await createDatabase(level, inputs)
          await migrate(db, sqlite)
          await expectConverted(db, sqlite, drafts)
          await close()
        },
      ),
      { numRuns: runs(4), endOnFailure: true },
    )
  })
}

test('migrating a database whose rows contradict its packed sets fails without changes, and the message names the workout', async () => {
  const [input] = fc.sample(anyWorkout, { numRuns: 1, seed: 1 })
  if (!input) throw new Error('no sample')
  const exercises = [
    { id: 'e', exerciseId: 'plank', sets: [{ id: crypto.randomUUID(), type: 'normal' as const, reps: 5 }] },
  ]
  const { db, sqlite, close } = await createDatabase('0011-programs', [{ ...input, exercises }])
  runSql(sqlite, 'update sets set reps = 6')
  expect(await rejectionMessageOf(migrate(db, sqlite))).toContain(`workout ${input.id} of user ada`)
  expect([rowCount(sqlite, 'sets'), rowCount(sqlite, 'workoutExercises')]).toEqual([2, 2])
  expect(hasTable(sqlite, 'performedExercises')).toBe(false)
  await close()
})
