import { expect, test } from 'bun:test'
import type { Statement } from '#db/engine/postgres/batch.ts'
import { GroupCommits } from '#db/engine/postgres/group-commits.ts'
import { createPool } from '#db/engine/postgres/pool.ts'
import { Unavailable } from '#lib/unavailable.ts'
import { hasPostgres } from '#tests/support/postgres-server.ts'
import { batchesSentDuring } from '#tests/support/statements.ts'
import { useTwoNodes } from './two-nodes-fixture.ts'

const { url, namesOf, newUser } = useTwoNodes()

const insert = (userId: string): Statement => ({
  text: 'insert into "exerciseNameMappings" ("userId", "nameKey", "exerciseId") values ($1, $2, $3)',
  values: [userId, 'bench', 'x'],
})

/**
 * Runs five transactions at once, of which all but the first form a group, and the third also runs a statement. Returns
 * the outcomes, what was saved, and how often the statement was sent.
 */
async function runWith(text: string, values: (userId: string) => readonly unknown[] = () => []) {
  const users = await Promise.all(Array.from({ length: 5 }, newUser))
  const pool = createPool({ url: url() })
  const commits = new GroupCommits(pool, undefined)
  let outcomes: readonly PromiseSettledResult<void>[] = []
  const batches = await batchesSentDuring(async () => {
    outcomes = await Promise.allSettled(
      users.map(({ userId }, index) => {
        const statement = { text, values: values(userId) }
        return commits.run(userId, index === 2 ? [insert(userId), statement] : [insert(userId)])
      }),
    )
  })
  await pool.end()
  const sent = batches.flat().filter((statement) => statement.text === text).length
  const saved = await Promise.all(users.map(async ({ userId }) => (await namesOf(userId)).length))
  return {
    sent,
    saved,
    statuses: outcomes.map(({ status }) => status),
    reasons: outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : [])),
  }
}

test.skipIf(!hasPostgres)('an error of one transaction fails no other', async () => {
  const { sent, saved, statuses, reasons } = await runWith('select 1 / 0')
  expect({ sent, saved }).toEqual({ sent: 1, saved: [1, 1, 0, 1, 1] })
  expect(statuses).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled', 'fulfilled'])
  expect(reasons).toMatchObject([{ code: '22012' }])
})

test.skipIf(!hasPostgres)('an error of the commit fails only the transaction that caused it', async () => {
  // The commit checks the foreign key of this statement.
  const text = 'insert into "emailAddresses" ("emailKey", "userId") values ($1, $2)'
  const { sent, saved, reasons } = await runWith(text, (userId) => [
    `of-nobody-${userId}@example.com`,
    'nobody',
  ])
  expect(reasons).toMatchObject([{ constraint: 'emailAddressesUser' }])
  expect({ sent, saved }).toEqual({ sent: 2, saved: [1, 1, 0, 1, 1] })
})

test.skipIf(!hasPostgres).each([
  ['the connection is lost', 'select pg_terminate_backend(pg_backend_pid())'],
  ['the server takes too long', 'select pg_cancel_backend(pg_backend_pid())'],
])('if %s, all transactions of the group fail, and none is sent again', async (_, text) => {
  const { sent, saved, statuses } = await runWith(text)
  expect({ sent, saved }).toEqual({ sent: 1, saved: [1, 0, 0, 0, 0] })
  expect(statuses).toEqual(['fulfilled', 'rejected', 'rejected', 'rejected', 'rejected'])
})

test.skipIf(!hasPostgres)('without a connection, all transactions fail as unavailable', async () => {
  const pool = createPool({ url: url() })
  await pool.end()
  const commits = new GroupCommits(pool, undefined)
  const outcomes = await Promise.allSettled(['a', 'b', 'c'].map((userId) => commits.run(userId, [])))
  expect(outcomes.map((outcome) => outcome.status === 'rejected' && outcome.reason)).toEqual(
    Array.from({ length: 3 }, () => expect.any(Unavailable)),
  )
})
