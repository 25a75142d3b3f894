import { expect, test } from 'bun:test'
import { kyselyOf } from '#db/engine/kysely.ts'
import { openFile } from '#db/engine/sqlite/open.ts'
import { runSql } from '#db/engine/sqlite/run-sql.ts'
import { migrations } from '#db/migrations/index.ts'
import { migrate } from '#db/migrations/migrate.ts'
import { insertUser } from '#tests/db/fixture.ts'
import { dayOfLocalTime, dayText, userDays } from '#training/days.ts'

const earlierMigrations = Object.fromEntries(
  Object.entries(migrations).filter(([name]) => name < '0008-workout-time-zones'),
)

const upTo0008 = Object.fromEntries(
  Object.entries(migrations).filter(([name]) => name <= '0008-workout-time-zones'),
)

const zones = ['Europe/Berlin', 'America/New_York', 'Pacific/Apia', 'UTC']
/** Times around midnight, clock changes and the day that Apia skipped, and one before 1970. */
const starts = [
  '1969-07-20T20:17:00Z',
  '2011-12-30T09:59:00Z',
  '2011-12-30T10:01:00Z',
  '2025-03-09T06:59:00Z',
  '2025-10-26T00:30:00Z',
  '2026-03-29T00:59:00Z',
  '2026-06-01T23:30:00Z',
].map((text) => Date.parse(text))

test('the migration keeps existing workouts, including deleted ones, on their days', async () => {
  const { db, sqlite, close } = await openFile(':memory:', (fresh, file) =>
    migrate(fresh, file, earlierMigrations),
  )
  const kysely = kyselyOf(db)
  for (const timeZone of zones) {
    const userId = await insertUser(db)
    await kysely.updateTable('users').set({ timeZone }).where('id', '=', userId).execute()
    for (const [index, startedAt] of starts.entries()) {
      const deletedAt = index === 0 ? startedAt : null
      runSql(
        sqlite,
        `insert into workouts (userId, id, searchText, startedAt, revision, createdAt, updatedAt, deletedAt, seq)
         values (?, ?, '', ?, 1, 0, 0, ?, ?)`,
        userId,
        `${index}`,
        startedAt,
        deletedAt,
        index,
      )
      if (deletedAt === null)
        runSql(
          sqlite,
          "insert into packedWorkouts (userId, workoutId, startedAt, sets) values (?, ?, ?, x'')",
          userId,
          `${index}`,
          startedAt,
        )
    }
  }
  await migrate(db, sqlite, upTo0008)
  const workouts = await kysely
    .selectFrom('workouts')
    .innerJoin('users', 'users.id', 'workouts.userId')
    .select([
      'workouts.id',
      'startedAt',
      'localStartedAt',
      'workouts.timeZone',
      'users.timeZone as userTimeZone',
    ])
    .execute()
  expect(workouts).toHaveLength(zones.length * starts.length)
  for (const { id, startedAt, localStartedAt, timeZone, userTimeZone } of workouts) {
    expect([id, timeZone]).toEqual([id, userTimeZone])
    for (const dayStartHour of [0, 2, 4, 23]) {
      const day = userDays({ timeZone: userTimeZone, dayStartHour }).dayOf(startedAt)
      expect([userTimeZone, id, dayText(dayOfLocalTime(localStartedAt, dayStartHour))]).toEqual([
        userTimeZone,
        id,
        dayText(day),
      ])
    }
  }
  const packedRows = runSql(
    sqlite,
    `select count(*), sum(p.timeZone <> w.timeZone or p.localStartedAt <> w.localStartedAt)
     from packedWorkouts p join workouts w on w.userId = p.userId and w.id = p.workoutId`,
  )
  expect(packedRows).toEqual([[zones.length * (starts.length - 1), 0]])
  await close()
})
