import { expect, test } from 'bun:test'
import { insertSession } from '#db/accounts/sessions.ts'
import type { PresumedSession } from '#db/engine/presumed-session.ts'
import { presumingDatabaseOf } from '#db/engine/presuming-database.ts'
import { transact, transactAccounts, transactHousekeeping } from '#db/engine/transact.ts'
import type { Tx } from '#db/schema/index.ts'
import { findSeq, nextSeq } from '#db/sync/change-numbers.ts'
import { insertUser } from '#tests/db/fixture-rows.ts'
import { hasPostgres } from '#tests/support/postgres-server.ts'
import { rejectionOf } from '#tests/support/rejection.ts'
import { needs, useTwoNodes, write } from './two-nodes-fixture.ts'

const { nodeAt, stateOf, namesOf } = useTwoNodes()

const presumingDb = () => {
  const db = presumingDatabaseOf(nodeAt(0))
  if (!db) throw new Error('there is no server')
  return db
}

/** A new user's state with a session that is presumed to be open. Without `openSession`, the session doesn't exist. */
async function newPresumption(openSession?: (userId: string, now: number) => Promise<string>) {
  const userId = await insertUser(nodeAt(0))
  const now = Date.now()
  const id = (await openSession?.(userId, now)) ?? 'x'
  const session: PresumedSession = { id, revision: 1, now, state: 'unchecked' }
  return { userId, session, state: { ...(await stateOf(userId)), presumedSession: session } }
}

const unchecked: readonly [
  title: string,
  (userId: string, work: (tx: Tx) => Promise<void>) => Promise<void>,
][] = [
  ['without a state', (userId, work) => transact(presumingDb(), userId, work)],
  [
    'with a state without a session',
    async (userId, work) => transact(presumingDb(), userId, work, await stateOf(userId)),
  ],
  ['on accounts', (_, work) => transactAccounts(presumingDb(), work)],
  ['on the data of all users', (_, work) => transactHousekeeping(presumingDb(), work)],
  [
    'with a session, but on the database for authenticated requests',
    async (userId, work) => transact(nodeAt(0), userId, work, (await newPresumption()).state),
  ],
]

test.skipIf(!hasPostgres).each(unchecked)(
  'a transaction that can’t check its presumed session does not even start: %s',
  async (_title, begin) => {
    const userId = await insertUser(nodeAt(0))
    let runs = 0
    const begun = begin(userId, async () => void runs++)
    expect(await rejectionOf(begun)).toMatchObject({ name: 'UncheckedSessionError' })
    expect(runs).toBe(0)
  },
)

test.skipIf(!hasPostgres)(
  'given a presumed session that isn’t open, a transaction writes nothing',
  async () => {
    const { userId, session, state } = await newPresumption()
    const begun = transact(presumingDb(), userId, (tx) => write(tx, userId, 'bench'), state)
    expect(await rejectionOf(begun)).toMatchObject({ name: 'LockNeededError' })
    expect([session.state, await namesOf(userId), (await findSeq(nodeAt(0), userId)).seq]).toEqual([
      'unchecked',
      [],
      0,
    ])
  },
)

test.skipIf(!hasPostgres).each(needs)(
  'given a presumed session, a transaction fails if it %s',
  async (_, work) => {
    const { userId, session, state } = await newPresumption()
    let runs = 0
    const begun = transact(
      presumingDb(),
      userId,
      async (tx) => {
        runs++
        await work(tx, userId).catch(() => undefined)
        await write(tx, userId, 'bench')
      },
      state,
    )
    expect(await rejectionOf(begun)).toMatchObject({ name: 'LockNeededError' })
    expect([runs, session.state, await namesOf(userId)]).toEqual([1, 'unchecked', []])
  },
)

test.skipIf(!hasPostgres)(
  'given a presumed session, a transaction fails if it has to wait for another transaction',
  async () => {
    const { userId, state } = await newPresumption()
    const [, waiting] = await Promise.allSettled([
      transact(nodeAt(0), userId, (tx) => nextSeq(tx, userId)),
      transact(presumingDb(), userId, (tx) => write(tx, userId, 'bench'), state),
    ])
    expect(waiting).toMatchObject({ status: 'rejected', reason: { name: 'LockNeededError' } })
  },
)

test.skipIf(!hasPostgres)(
  'given a presumed session, a second transaction does not even start, so that the first is not run again',
  async () => {
    const device = { device: null, userAgent: null }
    const { userId, session, state } = await newPresumption((userId, now) =>
      transact(nodeAt(0), userId, async (tx) => (await insertSession(tx, userId, device, now)).id),
    )
    const add = (name: string) => transact(presumingDb(), userId, (tx) => write(tx, userId, name), state)
    await add('bench')
    expect(session.state).toBe('open')
    expect(await rejectionOf(add('squat'))).toMatchObject({ name: 'SecondTransactionError' })
    expect([session.state, await namesOf(userId)]).toEqual(['open', ['bench']])
  },
)
