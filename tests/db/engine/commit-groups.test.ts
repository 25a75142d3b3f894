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
async function observed() {
  const opened = await openTestDatabase(temporaryFolder())
  const other = new Database(opened.sqlite.filename, { readonly: true })
  const outside = () =>
    other
      .query<{ id: string }, []>('select id from users order by id')
      .all()
      .map(({ id }) => id)
  return { ...opened, outside, [Symbol.dispose]: () => other.close() }
}

/** Simulates a full disk: SQLite rolls back the whole transaction and reports it. */
const rollBackAll = (tx: Tx) =>
  tx.executeQuery(CompiledQuery.raw('insert or rollback into users select * from users limit 1'))

/** Makes the commit fail: a row without its parent, which SQLite checks only at commit. */
async function orphan(tx: Tx): Promise<void> {
  await tx.executeQuery(CompiledQuery.raw('pragma defer_foreign_keys = on'))
  await tx.updateTable('sessions').set({ userId: 'nobody' }).execute()
}

async function withSession(db: Parameters<typeof kyselyOf>[0]): Promise<void> {
  await insertUser(db, 'someone')
  const session = { userId: 'someone', id: 's', createdAt: 0, lastUsedAt: 0, expiresAt: 1 }
  await kyselyOf(db).insertInto('sessions').values(session).execute()
}

test('simultaneous writes share a commit, and each is on disk when it resolves', async () => {
  using at = await observed()
  const ids = ['a', 'b', 'c', 'd']
  const log: string[] = []
  await Promise.all(
    ids.map(async (id, place) => {
      await transact(at.db, id, async (tx) => {
        expect(at.outside()).toEqual([])
        expect(await userIds(tx)).toEqual(ids.slice(0, place))
        log.push(`${id} runs`)
        await insertUser(tx, id)
        await tick()
      })
      log.push(`${id} is answered`)
      expect(at.outside()).toEqual(ids)
    }),
  )
  expect(log).toEqual([...ids.map((id) => `${id} runs`), ...ids.map((id) => `${id} is answered`)])
})

test('writes that arrive while others are in progress share the next commit', async () => {
  using at = await observed()
  const add = (id: string, seen: string[]) =>
    transact(at.db, id, async (tx) => {
      expect(at.outside()).toEqual(seen)
      await insertUser(tx, id)
    })
  const begun = Promise.withResolvers<void>()
  const goOn = Promise.withResolvers<void>()
  const first = transact(at.db, 'a', async (tx) => {
    await insertUser(tx, 'a')
    begun.resolve()
    await goOn.promise
  })
  await begun.promise
  const later = [add('b', ['a']), add('c', ['a'])]
  goOn.resolve()
  await Promise.all([first, ...later])
  expect(at.outside()).toEqual(['a', 'b', 'c'])
})

test('a lone writer begins in the same turn of the event loop and has its own commit', async () => {
  using at = await observed()
  let begun = false
  const writing = transact(at.db, 'a', async (tx) => {
    begun = true
    await insertUser(tx, 'a')
  })
  await tick()
  expect(begun).toBe(true)
  await writing
  expect(at.outside()).toEqual(['a'])
})

test('a failing member is rolled back alone and throws its own error, and order is preserved', async () => {
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
      const name = (place: number, part: string) => `${String(round).padStart(3, '0')}-${place}-${part}`
      const order: number[] = []
      const results = await Promise.allSettled(
        members.map(({ fails, nested, late }, place) =>
          transact(db, 'a', async (tx) => {
            order.push(place)
            await insertUser(tx, name(place, 'own'))
            if (late) await tick()
            if (nested !== 'none') {
              const inner = savepoint(tx, async (nestedTx) => {
                await insertUser(nestedTx, name(place, 'nested'))
                if (nested === 'undone') throw new Error('nested')
              })
              await inner.catch(() => undefined)
            }
            if (fails) throw new Error(String(place))
          }),
        ),
      )
      expect(order).toEqual(members.map((_, place) => place))
      expect(
        results.map((result) => (result.status === 'rejected' ? result.reason.message : 'saved')),
      ).toEqual(members.map(({ fails }, place) => (fails ? String(place) : 'saved')))
      const saved = members.flatMap(({ fails, nested }, place) => {
        if (fails) return []
        return nested === 'kept' ? [name(place, 'nested'), name(place, 'own')] : [name(place, 'own')]
      })
      expect((await userIds(db)).filter((id) => id.startsWith(name(0, '').slice(0, 4)))).toEqual(saved)
    }),
    { numRuns: runs(100) },
  )
})

test('a failed member rejects only after the changes that it saw are on disk', async () => {
  using at = await observed()
  const first = transact(at.db, 'a', (tx) => insertUser(tx, 'a'))
  const failing = transact(at.db, 'b', async (tx) => {
    throw new Error(`there is ${await userIds(tx)} already`)
  })
  const last = transact(at.db, 'c', (tx) => insertUser(tx, 'c'))
  await expect(failing).rejects.toThrow('there is a already')
  expect(at.outside()).toEqual(['a', 'c'])
  await Promise.all([first, last])
})

test('a failed commit fails the whole group with a retryable error and saves nothing', async () => {
  using at = await observed()
  await withSession(at.db)
  const changed: string[] = []
  onUsersChanged(at.db, (users) => changed.push(...users))
  const add = (id: string) =>
    transact(at.db, id, async (tx) => {
      await insertUser(tx, id)
      noteChange(tx, id)
    })
  const refused = transact(at.db, 'b', async () => {
    throw new Error('refused for what another one wrote')
  })
  const results = await Promise.allSettled([add('a'), refused, transact(at.db, 'someone', orphan), add('c')])
  for (const result of results) {
    if (result.status === 'fulfilled') throw new Error('it can not have been saved')
    expect(result.reason).toBeInstanceOf(Unavailable)
    expect(result.reason.retryAfterSeconds).toBe(1)
  }
  expect([changed, at.outside()]).toEqual([[], ['someone']])
  await Promise.all([add('a'), add('c')])
  expect([changed, at.outside()]).toEqual([
    ['a', 'c'],
    ['a', 'c', 'someone'],
  ])
})

