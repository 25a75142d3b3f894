import { expect, test } from 'bun:test'
import { ContestedUsers } from '#db/engine/postgres/contested-users.ts'

const count = (users: ContestedUsers, userId: string) => {
  let locked = 0
  while (users.locksNext(userId)) locked++
  return locked
}

test('each time a user is found to have changed, the next 16 transactions lock the user first', () => {
  const users = new ContestedUsers()
  expect(count(users, 'a')).toBe(0)
  users.note('a')
  users.note('a')
  expect(count(users, 'b')).toBe(0)
  expect(count(users, 'a')).toBe(16)
  users.note('a')
  expect(count(users, 'a')).toBe(16)
})

test('at most 10,000 users are remembered', () => {
  const users = new ContestedUsers()
  for (let user = 0; user <= 10_000; user++) users.note(`${user}`)
  expect([count(users, '0'), count(users, '10000')]).toEqual([0, 16])
})
