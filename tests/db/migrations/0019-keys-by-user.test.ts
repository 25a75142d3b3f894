import { expect, test } from 'bun:test'
import { ask, type SqliteFile } from '#db/engine/sqlite/ask.ts'
import { openFile } from '#db/engine/sqlite/open.ts'
import { inspect } from '#db/maintenance/inspect.ts'
import { migrations } from '#db/migrations/index.ts'
import { migrate } from '#db/migrations/migrate.ts'
import { insertUser } from '#tests/db/fixture.ts'
import { rowsBefore } from './rows-before-0019.ts'

const before = Object.fromEntries(Object.entries(migrations).filter(([name]) => name < '0019'))

const all = (sqlite: SqliteFile, table: string, columns: string) =>
  ask(sqlite, `select ${columns} from "${table}" order by 1, 2`)

test('sessions, tokens, links and exercises are unchanged under their new keys', async () => {
  const { db, sqlite, close } = await openFile(':memory:', (fresh, file) => migrate(fresh, file, before))
  for (const id of ['ada', 'bob']) await insertUser(db, id)
  for (const statement of rowsBefore(['ada', 'bob'], (hex) => `x'${hex}'`)) ask(sqlite, statement)
  const kept = [
    ['sessions', '*'],
    ['refreshTokens', '"userId", "tokenHash", "sessionId", "createdAt", "expiresAt", "usedAt"'],
    ['passwordResets', '*'],
  ] as const
  const had = kept.map(([table, columns]) => all(sqlite, table, columns))
  await migrate(db, sqlite)
  expect(kept.map(([table, columns]) => all(sqlite, table, columns))).toEqual(had)
  expect(had.map((rows) => rows.length)).toEqual([2, 4, 2])
  expect(all(sqlite, 'catalogueExercises', 'id, name, derived')).toEqual([['row', 'Row', 1]])
  expect(all(sqlite, 'catalogueMuscles', '*')).toEqual([['row', 'lats', 80]])
  expect(all(sqlite, 'customExercises', '"userId", id, name, "deletedAt", seq')).toEqual([
    ['ada', 'own', 'Own of ada', null, 7],
    ['bob', 'own', 'Own of bob', null, 7],
  ])
  expect(all(sqlite, 'customMuscles', '*')).toEqual([
    ['ada', 'own', 'chest', 90],
    ['bob', 'own', 'chest', 90],
  ])
  expect(inspect(sqlite).findings.filter(({ good }) => !good)).toEqual([])
  await close()
})
