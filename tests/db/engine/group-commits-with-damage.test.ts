import { expect, test } from 'bun:test'
import { kyselyOf } from '#db/engine/kysely.ts'
import { assertWritesSucceed } from '#db/engine/process/write-health.ts'
import { databaseFile } from '#db/engine/sqlite/data-folder.ts'
import { DamagedDatabaseError } from '#db/engine/sqlite/errors.ts'
import { savepoint, transact } from '#db/engine/transact.ts'
import type { Db, Tx } from '#db/schema/index.ts'
import { rejectionOf } from '#tests/support/rejection.ts'
import { damage } from '../../durability/damage.ts'
import { insertUser, openTestDatabase, temporaryFolder, userIds } from '../fixture.ts'

const listSessions = (tx: Tx) =>
  kyselyOf(tx).selectFrom('sessions').selectAll().where('userId', '=', 'damaged').execute()

/** A database in which the sessions of the user "damaged" can't be read. */
async function openDamaged(): Promise<Db> {
  const folder = temporaryFolder()
  const { db, close } = await openTestDatabase(folder)
  for (const userId of ['damaged', 'healthy']) {
    await insertUser(db, userId)
    const sessions = Array.from({ length: 200 }, (_, index) => ({ userId, id: `${userId}-${index}` }))
    const values = sessions.map((session) => ({ ...session, createdAt: 0, lastUsedAt: 0, expiresAt: 1 }))
    await kyselyOf(db).insertInto('sessions').values(values).execute()
  }
  await close()
  expect(damage(databaseFile(folder), 'sessions', 'damaged-', ['healthy'])).toBeGreaterThan(1)
  return (await openTestDatabase(folder)).db
}

const add = (db: Db, id: string) => transact(db, id, (tx) => insertUser(tx, id))

const works: readonly (readonly [behavior: string, work: (tx: Tx) => Promise<unknown>])[] = [
  ['fails with its error', listSessions],
  ['catches it and ends', (tx) => savepoint(tx, listSessions).catch(() => undefined)],
  ['fails for another reason', (tx) => listSessions(tx).catch(() => Promise.reject(new Error('another')))],
  [
    'catches it and writes',
    async (tx) => {
      await savepoint(tx, listSessions).catch(() => undefined)
      await insertUser(tx, 'never')
    },
  ],
]

test.each(works)('when a member encounters damage and %s, all others are saved', async (_, work) => {
  const db = await openDamaged()
  const [before, damaged, after] = await Promise.allSettled([
    add(db, 'before'),
    transact(db, 'damaged', work),
    add(db, 'the next'),
  ])
  expect([before, after].map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled'])
  expect(damaged).toMatchObject({ status: 'rejected', reason: expect.any(Error) })
  expect(await userIds(db)).toEqual(['before', 'damaged', 'healthy', 'the next'])
})

test('a lone writer that continues after damage is rejected, and writes still count as working', async () => {
  const db = await openDamaged()
  await add(db, 'before')
  const damaged = transact(db, 'damaged', (tx) => savepoint(tx, listSessions).catch(() => undefined))
  expect(await rejectionOf(damaged)).toBeInstanceOf(DamagedDatabaseError)
  await assertWritesSucceed(db, () => Promise.reject(new Error('the last write failed')))
  await add(db, 'the next')
})
