import { Database } from 'bun:sqlite'
import { afterEach, beforeEach, expect, spyOn, test } from 'bun:test'
import fc from 'fast-check'
import { CompiledQuery } from 'kysely'
import { kyselyOf } from '#db/engine/kysely.ts'
import { prepare } from '#db/engine/prepare.ts'
import { noteChange, onUsersChanged } from '#db/engine/process/changed-users.ts'
import { savepoint, transact, transactAccounts, transactHousekeeping } from '#db/engine/transact.ts'
import type { Tx } from '#db/schema/index.ts'
import { Unavailable } from '#lib/unavailable.ts'
import { rejectionMessageOf } from '#tests/support/rejection.ts'
import { runs } from '#tests/support/runs.ts'
import { insertUser, openTestDatabase, temporaryFolder, userIds } from '../fixture.ts'

/** A controlled clock, so that how long a group stays open doesn't depend on the load of the machine. */
let now = 0
let clock: ReturnType<typeof stopClock>

function stopClock() {
  return spyOn(performance, 'now').mockImplementation(() => now)
}

beforeEach(() => {
  now = 0
  clock = stopClock()
})
afterEach(() => {
  clock.mockRestore()
})

const tick = () => new Promise((resolve) => setImmediate(resolve))

/** A database on disk, and a second connection to it, as another process would have. */
async function openObserved() {
  const opened = await openTestDatabase(temporaryFolder())
  const secondConnection = new Database(opened.sqlite.filename, { readonly: true })
  const committedIds = () =>
    secondConnection
      .query<{ id: string }, []>('select id from users order by id')
      .all()
      .map(({ id }) => id)
  return { ...opened, committedIds, [Symbol.dispose]: () => secondConnection.close() }
}

/** Makes SQLite roll back the whole transaction with an error, as on a full disk. */
const rollBackAll = (tx: Tx) =>
  tx.executeQuery(CompiledQuery.raw('insert or rollback into users select * from users limit 1'))

/** Makes the commit fail by violating a foreign key that SQLite checks only then. */
async function breakForeignKey(tx: Tx): Promise<void> {
  await tx.executeQuery(CompiledQuery.raw('pragma defer_foreign_keys = on'))
  await tx.updateTable('sessions').set({ userId: 'nobody' }).execute()
}

async function insertSomeoneWithSession(db: Parameters<typeof kyselyOf>[0]): Promise<void> {
  await insertUser(db, 'someone')
  const session = { userId: 'someone', id: 's', createdAt: 0, lastUsedAt: 0, expiresAt: 1 }
  await kyselyOf(db).insertInto('sessions').values(session).execute()
}

test('simultaneous writes share a commit, and each is on disk when it resolves', async () => {
  using database = await openObserved()
  const ids = ['a', 'b', 'c', 'd']
  const log: string[] = []
  await Promise.all(
    ids.map(async (id, index) => {
      await transact(database.db, id, async (tx) => {
        expect(database.committedIds()).toEqual([])
        expect(await userIds(tx)).toEqual(ids.slice(0, index))
        log.push(`${id} runs`)
        await insertUser(tx, id)
        await tick()
      })
      log.push(`${id} is saved`)
      expect(database.committedIds()).toEqual(ids)
    }),
  )
  expect(log).toEqual([...ids.map((id) => `${id} runs`), ...ids.map((id) => `${id} is saved`)])
})

test('writes that arrive while others are in progress share the next commit', async () => {
  using database = await openObserved()
  const add = (id: string, expectedIds: string[]) =>
    transact(database.db, id, async (tx) => {
      expect(database.committedIds()).toEqual(expectedIds)
      await insertUser(tx, id)
    })
  const begun = Promise.withResolvers<void>()
  const resume = Promise.withResolvers<void>()
  const first = transact(database.db, 'a', async (tx) => {
    await insertUser(tx, 'a')
    begun.resolve()
    await resume.promise
  })
  await begun.promise
  const later = [add('b', ['a']), add('c', ['a'])]
  resume.resolve()
  await Promise.all([first, ...later])
  expect(database.committedIds()).toEqual(['a', 'b', 'c'])
})

test('a lone writer begins in the same turn of the event loop and has its own commit', async () => {
  using database = await openObserved()
  let begun = false
  const writing = transact(database.db, 'a', async (tx) => {
    begun = true
    await insertUser(tx, 'a')
  })
  await tick()
  expect(begun).toBe(true)
  await writing
  expect(database.committedIds()).toEqual(['a'])
})

