import { Database } from 'bun:sqlite'
import { expect, test } from 'bun:test'
import { prepare } from '#db/engine/prepare.ts'
import { readTogether } from '#db/engine/read-together.ts'
import { transact } from '#db/engine/transact.ts'
import { insertUser, openTestDatabase, temporaryFolder } from '../fixture.ts'

const unitOf = prepare((db, { id }: { readonly id: string }) =>
  db.selectFrom('users').select('unit').where('id', '=', id),
)

test('queries in readTogether see the same state, even if another process commits between them', async () => {
  const { db, sqlite } = await openTestDatabase(temporaryFolder())
  const id = await insertUser(db)
  using secondConnection = new Database(sqlite.filename)
  const results = await readTogether(db, () => {
    const before = unitOf.first(db, { id })
    secondConnection.run('update users set unit = ?', ['lb'])
    return [before, unitOf.first(db, { id })]
  })
  expect(results).toEqual([{ unit: 'kg' }, { unit: 'kg' }])
  await new Promise(setImmediate)
  expect(await unitOf.first(db, { id })).toEqual({ unit: 'lb' })
})

test('readTogether in a transaction sees its changes so far', async () => {
  const { db } = await openTestDatabase()
  const id = await insertUser(db)
  await transact(db, 'a', async (tx) => {
    await tx.updateTable('users').set({ unit: 'lb' }).where('id', '=', id).execute()
    expect(await readTogether(tx, () => [unitOf.first(tx, { id })])).toEqual([{ unit: 'lb' }])
  })
})

test('readTogether waits for an open transaction and never uses its connection', async () => {
  const { db } = await openTestDatabase()
  const id = await insertUser(db)
  const begun = Promise.withResolvers<void>()
  const open = transact(db, 'a', async (tx) => {
    begun.resolve()
    await tx.updateTable('users').set({ unit: 'lb' }).where('id', '=', id).execute()
    for (let ticks = 0; ticks < 10; ticks++) await undefined
  })
  await begun.promise
  const results = await readTogether(db, () => [unitOf.first(db, { id }), unitOf.all(db, { id })])
  expect(results).toEqual([{ unit: 'lb' }, [{ unit: 'lb' }]])
  await open
})
