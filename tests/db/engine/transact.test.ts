import { expect, test } from 'bun:test'
import { kyselyOf } from '#db/engine/kysely.ts'
import { prepare } from '#db/engine/prepare.ts'
import { OtherUserError, savepoint, transact, transactCatalogue } from '#db/engine/transact.ts'
import type { Db, Tx } from '#db/schema/index.ts'
import { rejectionMessageOf, rejectionOf } from '#tests/support/rejection.ts'
import { insertUser, openTestDatabase, temporaryFolder, userIds } from '../fixture.ts'

const tick = () => new Promise((resolve) => setImmediate(resolve))

test('the changes of a transaction are visible once it resolves', async () => {
  const { db } = await openTestDatabase()
  const result = await transact(db, 'a', async (tx) => {
    await insertUser(tx, 'a')
    await insertUser(tx, 'b')
    return 7
  })
  expect(result).toBe(7)
  expect(await userIds(db)).toEqual(['a', 'b'])
})

test('an error rolls back everything and is rethrown unchanged', async () => {
  const { db } = await openTestDatabase()
  const error = new Error('no')
  const failed = transact(db, 'a', async (tx) => {
    await insertUser(tx, 'a')
    throw error
  })
  expect(await rejectionOf(failed)).toBe(error)
  expect(await userIds(db)).toEqual([])
})

test('using the outer database inside a transaction throws immediately, and the transaction continues', async () => {
  const { db } = await openTestDatabase()
  await transact(db, 'a', async (tx) => {
    await insertUser(tx, 'a')
    const message = 'pass the transaction (tx)'
    expect(await rejectionMessageOf(userIds(db))).toContain(message)
    expect(await rejectionMessageOf(insertUser(db, 'b'))).toContain(message)
    expect(await rejectionMessageOf(transact(db, 'a', async () => 0))).toContain(message)
    expect(await rejectionMessageOf(Array.fromAsync(db.selectFrom('users').selectAll().stream()))).toContain(
      message,
    )
    await tick()
    expect(await rejectionMessageOf(userIds(db))).toContain(message)
  })
  expect(await userIds(db)).toEqual(['a'])
})

test('another database may be used inside a transaction', async () => {
  const { db } = await openTestDatabase()
  const other = await openTestDatabase()
  await transact(db, 'a', async (tx) => {
    await insertUser(tx, 'a')
    await transact(other.db, 'a', async (otherTx) => {
      await insertUser(otherTx, 'b')
      expect(await rejectionMessageOf(userIds(db))).toContain('pass the transaction (tx)')
    })
  })
  expect([await userIds(db), await userIds(other.db)]).toEqual([['a'], ['b']])
})

test('transactions run one after the other in order, and queries wait for those that have begun', async () => {
  const { db } = await openTestDatabase()
  const log: string[] = []
  const run = (name: string) =>
    transact(db, 'a', async (tx) => {
      log.push(`${name} begins`)
      await insertUser(tx, name)
      await tick()
      expect(await userIds(tx)).toContain(name)
      log.push(`${name} ends`)
    })
  const [first, , third] = [run('a'), run('b'), run('c')]
  const before = await userIds(db)
  await tick()
  const reading = userIds(db).then((ids) => ({ ids, log: [...log] }))
  const [{ ids, log: logAtRead }] = await Promise.all([reading, first, third])
  expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends'])
  expect(before).toEqual([])
  // A slow group closes early, and the query runs before the next group. It sees all completed transactions.
  const ended = logAtRead.filter((entry) => entry.endsWith(' ends')).map((entry) => entry.charAt(0))
  expect(ended[0]).toBe('a')
  expect(ids).toEqual(ended)
})

test('a counter incremented by many concurrent transactions counts each one', async () => {
  const { db } = await openTestDatabase(temporaryFolder())
  await insertUser(db, 'a')
  const increment = () =>
    transact(db, 'a', async (tx) => {
      const { seq } = await tx.selectFrom('users').select('seq').executeTakeFirstOrThrow()
      await tick()
      await tx
        .updateTable('users')
        .set({ seq: seq + 1 })
        .execute()
    })
  await Promise.all(Array.from({ length: 50 }, increment))
  expect(await db.selectFrom('users').select('seq').executeTakeFirst()).toEqual({ seq: 50 })
})

