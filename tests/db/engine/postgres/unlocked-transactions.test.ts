import { afterAll, beforeAll, expect, test } from 'bun:test'
import type { OpenServerDatabase } from '#db/engine/postgres/open.ts'
import { prepare } from '#db/engine/prepare.ts'
import { savepoint, transact } from '#db/engine/transact.ts'
import type { UserState } from '#db/engine/user-state.ts'
import { openPostgres } from '#db/migrations/postgres/open-database.ts'
import type { Tx } from '#db/schema/index.ts'
import { findSeq, nextSeq } from '#db/sync/change-numbers.ts'
import { insertUser } from '#tests/db/fixture-rows.ts'
import { openTestPostgres, startTestPostgres } from '#tests/support/postgres.ts'
import { hasPostgres } from '#tests/support/postgres-server.ts'
import { statementsSentDuring } from '#tests/support/statements.ts'

/** Two nodes on one database. */
let nodes: readonly OpenServerDatabase[] = []

beforeAll(async () => {
  if (!hasPostgres) return
  const first = await openTestPostgres((await startTestPostgres()).url)
  nodes = [first, await openPostgres({ url: first.url, durable: false })]
})
afterAll(async () => {
  for (const node of nodes.toReversed()) await node.close()
})

const nodeAt = (index: number) => {
  const node = nodes[index]
  if (!node) throw new Error('there is no server')
  return node.db
}

const insertMapping = prepare((db, row: { userId: string; nameKey: string; exerciseId: string }) =>
  db.insertInto('exerciseNameMappings').values(row),
)
const deleteMappings = prepare((db, p: { userId: string }) =>
  db.deleteFrom('exerciseNameMappings').where('userId', '=', p.userId),
)
const listNames = prepare((db, p: { userId: string }) =>
  db.selectFrom('exerciseNameMappings').select('nameKey').where('userId', '=', p.userId).orderBy('nameKey'),
)
const listPrograms = prepare((db, p: { userId: string }) =>
  db.selectFrom('programs').select('id').where('userId', '=', p.userId),
)
const selectState = prepare((db, p: { userId: string }) =>
  db.selectFrom('users').select(['seq', 'horizon', 'timeZone', 'dayStartHour']).where('id', '=', p.userId),
)

const namesOf = async (userId: string) =>
  (await listNames.all(nodeAt(0), { userId })).map(({ nameKey }) => nameKey)
const mapping = (userId: string, nameKey: string) => ({ userId, nameKey, exerciseId: 'x' })

async function stateOf(userId: string): Promise<UserState> {
  const state = await selectState.first(nodeAt(0), { userId })
  if (!state) throw new Error('there is no such user')
  return state
}

/** A new user, and transactions on their data that are given their state, with the number of runs so far. */
async function newUser() {
  const userId = await insertUser(nodeAt(0))
  const state = await stateOf(userId)
  let runs = 0
  const run = <T>(work: (tx: Tx, run: number) => Promise<T>) =>
    transact(nodeAt(0), userId, (tx) => work(tx, ++runs), state)
  return { userId, run, runs: () => runs, write: (tx: Tx) => write(tx, userId, 'bench') }
}

async function write(tx: Tx, userId: string, nameKey: string): Promise<number> {
  const seq = await nextSeq(tx, userId)
  await insertMapping.send(tx, mapping(userId, nameKey))
  return seq
}

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
      'begin',
      'with "changed"',
      'insert into',
      'commit',
    ])
    expect([runs(), await namesOf(userId), (await findSeq(nodeAt(0), userId)).seq]).toEqual([1, ['bench'], 1])
  },
)

test.skipIf(!hasPostgres)('it runs again with the lock if the user has changed since', async () => {
  const { userId, run, runs, write } = await newUser()
  const seq = await run(async (tx, run) => {
    if (run === 1) await transact(nodeAt(1), userId, (other) => nextSeq(other, userId))
    return write(tx)
  })
  expect([seq, runs(), await namesOf(userId)]).toEqual([2, 2, ['bench']])
})

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
  'it runs with the lock after waiting for another one of the same user',
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

test.skipIf(!hasPostgres)('its writes see what was committed while they waited for the lock', async () => {
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
})

test.skipIf(!hasPostgres)('it writes nothing if its work throws', async () => {
  const { userId, run, write } = await newUser()
  const failed = run(async (tx) => {
    await write(tx)
    throw new Error('undone')
  })
  await expect(failed).rejects.toThrow('undone')
  expect([await namesOf(userId), (await findSeq(nodeAt(0), userId)).seq]).toEqual([[], 0])
})

const needs: readonly [title: string, work: (tx: Tx, userId: string) => Promise<unknown>][] = [
  ['waits for a write', (tx, userId) => insertMapping.run(tx, mapping(userId, 'row'))],
  ['opens a savepoint', (tx) => savepoint(tx, async () => undefined)],
  ['reads a table whose rows change without its number', (tx, userId) => listNames.all(tx, { userId })],
  [
    'reads after it has written',
    async (tx, userId) => {
      await insertMapping.send(tx, mapping(userId, 'row'))
      await listPrograms.all(tx, { userId })
    },
  ],
  ['raises the number twice', (tx, userId) => nextSeq(tx, userId)],
  [
    'writes more tables and rows than one batch takes',
    async (tx, userId) => {
      for (let row = 0; row < 6; row++) await insertMapping.send(tx, mapping(userId, `row ${row}`))
    },
  ],
]

test.skipIf(!hasPostgres).each(needs)('it runs again with the lock if it %s', async (_title, work) => {
  const { userId, run, runs, write } = await newUser()
  await run(async (tx) => {
    // Even if the work goes on after the error.
    await work(tx, userId).catch(() => undefined)
    await write(tx)
  })
  expect(runs()).toBe(2)
  expect(await namesOf(userId)).toContain('bench')
})

test.skipIf(!hasPostgres)('it runs again with the lock if it writes without raising the number', async () => {
  const { userId, run, runs } = await newUser()
  await run((tx) => insertMapping.send(tx, mapping(userId, 'bench')))
  expect([runs(), await namesOf(userId)]).toEqual([2, ['bench']])
})

test.skipIf(!hasPostgres)('a duplicate key is reported by the run with the lock', async () => {
  const { userId, run, runs, write } = await newUser()
  await transact(nodeAt(1), userId, (tx) => insertMapping.run(tx, mapping(userId, 'bench')))
  await expect(run(write)).rejects.toThrow('exerciseNameMappingsKey')
  expect([runs(), (await findSeq(nodeAt(0), userId)).seq]).toEqual([2, 0])
})
