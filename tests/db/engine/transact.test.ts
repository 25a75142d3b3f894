import { expect, test } from 'bun:test'
import { transact } from '#db/engine/transact.ts'
import type { Tx } from '#db/schema/index.ts'
import { insertUser, openTestDatabase, temporaryFolder, userIds } from '../fixture.ts'

const tick = () => new Promise((resolve) => setImmediate(resolve))

test('what a transaction does is there when it resolves', async () => {
  const { db } = await openTestDatabase()
  const result = await transact(db, async (tx) => {
    await insertUser(tx, 'a')
    await insertUser(tx, 'b')
    return 7
  })
  expect(result).toBe(7)
  expect(await userIds(db)).toEqual(['a', 'b'])
})

test('a throw undoes all of it and comes out as it is', async () => {
  const { db } = await openTestDatabase()
  const error = new Error('no')
  const failed = transact(db, async (tx) => {
    await insertUser(tx, 'a')
    throw error
  })
  await expect(failed).rejects.toBe(error)
  expect(await userIds(db)).toEqual([])
})

test('the database around a transaction throws inside of it at once, and the transaction goes on', async () => {
  const { db } = await openTestDatabase()
  await transact(db, async (tx) => {
    await insertUser(tx, 'a')
    const pass = 'pass the transaction (tx)'
    await expect(userIds(db)).rejects.toThrow(pass)
    await expect(insertUser(db, 'b')).rejects.toThrow(pass)
    await expect(transact(db, async () => 0)).rejects.toThrow(pass)
    await expect(Array.fromAsync(db.selectFrom('users').selectAll().stream())).rejects.toThrow(pass)
    await tick()
    await expect(userIds(db)).rejects.toThrow(pass)
  })
  expect(await userIds(db)).toEqual(['a'])
})

test('another database may be used inside a transaction', async () => {
  const { db } = await openTestDatabase()
  const other = await openTestDatabase()
  await transact(db, async (tx) => {
    await insertUser(tx, 'a')
    await transact(other.db, async (otherTx) => {
      await insertUser(otherTx, 'b')
      await expect(userIds(db)).rejects.toThrow('pass the transaction (tx)')
    })
  })
  expect([await userIds(db), await userIds(other.db)]).toEqual([['a'], ['b']])
})

test('transactions wait for each other, and queries for transactions, in the order in which they came', async () => {
  const { db } = await openTestDatabase()
  const log: string[] = []
  const run = (name: string) =>
    transact(db, async (tx) => {
      log.push(`${name} begins`)
      await insertUser(tx, name)
      await tick()
      expect(await userIds(tx)).toContain(name)
      log.push(`${name} ends`)
    })
  const [, , read] = await Promise.all([run('a'), run('b'), userIds(db), run('c')])
  expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends'])
  expect(read).toEqual(['a', 'b'])
})

test('a counter raised by many transactions at once misses none', async () => {
  const { db } = await openTestDatabase(temporaryFolder())
  await insertUser(db, 'a')
  const raise = () =>
    transact(db, async (tx) => {
      const { seq } = await tx.selectFrom('users').select('seq').executeTakeFirstOrThrow()
      await tick()
      await tx
        .updateTable('users')
        .set({ seq: seq + 1 })
        .execute()
    })
  await Promise.all(Array.from({ length: 50 }, raise))
  expect(await db.selectFrom('users').select('seq').executeTakeFirst()).toEqual({ seq: 50 })
})

test('a nested transaction that throws undoes what it did and no more', async () => {
  const { db } = await openTestDatabase()
  await transact(db, async (tx) => {
    await insertUser(tx, 'a')
    const nested = transact(tx, async (inner) => {
      await insertUser(inner, 'b')
      await transact(inner, (innermost) => insertUser(innermost, 'c'))
      throw new Error('no')
    })
    await expect(nested).rejects.toThrow('no')
    await transact(tx, (inner) => insertUser(inner, 'd'))
  })
  expect(await userIds(db)).toEqual(['a', 'd'])
})

test('nested transactions at the same time are an error', async () => {
  const { db } = await openTestDatabase()
  const nested = (tx: Tx, id: string) =>
    transact(tx, async (inner) => {
      await tick()
      await insertUser(inner, id)
    })
  const both = transact(db, (tx) => Promise.all([nested(tx, 'a'), nested(tx, 'b')]))
  await expect(both).rejects.toThrow('nested transactions ran at the same time')
  expect(await userIds(db)).toEqual([])
})

test('a transaction can not be used after its end', async () => {
  const { db } = await openTestDatabase()
  const kept = await transact(db, async (tx) => ({ tx }))
  await expect(userIds(kept.tx)).rejects.toThrow(/ended|committed/)
  await expect(transact(kept.tx, async () => 0)).rejects.toThrow(/ended|committed/)
})

test('a query that nobody awaited never runs outside of its transaction', async () => {
  const { db } = await openTestDatabase()
  const late: Promise<unknown>[] = []
  await transact(db, async (tx) => {
    late.push(
      (async () => {
        await tick()
        await insertUser(tx, 'late')
      })(),
    )
  })
  await transact(db, async () => {
    await expect(Promise.all(late)).rejects.toThrow(/ended|committed/)
  })
  expect(await userIds(db)).toEqual([])
})

test('a transaction begun in another way is refused', async () => {
  const { db } = await openTestDatabase()
  await expect(db.transaction().execute(async () => 0)).rejects.toThrow('use transact(db, work)')
  await expect(db.startTransaction().execute()).rejects.toThrow('use transact(db, work)')
  expect(await userIds(db)).toEqual([])
})

test('an error of SQLite leaves the database usable', async () => {
  const { db } = await openTestDatabase()
  await insertUser(db, 'a')
  await expect(transact(db, (tx) => insertUser(tx, 'a'))).rejects.toThrow('UNIQUE')
  await transact(db, (tx) => insertUser(tx, 'b'))
  expect(await userIds(db)).toEqual(['a', 'b'])
})