test('a failing member is rolled back alone and throws its own error, and members run in order', async () => {
  const { db } = await openTestDatabase()
  const member = fc.record({
    fails: fc.boolean(),
    nested: fc.constantFrom('none', 'kept', 'undone'),
    late: fc.boolean(),
  })
  let round = 0
  await fc.assert(
    fc.asyncProperty(fc.array(member, { minLength: 1, maxLength: 8 }), async (members) => {
      round++
      const name = (index: number, part: string) => `${String(round).padStart(3, '0')}-${index}-${part}`
      const order: number[] = []
      const results = await Promise.allSettled(
        members.map(({ fails, nested, late }, index) =>
          transact(db, 'a', async (tx) => {
            order.push(index)
            await insertUser(tx, name(index, 'own'))
            if (late) await tick()
            if (nested !== 'none') {
              const inner = savepoint(tx, async (nestedTx) => {
                await insertUser(nestedTx, name(index, 'nested'))
                if (nested === 'undone') throw new Error('nested')
              })
              await inner.catch(() => undefined)
            }
            if (fails) throw new Error(String(index))
          }),
        ),
      )
      expect(order).toEqual(members.map((_, index) => index))
      expect(
        results.map((result) => (result.status === 'rejected' ? result.reason.message : 'saved')),
      ).toEqual(members.map(({ fails }, index) => (fails ? String(index) : 'saved')))
      const saved = members.flatMap(({ fails, nested }, index) => {
        if (fails) return []
        return nested === 'kept' ? [name(index, 'nested'), name(index, 'own')] : [name(index, 'own')]
      })
      expect((await userIds(db)).filter((id) => id.startsWith(name(0, '').slice(0, 4)))).toEqual(saved)
    }),
    { numRuns: runs(100) },
  )
})

test('a failed member rejects only after the changes that it saw are on disk', async () => {
  using database = await openObserved()
  const first = transact(database.db, 'a', (tx) => insertUser(tx, 'a'))
  const failing = transact(database.db, 'b', async (tx) => {
    throw new Error(`found ${await userIds(tx)}`)
  })
  const last = transact(database.db, 'c', (tx) => insertUser(tx, 'c'))
  expect(await rejectionMessageOf(failing)).toContain('found a')
  expect(database.committedIds()).toEqual(['a', 'c'])
  await Promise.all([first, last])
})

test('a failed commit fails the whole group with a retryable error and saves nothing', async () => {
  using database = await openObserved()
  await insertSomeoneWithSession(database.db)
  const changed: string[] = []
  onUsersChanged(database.db, (users) => changed.push(...users.keys()))
  const add = (id: string) =>
    transact(database.db, id, async (tx) => {
      await insertUser(tx, id)
      noteChange(tx, id)
    })
  const rejectedMember = transact(database.db, 'b', async () => {
    throw new Error('rejected because of a write of another member')
  })
  const results = await Promise.allSettled([
    add('a'),
    rejectedMember,
    transact(database.db, 'someone', breakForeignKey),
    add('c'),
  ])
  for (const result of results) {
    if (result.status === 'fulfilled') throw new Error('it cannot have been saved')
    expect(result.reason).toBeInstanceOf(Unavailable)
    expect(result.reason.retryAfterSeconds).toBe(1)
  }
  expect([changed, database.committedIds()]).toEqual([[], ['someone']])
  await Promise.all([add('a'), add('c')])
  expect([changed, database.committedIds()]).toEqual([
    ['a', 'c'],
    ['a', 'c', 'someone'],
  ])
})

test('a lone writer whose commit fails gets the original error', async () => {
  const { db } = await openTestDatabase()
  await insertSomeoneWithSession(db)
  expect(await rejectionMessageOf(transact(db, 'someone', breakForeignKey))).toContain('FOREIGN KEY')
  await transact(db, 'a', (tx) => insertUser(tx, 'a'))
  expect(await userIds(db)).toEqual(['a', 'someone'])
})

