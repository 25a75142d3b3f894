import { Database } from 'bun:sqlite'
import { expect, test } from 'bun:test'
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
async function twoConnections() {
  const { db, sqlite } = await openTestDatabase(temporaryFolder())
  const id = await insertUser(db)
  const other = new Database(sqlite.filename)
  const unit = async () => (await unitOf.first(db, { id }))?.unit
  const outside = () => other.query<{ unit: string }, []>('select unit from users').get()?.unit
  return { db, sqlite, id, other, unit, outside, [Symbol.dispose]: () => other.close() }
}

test('queries of one turn read one state, and those of the next turn see later commits', async () => {
  using at = await twoConnections()
  expect(await at.unit()).toBe('kg')
  at.other.run("update users set unit = 'lb'")
  expect(await at.unit()).toBe('kg')
  await new Promise(setImmediate)
  expect(await at.unit()).toBe('lb')
})

test('a write in the turn commits immediately, and later reads see it', async () => {
  using at = await twoConnections()
  expect(await at.unit()).toBe('kg')
  expect(await transact(at.db, at.id, (tx) => setUnit.run(tx, { id: at.id, unit: 'lb' }))).toBe(1)
  expect(at.outside()).toBe('lb')
  expect(await at.unit()).toBe('lb')
  expect(await transact(at.db, at.id, (tx) => changeUnit.first(tx, { id: at.id, unit: 'kg' }))).toEqual({
    unit: 'kg',
  })
  expect(at.outside()).toBe('kg')
  await kyselyOf(at.db).updateTable('users').set({ unit: 'lb' }).execute()
  expect(at.outside()).toBe('lb')
  expect(await at.unit()).toBe('lb')
})

test('a write succeeds after another process committed changes that the turn has not seen', async () => {
  using at = await twoConnections()
  expect(await at.unit()).toBe('kg')
  at.other.run(`update users set "displayName" = 'Ada'`)
  expect(await transact(at.db, at.id, (tx) => setUnit.run(tx, { id: at.id, unit: 'lb' }))).toBe(1)
  expect(await at.unit()).toBe('lb')
  at.other.run(`update users set "displayName" = 'Grace'`)
  await transact(at.db, at.id, (tx) => setUnit.run(tx, { id: at.id, unit: 'kg' }))
  expect(at.outside()).toBe('kg')
})

test('reads between transactions see complete transactions and never uncommitted changes', async () => {
  using at = await twoConnections()
  const seen: (string | undefined)[] = []
  const writing = (async () => {
    for (let round = 0; round < 20; round++) {
      await transact(at.db, at.id, async (tx) => {
        await setUnit.run(tx, { id: at.id, unit: 'lb' })
        await undefined
        await setUnit.run(tx, { id: at.id, unit: 'kg' })
      })
    }
  })()
  for (let round = 0; round < 200; round++) seen.push(await at.unit())
  await writing
  expect(new Set(seen)).toEqual(new Set(['kg']))
  expect(at.outside()).toBe('kg')
})

test('closing the database ends an open turn', async () => {
  const { db, close } = await openTestDatabase(temporaryFolder())
  const id = await insertUser(db)
  expect(await unitOf.first(db, { id })).toEqual({ unit: 'kg' })
  await close()
  await new Promise(setImmediate)
})