test('a lone writer whose commit fails gets the original error', async () => {
  const { db } = await openTestDatabase()
  await withSession(db)
  await expect(transact(db, 'someone', orphan)).rejects.toThrow('FOREIGN KEY')
  await transact(db, 'a', (tx) => insertUser(tx, 'a'))
  expect(await userIds(db)).toEqual(['a', 'someone'])
})

test('when SQLite rolls back the shared transaction, earlier members can retry and later ones are saved', async () => {
  using at = await observed()
  await insertUser(at.db, 'there')
  const add = (id: string) => transact(at.db, id, (tx) => insertUser(tx, id))
  const swallowing = (tx: Tx) => savepoint(tx, rollBackAll).catch(() => undefined)
  const [a, b, c, d, e] = await Promise.allSettled([
    add('a'),
    transact(at.db, 'b', (tx) => savepoint(tx, rollBackAll)),
    add('c'),
    transact(at.db, 'd', swallowing),
    add('e'),
  ])
  expect(a).toMatchObject({ status: 'rejected', reason: { name: 'Unavailable', retryAfterSeconds: 1 } })
  expect(b).toMatchObject({ status: 'rejected', reason: { code: 'SQLITE_CONSTRAINT_UNIQUE' } })
  expect(c).toMatchObject({ status: 'rejected', reason: { name: 'Unavailable' } })
  expect(d).toMatchObject({ status: 'rejected', reason: { name: 'RolledBackError' } })
  expect(e).toMatchObject({ status: 'fulfilled' })
  expect(at.outside()).toEqual(['e', 'there'])

  // From here on, the member that caused it affects no other.
  const again = await Promise.allSettled([add('a'), transact(at.db, 'b', rollBackAll), add('c')])
  expect(again.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(at.outside()).toEqual(['a', 'c', 'e', 'there'])
})

test('while another process holds the write lock, the whole group fails as busy and can retry', async () => {
  const { db, sqlite } = await openTestDatabase(temporaryFolder())
  sqlite.run('pragma busy_timeout = 1')
  using other = new Database(sqlite.filename)
  other.run('begin immediate')
  const add = (id: string) => transact(db, id, (tx) => insertUser(tx, id))
  const refused = await Promise.allSettled([add('a'), add('b')])
  other.run('rollback')
  for (const result of refused) expect(result).toMatchObject({ reason: { name: 'Unavailable' } })
  await Promise.all([add('a'), add('b')])
  expect(await userIds(db)).toEqual(['a', 'b'])
})

test('listeners are notified of each committed member, and of none that failed', async () => {
  using at = await observed()
  const notified: unknown[] = []
  onUsersChanged(at.db, (users) => notified.push([[...users], at.outside()]))
  const add = (id: string, fails: boolean) =>
    transact(at.db, id, async (tx) => {
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
  await insertUser(db, 'there')
  const late: Promise<unknown>[] = []
  const left = Promise.withResolvers<void>()
  const leaving = transact(db, 'a', async (tx) => {
    const leave = async (query: () => Promise<unknown>) => {
      await left.promise
      return query()
    }
    late.push(
      leave(() => insertUser(tx, 'late')),
      leave(() => addPrepared.run(tx, { id: 'there' })),
      leave(() => savepoint(tx, async () => 0)),
      leave(() => Array.fromAsync(tx.selectFrom('users').select('id').stream())),
    )
  })
  const next = transact(db, 'b', async (tx) => {
    left.resolve()
    const results = await Promise.allSettled(late)
    for (const result of results) expect(result).toMatchObject({ reason: { name: 'TransactionEndedError' } })
    await insertUser(tx, 'b')
  })
  await Promise.all([leaving, next])
  const rows = await db.selectFrom('users').select(['id', 'displayName']).orderBy('id').execute()
  expect(rows).toEqual([
    { id: 'b', displayName: null },
    { id: 'there', displayName: null },
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
  const again = await openTestDatabase(folder)
  expect(await userIds(again.db)).toEqual(['a', 'b', 'c'])
})

test('housekeeping has its own commit and keeps its place in the queue', async () => {
  using at = await observed()
  const add = (id: string, seen: string[]) => async (tx: Tx) => {
    expect(at.outside()).toEqual(seen)
    await insertUser(tx, id)
  }
  await Promise.all([
    transact(at.db, 'a', add('a', [])),
    transactAccounts(at.db, add('b', [])),
    transactHousekeeping(at.db, add('c', ['a', 'b'])),
    transactHousekeeping(at.db, add('d', ['a', 'b', 'c'])),
    transact(at.db, 'e', add('e', ['a', 'b', 'c', 'd'])),
  ])
  expect(at.outside()).toEqual(['a', 'b', 'c', 'd', 'e'])
})

test('a slow member ends its group, and reads run before the next one', async () => {
  using at = await observed()
  const long = transact(at.db, 'a', async (tx) => {
    await insertUser(tx, 'a')
    now += 30
    await tick()
    return userIds(tx)
  })
  const next = transact(at.db, 'b', async (tx) => {
    expect(at.outside()).toEqual(['a'])
    await insertUser(tx, 'b')
  })
  await tick()
  const read = await userIds(at.db)
  expect([await long, read]).toEqual([['a'], ['a']])
  await next
})
