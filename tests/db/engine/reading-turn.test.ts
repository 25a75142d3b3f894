import { Database } from 'bun:sqlite'
import { expect, test } from 'bun:test'
import { existsSync } from 'node:fs'
import { kyselyOf } from '#db/engine/kysely.ts'
import { prepare } from '#db/engine/prepare.ts'
import { transact } from '#db/engine/transact.ts'
import { insertUser, openTestDatabase, temporaryFolder } from '../fixture.ts'

const unitOf = prepare((db, { id }: { readonly id: string }) =>
  db.selectFrom('users').select('unit').where('id', '=', id),
)

const setUnit = prepare((db, { id, unit }: { readonly id: string; readonly unit: 'kg' | 'lb' }) =>
  db.updateTable('users').set({ unit }).where('id', '=', id),
)

const changeUnit = prepare((db, { id, unit }: { readonly id: string; readonly unit: 'kg' | 'lb' }) =>
  db.updateTable('users').set({ unit }).where('id', '=', id).returning('unit'),
)

/** A database on disk with a user, and a second connection to it, which SQLite treats as another process. */
async function openTwice() {
  const { db, sqlite } = await openTestDatabase(temporaryFolder())
  const id = await insertUser(db)
  const other = new Database(sqlite.filename)
  const unit = async () => (await unitOf.first(db, { id }))?.unit
  const committedUnit = () => other.query<{ unit: string }, []>('select unit from users').get()?.unit
  return { db, sqlite, id, other, unit, committedUnit, [Symbol.dispose]: () => other.close() }
}

test('queries in one turn of the event loop see the same state, and those in the next turn see later commits', async () => {
  using database = await openTwice()
  expect(await database.unit()).toBe('kg')
  database.other.run("update users set unit = 'lb'")
  expect(await database.unit()).toBe('kg')
  await new Promise(setImmediate)
  expect(await database.unit()).toBe('lb')
})

test('a write during a reading turn commits immediately, and later reads see it', async () => {
  using database = await openTwice()
  expect(await database.unit()).toBe('kg')
  expect(
    await transact(database.db, database.id, (tx) => setUnit.run(tx, { id: database.id, unit: 'lb' })),
  ).toBe(1)
  expect(database.committedUnit()).toBe('lb')
  expect(await database.unit()).toBe('lb')
  expect(
    await transact(database.db, database.id, (tx) => changeUnit.first(tx, { id: database.id, unit: 'kg' })),
  ).toEqual({
    unit: 'kg',
  })
  expect(database.committedUnit()).toBe('kg')
  await kyselyOf(database.db).updateTable('users').set({ unit: 'lb' }).execute()
  expect(database.committedUnit()).toBe('lb')
  expect(await database.unit()).toBe('lb')
})

test('a write succeeds even if another process has committed changes that the reading turn has not seen', async () => {
  using database = await openTwice()
  expect(await database.unit()).toBe('kg')
  database.other.run(`update users set "displayName" = 'Ada'`)
  expect(
    await transact(database.db, database.id, (tx) => setUnit.run(tx, { id: database.id, unit: 'lb' })),
  ).toBe(1)
  expect(await database.unit()).toBe('lb')
  database.other.run(`update users set "displayName" = 'Grace'`)
  await transact(database.db, database.id, (tx) => setUnit.run(tx, { id: database.id, unit: 'kg' }))
  expect(database.committedUnit()).toBe('kg')
})

test('reads between transactions never see uncommitted changes', async () => {
  using database = await openTwice()
  const units: (string | undefined)[] = []
  const writing = (async () => {
    for (let round = 0; round < 20; round++) {
      await transact(database.db, database.id, async (tx) => {
        await setUnit.run(tx, { id: database.id, unit: 'lb' })
        await undefined
        await setUnit.run(tx, { id: database.id, unit: 'kg' })
      })
    }
  })()
  for (let round = 0; round < 200; round++) units.push(await database.unit())
  await writing
  expect(new Set(units)).toEqual(new Set(['kg']))
  expect(database.committedUnit()).toBe('kg')
})

test('closing the database during a reading turn succeeds, and leaves no write-ahead log', async () => {
  const { db, sqlite, close } = await openTestDatabase(temporaryFolder())
  const id = await insertUser(db)
  expect(await unitOf.first(db, { id })).toEqual({ unit: 'kg' })
  await close()
  await new Promise(setImmediate)
  expect(existsSync(`${sqlite.filename}-wal`)).toBe(false)
})
