import { Database } from 'bun:sqlite'
import { afterEach, beforeEach, expect, spyOn, test } from 'bun:test'
import { transact } from '#db/engine/transact.ts'
import { insertUser, openTestDatabase, temporaryFolder } from '../fixture.ts'

/** A stopped clock: how long a group waits must not depend on how busy the machine is. */
let clock: { mockRestore(): void }

beforeEach(() => {
  clock = spyOn(performance, 'now').mockImplementation(() => 0)
})
afterEach(() => {
  clock.mockRestore()
})

const tick = () => new Promise((resolve) => setImmediate(resolve))

test('writers that return shortly after their commit share the next commit with waiting writers', async () => {
  const { db, sqlite } = await openTestDatabase(temporaryFolder())
  const secondConnection = new Database(sqlite.filename, { readonly: true })
  const version = secondConnection.query<{ data_version: number }, []>('pragma data_version')
  const commits = new Set<number>()
  const writer = async (name: string, initialTicks: number) => {
    for (let turn = 0; turn < initialTicks; turn++) await tick()
    for (let round = 0; round < 10; round++) {
      await transact(db, name, async (tx) => {
        await tick()
        await insertUser(tx, `${name}${round}`)
      })
      commits.add(version.get()?.data_version ?? 0)
      // As long as it takes to send a response and receive the next request.
      for (let turn = 0; turn < 5; turn++) await tick()
    }
  }
  await Promise.all(['a', 'b', 'c', 'd'].map((name, index) => writer(name, (index % 2) * 2)))
  secondConnection.close()
  expect(commits.size).toBeLessThanOrEqual(12)
})

test("a group doesn't wait for long for writers that don't return", async () => {
  const { db } = await openTestDatabase(temporaryFolder())
  const write = (name: string) => transact(db, name, (tx) => insertUser(tx, name))
  await Promise.all(['a', 'b', 'c'].map(write))
  let turns = 0
  let hasReturned = false
  const returning = write('d').then(() => {
    hasReturned = true
  })
  for (; !hasReturned; turns++) await tick()
  await returning
  expect(turns).toBeLessThan(20)
})
