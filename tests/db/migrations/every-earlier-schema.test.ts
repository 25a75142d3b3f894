import type { SQLQueryBindings } from 'bun:sqlite'
import { expect, test } from 'bun:test'
import fc from 'fast-check'
import { ask, type SqliteFile } from '#db/engine/sqlite/ask.ts'
import { openFile } from '#db/engine/sqlite/open.ts'
import { inspect } from '#db/maintenance/inspect.ts'
import { migrations } from '#db/migrations/index.ts'
import { knownMigrations, migrate } from '#db/migrations/migrate.ts'
import { packSets } from '#db/packed/pack.ts'
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
import { runs } from '#tests/support/runs.ts'

const documents = '0012-workout-documents'
const earlier = knownMigrations().filter((name) => name < documents)

/** Inserts the part of a row for which the table has columns. */
function insert(sqlite: SqliteFile, table: string, row: object): void {
  const columns = new Set(ask(sqlite, 'select name from pragma_table_info(?)', table).flat())
  const given = Object.entries(row).filter(([name]) => columns.has(name))
  const names = given.map(([name]) => `"${name}"`).join()
  // Values of columns.
  const values = given.map(([, value]) => value as SQLQueryBindings)
  ask(sqlite, `insert into "${table}" (${names}) values (${values.map(() => '?').join()})`, ...values)
}

const hasTable = (sqlite: SqliteFile, table: string) =>
  ask(sqlite, 'select 1 from sqlite_schema where name = ?', table).length > 0

/** Writes a workout like earlier releases: a row for each exercise and each set. */
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
    insert(sqlite, 'packedWorkouts', { ...workout, workoutId, sets: packSets(exercises, sets) })
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

const rowsIn = (sqlite: SqliteFile, table: string) =>
  Number(ask(sqlite, `select count(*) from "${table}"`)[0]?.[0])

/** A database with this schema and the training of two users, and what they logged. */
async function databaseOf(
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
      // Phases came with 0015.
      const { phase: _phase, ...known } = input
      const unzoned = draftWorkout(userId, input.id, known, () => expect.unreachable())
      // Up to 0007, a workout was on the clock of its user.
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
    const found = await findWorkout(db, userId, id)
    if (!found) throw new Error(`${id} is gone`)
    expect(contentOf(found)).toEqual(contentOf(draft))
    const { searchText, ...columns } = draft.workout
    expect(found.workout).toMatchObject({ ...columns, revision: 2, createdAt: 5, updatedAt: 6 })
    // 0007 wrote its lines in a different order.
    expect(found.workout.searchText.split('\n').sort()).toEqual(searchText.split('\n').sort())
    const packed = (await listPackedWorkouts(db, userId)).find(({ workoutId }) => workoutId === id)
    expect(packed?.sets).toEqual(packedRow(found).sets)
    const revision = await findRevision(db, userId, id, undefined)
    expect(revision).toMatchObject({ revision: 1, reason: 'replaced', replacedAt: 6 })
    expect(revision?.content).toEqual({ ...contentOf(draft), name: 'before' })
  }
  const sets = drafts.flatMap((draft) => draft.sets)
  expect([rowsIn(sqlite, 'workouts'), rowsIn(sqlite, 'sets')]).toEqual([drafts.length + 2, sets.length])
  expect(inspect(sqlite).findings.filter(({ good }) => !good)).toEqual([])
}

for (const level of earlier) {
  test(`a database of ${level} keeps everything that was logged`, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(anyWorkout, { selector: ({ id }) => id, maxLength: 4 }),
        async (inputs) => {
          const { db, sqlite, drafts, close } = await databaseOf(level, inputs)
          await migrate(db, sqlite)
          await expectConverted(db, sqlite, drafts)
          await close()
        },
      ),
      { numRuns: runs(4), endOnFailure: true },
    )
  })
}

test('a database whose rows contradict its packed sets is unchanged, and the message names the workout', async () => {
  const [input] = fc.sample(anyWorkout, { numRuns: 1, seed: 1 })
  if (!input) throw new Error('one was asked for')
  const exercises = [
    { id: 'e', exerciseId: 'plank', sets: [{ id: crypto.randomUUID(), type: 'normal' as const, reps: 5 }] },
  ]
  const { db, sqlite, close } = await databaseOf('0011-programs', [{ ...input, exercises }])
  ask(sqlite, 'update sets set reps = 6')
  await expect(migrate(db, sqlite)).rejects.toThrow(`workout ${input.id} of user ada`)
  expect([rowsIn(sqlite, 'sets'), rowsIn(sqlite, 'workoutExercises')]).toEqual([2, 2])
  expect(hasTable(sqlite, 'performedExercises')).toBe(false)
  await close()
})
