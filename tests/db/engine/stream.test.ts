import { expect, test } from 'bun:test'
import { transact, transactAccounts } from '#db/engine/transact.ts'
import { insertUser, openTestDatabase, temporaryFolder } from '../fixture.ts'

const many = Array.from({ length: 250 }, (_, i) => `user${String(i).padStart(3, '0')}`)

for (const [where, folder] of [
  ['in memory', () => undefined],
  ['in a file', temporaryFolder],
] as const) {
  test(`a stream gives every row of a database ${where}, in order`, async () => {
    const { db } = await openTestDatabase(folder())
    await transact(db, 'a', async (tx) => {
      for (const id of many) await insertUser(tx, id)
    })
    const rows = await Array.fromAsync(db.selectFrom('users').select('id').orderBy('id').stream(100))
    expect(rows.map(({ id }) => id)).toEqual(many)
  })
}

test('a stream keeps nobody waiting, and sees the database as it was when it began', async () => {
  const { db } = await openTestDatabase(temporaryFolder())
  for (const id of ['a', 'b', 'c']) await insertUser(db, id)
  const seen: string[] = []
  for await (const { id } of db.selectFrom('users').select('id').orderBy('id').stream(1)) {
    if (seen.length === 0) await insertUser(db, 'd')
    seen.push(id)
  }
  expect(seen).toEqual(['a', 'b', 'c'])
})

test('a stream that is left early can be followed by anything', async () => {
  const { db } = await openTestDatabase(temporaryFolder())
  for (const id of ['a', 'b', 'c']) await insertUser(db, id)
  for await (const { id } of db.selectFrom('users').select('id').orderBy('id').stream(1))
    if (id === 'a') break
  await transactAccounts(db, (tx) => insertUser(tx, 'd'))
})

test('a stream of a transaction sees what the transaction did', async () => {
  const { db } = await openTestDatabase(temporaryFolder())
  await transact(db, 'a', async (tx) => {
    await insertUser(tx, 'a')
    expect(await Array.fromAsync(tx.selectFrom('users').select('id').stream())).toEqual([{ id: 'a' }])
  })
})
