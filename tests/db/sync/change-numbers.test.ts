import { expect, test } from 'bun:test'
import { transact } from '#db/engine/transact.ts'
import { nextSeq } from '#db/sync/change-numbers.ts'
import { insertUser, openTestDatabase } from '#tests/db/fixture.ts'
import { rejectionMessageOf } from '#tests/support/rejection.ts'

test('each of a user’s changes gets the next seq, starting with 1', async () => {
  const { db } = await openTestDatabase()
  const [ada, ben] = [await insertUser(db), await insertUser(db)]
  const next = (user: string) => transact(db, user, (tx) => nextSeq(tx, user))
  expect([await next(ada), await next(ada), await next(ben), await next(ada)]).toEqual([1, 2, 1, 3])
})

test('concurrent changes get distinct seqs without gaps', async () => {
  const { db } = await openTestDatabase()
  const user = await insertUser(db)
  const numbers = await Promise.all(
    Array.from({ length: 50 }, () => transact(db, user, (tx) => nextSeq(tx, user))),
  )
  expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, n) => n + 1))
})

test('a change that is rolled back uses no seq', async () => {
  const { db } = await openTestDatabase()
  const user = await insertUser(db)
  const failing = transact(db, user, async (tx) => {
    await nextSeq(tx, user)
    throw new Error('undone')
  })
  expect(await rejectionMessageOf(failing)).toContain('undone')
  expect(await transact(db, user, (tx) => nextSeq(tx, user))).toBe(1)
})

test('a change for a deleted account is an error', async () => {
  const { db } = await openTestDatabase()
  expect(await rejectionMessageOf(transact(db, 'nobody', (tx) => nextSeq(tx, 'nobody')))).toContain(
    'no longer exists',
  )
})
