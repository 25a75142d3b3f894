import { expect, test } from 'bun:test'
import { transact } from '#db/engine/transact.ts'
import { findSeq, nextSeq } from '#db/sync/change-numbers.ts'
import { hasPostgres } from '#tests/support/postgres-server.ts'
import { batchesSentDuring } from '#tests/support/statements.ts'
import { insertMapping, mapping, type NewUser, useTwoNodes, write } from './two-nodes-fixture.ts'

const { nodeAt, namesOf, newUser } = useTwoNodes()

const newUsers = (count: number) => Promise.all(Array.from({ length: count }, newUser))

/** Saves something for every user at once. */
const saveAll = (users: readonly NewUser[]) => Promise.all(users.map((user) => user.run(user.write)))

const runsOf = (users: readonly NewUser[]) => users.map(({ runs }) => runs())

/** What was saved for every user, as read by the other node. */
const savedFor = (users: readonly NewUser[]) =>
  Promise.all(
    users.map(async ({ userId }) => [(await findSeq(nodeAt(1), userId)).seq, ...(await namesOf(userId))]),
  )

test.skipIf(!hasPostgres)('what users save during a commit is committed together', async () => {
  const users = await newUsers(20)
  const batches = await batchesSentDuring(() => saveAll(users))
  // Each transaction takes two statements, and each group one more.
  expect(batches.map((statements) => statements.length)).toEqual([2, 33, 7])
  expect(await savedFor(users)).toEqual(users.map(() => [1, 'bench']))
  expect(runsOf(users)).toEqual(users.map(() => 1))
})

test.skipIf(!hasPostgres).each([[[0]], [[3]], [[5]], [[1, 2, 4]], [[1, 2, 3, 4, 5]]])(
  'of a group, only transactions whose users have changed run again: %j',
  async (changed) => {
    const users = await newUsers(6)
    for (const [index, { userId }] of users.entries())
      if (changed.includes(index)) await transact(nodeAt(1), userId, (tx) => nextSeq(tx, userId))
    await saveAll(users)
    expect(await savedFor(users)).toEqual(users.map((_, index) => [changed.includes(index) ? 2 : 1, 'bench']))
    expect(runsOf(users)).toEqual(users.map((_, index) => (changed.includes(index) ? 2 : 1)))
  },
)

test.skipIf(!hasPostgres)('of a group, only the transaction with a duplicate key fails', async () => {
  const users = await newUsers(6)
  const failing = users[3]
  if (!failing) throw new Error('there are too few users')
  await transact(nodeAt(1), failing.userId, (tx) => insertMapping.run(tx, mapping(failing.userId, 'bench')))
  const saves = Promise.allSettled(users.map((user) => user.run(user.write)))
  const reasons = (await saves).flatMap((save) => (save.status === 'rejected' ? [save.reason] : []))
  expect(reasons).toMatchObject([{ constraint: 'exerciseNameMappingsKey' }])
  expect(await savedFor(users)).toEqual(users.map((user) => [user === failing ? 0 : 1, 'bench']))
})

test.skipIf(!hasPostgres).each([0, 1, 3])(
  'of a group, only the transaction whose user is locked waits: number %d',
  async (index) => {
    const users = await newUsers(4)
    const locked = users[index]
    if (!locked) throw new Error('there are too few users')
    await transact(nodeAt(1), locked.userId, async (tx) => {
      // The lock on the user is held once a read has its result.
      await findSeq(tx, locked.userId)
      const saves = users.map((user) => user.run(user.write))
      // If these saves waited for the lock, they would wait forever.
      await Promise.all(saves.toSpliced(index, 1))
      return { saves }
    }).then(({ saves }) => Promise.all(saves))
    expect(await savedFor(users)).toEqual(users.map(() => [1, 'bench']))
    expect(runsOf(users)).toEqual(users.map(() => 1))
  },
)

test.skipIf(!hasPostgres)(
  'groups of two nodes with the same users save every change exactly once',
  async () => {
    const users = await newUsers(6)
    const rounds = Array.from({ length: 5 }, (_, round) => round)
    const save = (node: number, { userId }: NewUser, name: string) =>
      transact(nodeAt(node), userId, (tx) => write(tx, userId, name), {
        seq: 0,
        horizon: 0,
        timeZone: 'UTC',
        dayStartHour: 0,
      })
    for (const round of rounds)
      await Promise.all([
        ...users.map((user) => save(0, user, `${round} on the first`)),
        ...users.toReversed().map((user) => save(1, user, `${round} on the second`)),
      ])
    const names = rounds.flatMap((round) => [`${round} on the first`, `${round} on the second`])
    expect(await savedFor(users)).toEqual(users.map(() => [10, ...names]))
  },
)
