import { expect, test } from 'bun:test'
import { readSnapshot } from '#db/engine/read-snapshot.ts'
import { transact } from '#db/engine/transact.ts'
import { findSeq, nextSeq } from '#db/sync/change-numbers.ts'
import { hasPostgres } from '#tests/support/postgres-server.ts'
import { useTwoNodes } from './two-nodes-fixture.ts'

const { nodeAt, newUser } = useTwoNodes()

test.skipIf(!hasPostgres)('readSnapshot reads one state, whatever another node saves meanwhile', async () => {
  const { userId } = await newUser()
  const reads = await readSnapshot(nodeAt(0), async (reader) => {
    const before = await findSeq(reader, userId)
    await transact(nodeAt(1), userId, (tx) => nextSeq(tx, userId))
    return [before.seq, (await findSeq(reader, userId)).seq]
  })
  expect(reads).toEqual([0, 0])
  expect((await findSeq(nodeAt(0), userId)).seq).toBe(1)
})
