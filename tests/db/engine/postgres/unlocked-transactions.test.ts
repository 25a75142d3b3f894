import { expect, test } from 'bun:test'
import { savepoint, transact } from '#db/engine/transact.ts'
import { findSeq, nextSeq } from '#db/sync/change-numbers.ts'
import { hasPostgres } from '#tests/support/postgres-server.ts'
import { rejectionMessageOf } from '#tests/support/rejection.ts'
import { statementsSentDuring } from '#tests/support/statements.ts'
import {
  deleteMappings,
  insertMapping,
  listPrograms,
  mapping,
  useTwoNodes,
  write,
} from './two-nodes-fixture.ts'

const { nodeAt, stateOf, namesOf, newUser } = useTwoNodes()

test.skipIf(!hasPostgres)(
  'a transaction that is given its user’s state locks the user together with its writes',
  async () => {
    const { userId, run, runs, write } = await newUser()
    const sent = await statementsSentDuring(async () => {
      await run(async (tx) => {
        await listPrograms.all(tx, { userId })
        expect(await write(tx)).toBe(1)
      })
    })
    expect(sent.map(({ text }) => text.split(' ', 2).join(' '))).toEqual([
      'select "id"',
      'with "changed"',
      'insert into',
    ])
    expect([runs(), await namesOf(userId), (await findSeq(nodeAt(0), userId)).seq]).toEqual([1, ['bench'], 1])
  },
)

test.skipIf(!hasPostgres)(
  'an unlocked transaction runs again with the lock if the user has changed since the state was read',
  async () => {
    const { userId, run, runs, write } = await newUser()
    const seq = await run(async (tx, run) => {
      if (run === 1) await transact(nodeAt(1), userId, (other) => nextSeq(other, userId))
      return write(tx)
    })
    expect([seq, runs(), await namesOf(userId)]).toEqual([2, 2, ['bench']])
  },
)

test.skipIf(!hasPostgres)(
  'after the user has changed, the next 16 transactions lock the user first',
  async () => {
    const { userId, run, write: writeFirst } = await newUser()
    await run(async (tx, run) => {
      if (run === 1) await transact(nodeAt(1), userId, (other) => nextSeq(other, userId))
      return writeFirst(tx)
    })
    const isUnlocked: boolean[] = []
    for (let count = 0; count < 18; count++) {
      const state = await stateOf(userId)
      const sent = await statementsSentDuring(() =>
        transact(nodeAt(0), userId, (tx) => write(tx, userId, `${count}`), state),
      )
      isUnlocked.push(sent.some(({ text }) => text.includes('"changed"')))
    }
    expect(isUnlocked).toEqual([...Array<boolean>(16).fill(false), true, true])
  },
)

test.skipIf(!hasPostgres)(
  'a savepoint of an unlocked transaction that is rolled back discards only its own writes, even nested ones',
  async () => {
    const { userId, run, runs, write } = await newUser()
    await run(async (tx) => {
      await write(tx)
      await savepoint(tx, (inner) => insertMapping.send(inner, mapping(userId, 'squat')))
      const failure = savepoint(tx, async (inner) => {
        await savepoint(inner, (innermost) => insertMapping.send(innermost, mapping(userId, 'row')))
        throw new Error('rolled back')
      })
      expect(await rejectionMessageOf(failure)).toBe('rolled back')
    })
    expect([runs(), await namesOf(userId)]).toEqual([1, ['bench', 'squat']])
  },
)

test.skipIf(!hasPostgres)(
  'an unlocked transaction runs with the lock after waiting for another one of the same user',
  async () => {
    const { userId, run, runs, write } = await newUser()
    const [, sent] = await Promise.all([
      transact(nodeAt(0), userId, (tx) => nextSeq(tx, userId)),
      statementsSentDuring(() => run(write)),
    ])
    expect(runs()).toBe(1)
    expect(sent.some(({ text }) => text.includes('"changed"'))).toBe(false)
  },
)

test.skipIf(!hasPostgres)(
  'the writes of an unlocked transaction see what was committed while they waited for the lock',
  async () => {
    const { userId, run, runs } = await newUser()
    const locked = Promise.withResolvers<void>()
    const ending = Promise.withResolvers<void>()
    const other = transact(nodeAt(1), userId, async (tx) => {
      await insertMapping.run(tx, mapping(userId, 'squat'))
      locked.resolve()
      await ending.promise
    })
    await locked.promise
    const deleting = run(async (tx) => {
      await nextSeq(tx, userId)
      await deleteMappings.send(tx, { userId })
      setImmediate(() => ending.resolve())
    })
    await Promise.all([other, deleting])
    expect([runs(), await namesOf(userId)]).toEqual([1, []])
  },
)

test.skipIf(!hasPostgres)('an unlocked transaction writes nothing if its work throws', async () => {
  const { userId, run, write } = await newUser()
  const failed = run(async (tx) => {
    await write(tx)
    throw new Error('undone')
  })
  expect(await rejectionMessageOf(failed)).toContain('undone')
  expect([await namesOf(userId), (await findSeq(nodeAt(0), userId)).seq]).toEqual([[], 0])
})