test('when a member makes SQLite roll back the shared transaction, all others are saved', async () => {
  using database = await openObserved()
  await insertUser(database.db, 'existing')
  const add = (id: string) => transact(database.db, id, (tx) => insertUser(tx, id))
  const swallowRollback = (tx: Tx) => savepoint(tx, rollBackAll).catch(() => undefined)
  const [a, b, c, d, e] = await Promise.allSettled([
    add('a'),
    transact(database.db, 'b', (tx) => savepoint(tx, rollBackAll)),
    add('c'),
    transact(database.db, 'd', swallowRollback),
    add('e'),
  ])
  expect(b).toMatchObject({ status: 'rejected', reason: { code: 'SQLITE_CONSTRAINT_UNIQUE' } })
  expect(d).toMatchObject({ status: 'rejected', reason: { name: 'RolledBackError' } })
  expect([a, c, e].map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled'])
  expect(database.committedIds()).toEqual(['a', 'c', 'e', 'existing'])
})

test('while another process holds the write lock, the whole group fails as unavailable and can retry', async () => {
  const { db, sqlite } = await openTestDatabase(temporaryFolder())
  sqlite.run('pragma busy_timeout = 1')
  using secondConnection = new Database(sqlite.filename)
  secondConnection.run('begin immediate')
  const add = (id: string) => transact(db, id, (tx) => insertUser(tx, id))
  const rejected = await Promise.allSettled([add('a'), add('b')])
  secondConnection.run('rollback')
  for (const result of rejected) expect(result).toMatchObject({ reason: { name: 'Unavailable' } })
  await Promise.all([add('a'), add('b')])
  expect(await userIds(db)).toEqual(['a', 'b'])
})

test('listeners are notified of each committed member, but not of failed ones', async () => {
  using database = await openObserved()
  const notified: unknown[] = []
  onUsersChanged(database.db, (users) => notified.push([[...users.keys()], database.committedIds()]))
  const add = (id: string, fails: boolean) =>
    transact(database.db, id, async (tx) => {
      await insertUser(tx, id)
      noteChange(tx, id)
      if (fails) throw new Error('no')
    })
  await Promise.allSettled([add('a', false), add('b', true), add('c', false)])
  expect(notified).toEqual([
    [['a'], ['a', 'c']],
    [['c'], ['a', 'c']],
  ])
})

const addPrepared = prepare((db, p: { id: string }) =>
  db.updateTable('users').set({ displayName: 'late' }).where('id', '=', p.id),
)

test('a query that a member did not await never runs in another member', async () => {
  const { db } = await openTestDatabase()
  await insertUser(db, 'existing')
  const unawaited: Promise<unknown>[] = []
  const memberEnded = Promise.withResolvers<void>()
  const endingEarly = transact(db, 'a', async (tx) => {
    const runLater = async (query: () => Promise<unknown>) => {
      await memberEnded.promise
      return query()
    }
    unawaited.push(
      runLater(() => insertUser(tx, 'late')),
      runLater(() => addPrepared.run(tx, { id: 'existing' })),
      runLater(() => savepoint(tx, async () => 0)),
      runLater(() => Array.fromAsync(tx.selectFrom('users').select('id').stream())),
    )
  })
  const next = transact(db, 'b', async (tx) => {
    memberEnded.resolve()
    const results = await Promise.allSettled(unawaited)
    for (const result of results) expect(result).toMatchObject({ reason: { name: 'TransactionEndedError' } })
    await insertUser(tx, 'b')
  })
  await Promise.all([endingEarly, next])
  const rows = await db.selectFrom('users').select(['id', 'displayName']).orderBy('id').execute()
  expect(rows).toEqual([
    { id: 'b', displayName: null },
    { id: 'existing', displayName: null },
  ])
})

test('closing waits for every queued transaction', async () => {
  const folder = temporaryFolder()
  const { db, close } = await openTestDatabase(folder)
  const writing = ['a', 'b', 'c'].map((id) =>
    transact(db, id, async (tx) => {
      await tick()
      await insertUser(tx, id)
    }),
  )
  await close()
  await Promise.all(writing)
  const reopened = await openTestDatabase(folder)
  expect(await userIds(reopened.db)).toEqual(['a', 'b', 'c'])
})

test('housekeeping has its own commit and keeps its place in the queue', async () => {
  using database = await openObserved()
  const add = (id: string, expectedIds: string[]) => async (tx: Tx) => {
    expect(database.committedIds()).toEqual(expectedIds)
    await insertUser(tx, id)
  }
  await Promise.all([
    transact(database.db, 'a', add('a', [])),
    transactAccounts(database.db, add('b', [])),
    transactHousekeeping(database.db, add('c', ['a', 'b'])),
    transactHousekeeping(database.db, add('d', ['a', 'b', 'c'])),
    transact(database.db, 'e', add('e', ['a', 'b', 'c', 'd'])),
  ])
  expect(database.committedIds()).toEqual(['a', 'b', 'c', 'd', 'e'])
})

test('a slow member closes its group, and reads run before the next group', async () => {
  using database = await openObserved()
  const slow = transact(database.db, 'a', async (tx) => {
    await insertUser(tx, 'a')
    now += 30
    await tick()
    return userIds(tx)
  })
  const next = transact(database.db, 'b', async (tx) => {
    expect(database.committedIds()).toEqual(['a'])
    await insertUser(tx, 'b')
  })
  await tick()
  const read = await userIds(database.db)
  expect([await slow, read]).toEqual([['a'], ['a']])
  await next
})
