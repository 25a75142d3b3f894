import { expect, test } from 'bun:test'
import { transact, transactAccounts } from '#db/engine/transact.ts'
import { insertUser, openTestDatabase, temporaryFolder, userIds } from '../fixture.ts'

const manyIds = Array.from({ length: 250 }, (_, i) => `user${String(i).padStart(3, '0')}`)

for (const [where, folder] of [
  ['in memory', () => undefined],
  ['in a file', temporaryFolder],
] as const) {
  test(`a stream returns every row of a database ${where}, in order`, async () => {
    const { db } = await openTestDatabase(folder())
    await transact(db, 'a', async (tx) => {
      for (const id of manyIds) await insertUser(tx, id)
    })
    const rows = await Array.fromAsync(db.selectFrom('users').select('id').orderBy('id').stream(100))
    expect(rows.map(({ id }) => id)).toEqual(manyIds)
  })
}

test('a stream doesn’t block writes, and sees the database as of its start', async () => {
  const { db } = await openTestDatabase(temporaryFolder())
  for (const id of ['a', 'b', 'c']) await insertUser(db, id)
  const streamedIds: string[] = []
  for await (const { id } of db.selectFrom('users').select('id').orderBy('id').stream(1)) {
    if (streamedIds.length === 0) await insertUser(db, 'd')
    streamedIds.push(id)
  }
  expect(streamedIds).toEqual(['a', 'b', 'c'])
})

test('the database is usable after a stream is abandoned early', async () => {
  const { db } = await openTestDatabase(temporaryFolder())
  for (const id of ['a', 'b', 'c']) await insertUser(db, id)
  for await (const { id } of db.selectFrom('users').select('id').orderBy('id').stream(1))
    if (id === 'a') break
  await transactAccounts(db, (tx) => insertUser(tx, 'd'))
  expect(await userIds(db)).toEqual(['a', 'b', 'c', 'd'])
})

test('a stream in a transaction sees its changes', async () => {
  const { db } = await openTestDatabase(temporaryFolder())
  await transact(db, 'a', async (tx) => {
    await insertUser(tx, 'a')
    expect(await Array.fromAsync(tx.selectFrom('users').select('id').stream())).toEqual([{ id: 'a' }])
  })
})
