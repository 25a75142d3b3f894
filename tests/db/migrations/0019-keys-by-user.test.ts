import { expect, test } from 'bun:test'
import { openFile } from '#db/engine/sqlite/open.ts'
import { runSql, type SqliteFile } from '#db/engine/sqlite/run-sql.ts'
import { inspect } from '#db/maintenance/inspect.ts'
import { migrations } from '#db/migrations/index.ts'
import { migrate } from '#db/migrations/migrate.ts'
import { insertUser } from '#tests/db/fixture.ts'
import { rowsBefore } from './rows-before-0019.ts'

const earlierMigrations = Object.fromEntries(Object.entries(migrations).filter(([name]) => name < '0019'))

const rowsOf = (sqlite: SqliteFile, table: string, columns: string) =>
  runSql(sqlite, `select ${columns} from "${table}" order by 1, 2`)

test('sessions, tokens, password resets and exercises are unchanged under their new keys', async () => {
  const { db, sqlite, close } = await openFile(':memory:', (fresh, file) =>
    migrate(fresh, file, earlierMigrations),
  )
  for (const id of ['ada', 'bob']) await insertUser(db, id)
  for (const statement of rowsBefore(['ada', 'bob'], (hex) => `x'${hex}'`)) runSql(sqlite, statement)
  const keptColumns = [
    ['sessions', '*'],
    ['refreshTokens', '"userId", "tokenHash", "sessionId", "createdAt", "expiresAt", "usedAt"'],
    ['passwordResets', '*'],
  ] as const
  const originalRows = keptColumns.map(([table, columns]) => rowsOf(sqlite, table, columns))
  await migrate(db, sqlite)
  expect(keptColumns.map(([table, columns]) => rowsOf(sqlite, table, columns))).toEqual(originalRows)
  expect(originalRows.map((rows) => rows.length)).toEqual([2, 4, 2])
  expect(rowsOf(sqlite, 'catalogueExercises', 'id, name, derived')).toEqual([['row', 'Row', 1]])
  expect(rowsOf(sqlite, 'catalogueMuscles', '*')).toEqual([['row', 'lats', 80]])
  expect(rowsOf(sqlite, 'customExercises', '"userId", id, name, "deletedAt", seq')).toEqual([
    ['ada', 'own', 'Own of ada', null, 7],
    ['bob', 'own', 'Own of bob', null, 7],
  ])
  expect(rowsOf(sqlite, 'customMuscles', '*')).toEqual([
    ['ada', 'own', 'chest', 90],
    ['bob', 'own', 'chest', 90],
  ])
  expect(inspect(sqlite).findings.filter(({ good }) => !good)).toEqual([])
  await close()
})
