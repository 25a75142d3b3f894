import { expect, test } from 'bun:test'
import { holdUser, waitForUser } from '#db/engine/process/exclusive-user.ts'
import { openTestDatabase } from '#tests/db/fixture.ts'
import { testApp } from '#tests/support/app.ts'

test('a user has only one exclusive turn at a time, and other users don’t wait for it', async () => {
  const { db } = await openTestDatabase()
  const order: string[] = []
  const first = await holdUser(db, 'ada')
  const second = holdUser(db, 'ada').then((turn) => {
    order.push('second')
    return turn
  })
  const third = holdUser(db, 'ada').then((turn) => {
    order.push('third')
    turn[Symbol.dispose]()
  })
  expect(waitForUser(db, 'bob')).toBeUndefined()
  ;(await holdUser(db, 'bob'))[Symbol.dispose]()
  expect(order).toEqual([])
  first[Symbol.dispose]()
  ;(await second)[Symbol.dispose]()
  await third
  expect(order).toEqual(['second', 'third'])
  expect(waitForUser(db, 'ada')).toBeUndefined()
})

test("a user's requests wait until an exclusive turn ends, but those of other users don't", async () => {
  const app = await testApp()
  const [ada, bob] = [await app.register(), await app.register()]
  const turn = await holdUser(app.db, ada.id)
  let hasResponse = false
  const waiting = ada.send('GET', '/api/users/me').then(({ status }) => {
    hasResponse = true
    return status
  })
  expect((await bob.send('GET', '/api/users/me')).status).toBe(200)
  expect(hasResponse).toBe(false)
  turn[Symbol.dispose]()
  expect(await waiting).toBe(200)
})
