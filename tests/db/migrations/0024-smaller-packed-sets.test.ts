import { expect, test } from 'bun:test'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { kyselyOf } from '#db/engine/kysely.ts'
import { databaseFile } from '#db/engine/sqlite/data-folder.ts'
import { openFile } from '#db/engine/sqlite/open.ts'
import { runSql, type SqliteFile } from '#db/engine/sqlite/run-sql.ts'
import { inspect } from '#db/maintenance/inspect.ts'
import { migrations } from '#db/migrations/index.ts'
import { migrate } from '#db/migrations/migrate.ts'
import { insertUser, temporaryFolder } from '#tests/db/fixture.ts'
import { rejectionMessageOf } from '#tests/support/rejection.ts'
import { expectPackedAsToday, insertBefore0024, workoutsOf } from './workouts-before-0024.ts'

/** The schemas that packed sets in the previous format. */
const levels = Object.keys(migrations).filter((name) => name >= '0012' && name < '0024')
const lastLevel = levels.at(-1) ?? ''

const upTo = (level: string) =>
  Object.fromEntries(Object.entries(migrations).filter(([name]) => name <= level))

/** Opens a database whose workouts were saved by the release before 0024. */
async function openEarlier(file: string, users: readonly string[], count: number) {
  const opened = await openFile(file, (fresh, sqlite) => migrate(fresh, sqlite, upTo(lastLevel)))
  const workouts = users.flatMap((userId) => workoutsOf(userId, count))
  for (const userId of users) await insertUser(opened.db, userId)
  for (const workout of workouts) await insertBefore0024(opened.db, workout)
  return { ...opened, workouts }
}

const contentsOf = (sqlite: SqliteFile, table: string) =>
  runSql(sqlite, `select * from "${table}" order by 1, 2, 3`)

test('every set is packed as if it had just been saved, and documents are unchanged', async () => {
  const { db, sqlite, workouts, close } = await openEarlier(':memory:', ['ada', 'bob'], 40)
  const documents = contentsOf(sqlite, 'workouts')
  await migrate(db, sqlite)
  await expectPackedAsToday(db, workouts)
  expect(contentsOf(sqlite, 'workouts')).toEqual(documents)
  expect(inspect(sqlite).findings.filter(({ good }) => !good)).toEqual([])
  await close()
})

test('more workouts than are read at once are all packed', async () => {
  const { db, sqlite, workouts, close } = await openEarlier(':memory:', ['ada'], 1)
  const [first] = workouts
  if (!first) expect.unreachable()
  // Without documents, since only packed sets are read.
  for (let number = 0; number < 2500; number++)
    runSql(
      sqlite,
      `insert into "packedWorkouts" ("userId", "startedAt", "workoutId", "timeZone", "localStartedAt", trained, sets)
       values ('ada', ?, ?, 'UTC', 0, 0, x'04726f77730100000193a5c27c1e7d109f6e3c1f2a7b8d01')`,
      number % 3,
      `w${number}`,
    )
  await migrate(db, sqlite)
  const longest = runSql(
    sqlite,
    'select max(length("packedSets")) from "packedWorkouts" where "workoutId" like \'w%\'',
  )
  expect(longest).toEqual([[1 + 1 + 5 + 1 + 1 + 16]])
  await close()
})

test('what an uncommitted import has written ahead is packed, too', async () => {
  const { db, sqlite, workouts, close } = await openEarlier(':memory:', ['ada'], 10)
  runSql(sqlite, 'update workouts set "deletedAt" = 7')
  await migrate(db, sqlite)
  await expectPackedAsToday(db, workouts)
  await close()
})

test('damaged packed sets fail the migration without changes, and the message names the workout', async () => {
  const { db, sqlite, workouts, close } = await openEarlier(':memory:', ['ada'], 20)
  const before = contentsOf(sqlite, 'packedWorkouts')
  const damaged = workouts.find(({ sets }) => sets.some(({ type }) => type !== 'warmup'))?.workout.id ?? ''
  runSql(
    sqlite,
    'update "packedWorkouts" set sets = substr(sets, 1, length(sets) - 1) where "workoutId" = ?',
    damaged,
  )
  expect(await rejectionMessageOf(migrate(db, sqlite))).toContain(
    `workout ${damaged} of user ada are damaged`,
  )
  runSql(sqlite, 'delete from "packedWorkouts" where "workoutId" = ?', damaged)
  const others = before.filter((row) => !row.includes(damaged))
  expect(contentsOf(sqlite, 'packedWorkouts')).toEqual(others)
  await close()
})

test('the file is copied before and shrinks', async () => {
  const folder = temporaryFolder()
  const { db, sqlite, workouts, close } = await openEarlier(databaseFile(folder), ['ada'], 200)
  const pages = () => Number(runSql(sqlite, 'pragma page_count')[0]?.[0])
  runSql(sqlite, 'vacuum')
  const pagesBefore = pages()
  await migrate(db, sqlite)
  expect(pages()).toBeLessThan(pagesBefore)
  expect(readdirSync(join(folder, 'backups'))).toEqual([
    expect.stringMatching(/^before-0024-smaller-packed-sets-/),
  ])
  await expectPackedAsToday(db, workouts)
  await close()
})

for (const level of levels) {
  test(`a database from ${level} gets today's columns`, async () => {
    const { db, sqlite, close } = await openFile(':memory:', (fresh, file) =>
      migrate(fresh, file, upTo(level)),
    )
    await insertUser(db, 'ada')
    await migrate(db, sqlite)
    expect(await kyselyOf(db).selectFrom('packedWorkouts').select('packedSets').execute()).toEqual([])
    await close()
  })
}
