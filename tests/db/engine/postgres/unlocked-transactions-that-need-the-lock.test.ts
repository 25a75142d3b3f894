import { expect, test } from 'bun:test'
import { transact } from '#db/engine/transact.ts'
import type { Tx } from '#db/schema/index.ts'
import { findSeq } from '#db/sync/change-numbers.ts'
import { hasPostgres } from '#tests/support/postgres-server.ts'
import { rejectionMessageOf } from '#tests/support/rejection.ts'
import { insertMapping, mapping, needs, useTwoNodes } from './two-nodes-fixture.ts'

const { nodeAt, namesOf, newUser } = useTwoNodes()

test.skipIf(!hasPostgres).each(needs)(
  'an unlocked transaction runs again with the lock if it %s',
  async (_title, work) => {
    const { userId, run, runs, write } = await newUser()
    await run(async (tx) => {
      // The transaction must run again even if its work goes on after the error.
      await work(tx, userId).catch(() => undefined)
      await write(tx)
    })
    expect(runs()).toBe(2)
    expect(await namesOf(userId)).toContain('bench')
  },
)

test.skipIf(!hasPostgres)(
  'an unlocked transaction runs again with the lock if it writes without raising the seq',
  async () => {
    const { userId, run, runs } = await newUser()
    await run((tx) => insertMapping.send(tx, mapping(userId, 'bench')))
    expect([runs(), await namesOf(userId)]).toEqual([2, ['bench']])
  },
)

test.skipIf(!hasPostgres)(
  'a value that the server rejects is reported by the run with the lock',
  async () => {
    const { userId, run, runs, write } = await newUser()
    const work = async (tx: Tx) => {
      await write(tx)
      await insertMapping.send(tx, { ...mapping(userId, 'other'), exerciseId: '\0' })
    }
    expect(await rejectionMessageOf(run(work))).toContain('invalid byte sequence')
    expect([runs(), await namesOf(userId)]).toEqual([2, []])
  },
)

test.skipIf(!hasPostgres)('a duplicate key is reported by the run with the lock', async () => {
  const { userId, run, runs, write } = await newUser()
  await transact(nodeAt(1), userId, (tx) => insertMapping.run(tx, mapping(userId, 'bench')))
  expect(await rejectionMessageOf(run(write))).toContain('exerciseNameMappingsKey')
  expect([runs(), (await findSeq(nodeAt(0), userId)).seq]).toEqual([2, 0])
})