test('a nested transaction that throws rolls back only its own changes', async () => {
  const { db } = await openTestDatabase()
  await transact(db, 'a', async (tx) => {
    await insertUser(tx, 'a')
    const nested = savepoint(tx, async (inner) => {
      await insertUser(inner, 'b')
      await savepoint(inner, (innermost) => insertUser(innermost, 'c'))
      throw new Error('no')
    })
    expect(await rejectionMessageOf(nested)).toContain('no')
    await savepoint(tx, (inner) => insertUser(inner, 'd'))
  })
  expect(await userIds(db)).toEqual(['a', 'd'])
})

test('concurrent nested transactions are an error', async () => {
  const { db } = await openTestDatabase()
  const nested = (tx: Tx, id: string) =>
    savepoint(tx, async (inner) => {
      await tick()
      await insertUser(inner, id)
    })
  const both = transact(db, 'a', (tx) => Promise.all([nested(tx, 'a'), nested(tx, 'b')]))
  expect(await rejectionMessageOf(both)).toContain('savepoints of one transaction ran at the same time')
  expect(await userIds(db)).toEqual([])
})

test('a transaction cannot be used after its end', async () => {
  const { db } = await openTestDatabase()
  const ended = await transact(db, 'a', async (tx) => ({ tx }))
  expect(await rejectionMessageOf(userIds(ended.tx))).toMatch(/ended|committed/)
  expect(await rejectionMessageOf(savepoint(ended.tx, async () => 0))).toMatch(/ended|committed/)
})

test('an unawaited query never runs outside its transaction', async () => {
  const { db } = await openTestDatabase()
  const unawaited: Promise<unknown>[] = []
  await transact(db, 'a', async (tx) => {
    unawaited.push(
      (async () => {
        await tick()
        await insertUser(tx, 'late')
      })(),
    )
  })
  await transact(db, 'a', async () => {
    expect(await rejectionMessageOf(Promise.all(unawaited))).toMatch(/ended|committed/)
  })
  expect(await userIds(db)).toEqual([])
})

test('a transaction that is started directly with Kysely is rejected', async () => {
  const { db } = await openTestDatabase()
  expect(
    await rejectionMessageOf(
      kyselyOf(db)
        .transaction()
        .execute(async () => 0),
    ),
  ).toContain('use transact()')
  expect(await rejectionMessageOf(kyselyOf(db).startTransaction().execute())).toContain('use transact()')
  expect(await userIds(db)).toEqual([])
})

test('an SQLite error leaves the database usable', async () => {
  const { db } = await openTestDatabase()
  await insertUser(db, 'a')
  expect(await rejectionMessageOf(transact(db, 'a', (tx) => insertUser(tx, 'a')))).toContain('UNIQUE')
  await transact(db, 'a', (tx) => insertUser(tx, 'b'))
  expect(await userIds(db)).toEqual(['a', 'b'])
})

test("a transaction for one user's data nests one for the same user and rejects one for another user", async () => {
  const { db } = await openTestDatabase()
  await transact(db, 'a', async (tx) => {
    await transact(tx, 'a', (nested) => insertUser(nested, 'a'))
    expect(await rejectionOf(transact(tx, 'b', (nested) => insertUser(nested, 'b')))).toBeInstanceOf(
      OtherUserError,
    )
  })
  await transactCatalogue(db, async (tx) => {
    expect(await rejectionOf(transact(tx, 'a', async () => 0))).toBeInstanceOf(OtherUserError)
  })
  expect(await userIds(db)).toEqual(['a'])
})

test('the types allow writes only in a transaction', () => {
  const write = prepare((db, p: { id: string }) => db.deleteFrom('users').where('id', '=', p.id))
  const read = prepare((db, p: { id: string }) => db.selectFrom('users').select('id').where('id', '=', p.id))
  type Accepts<
    Query extends (reader: never, parameters: never) => unknown,
    Argument,
  > = Argument extends Parameters<Query>[0] ? true : false
  const writes: readonly [Accepts<typeof write.run, Db>, Accepts<typeof write.run, Tx>] = [false, true]
  const reads: readonly [Accepts<typeof read.all, Db>, Accepts<typeof read.all, Tx>] = [true, true]
  const writeMethods: Extract<keyof Db, 'insertInto' | 'updateTable' | 'deleteFrom' | 'transaction'>[] = []
  expect([writes, reads, writeMethods]).toEqual([[false, true], [true, true], []])
})
