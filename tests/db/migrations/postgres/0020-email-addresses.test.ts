import { expect, test } from 'bun:test'
import { sql } from 'kysely'
import { deleteUser, findCredentials, insertUser } from '#db/accounts/users.ts'
import { kyselyOf } from '#db/engine/kysely.ts'
import { openServer } from '#db/engine/postgres/open.ts'
import { transactAccounts } from '#db/engine/transact.ts'
import { postgresMigrations } from '#db/migrations/postgres/index.ts'
import { migratePostgres } from '#db/migrations/postgres/migrate.ts'
import type { Db } from '#db/schema/index.ts'
import { defaultProfile } from '#services/auth/register.ts'
import { administer, startTestPostgres, urlOf } from '#tests/support/postgres.ts'
import { hasPostgres } from '#tests/support/postgres-server.ts'

const earlierMigrations = Object.fromEntries(
  Object.entries(postgresMigrations).filter(([name]) => name < '0020'),
)

/** Inserts an account as nodes of the previous release do. */
async function insertAsEarlierRelease(db: Db, id: string): Promise<void> {
  await sql`insert into "users" ("id", "email", "emailKey", "passwordHash", "unit", "distanceUnit", "timeZone", "dayStartHour",
      "weekStart", "seq", "revision", "createdAt", "updatedAt")
    values (${id}, ${`${id}@example.com`}, ${`${id}@example.com`}, 'none', 'kg', 'km', 'UTC', 0, 'monday', 0, 1, 0, 0)`.execute(
    kyselyOf(db),
  )
}

test.skipIf(!hasPostgres)(
  'accounts are found by address even if nodes of the previous release register or delete them during the upgrade',
  async () => {
    const server = await startTestPostgres()
    await administer(server.url, 'create database addresses')
    const url = urlOf(server.url, 'addresses')
    const { db, close } = await openServer({ url, durable: false }, (fresh) =>
      migratePostgres(fresh, earlierMigrations),
    )
    await insertAsEarlierRelease(db, 'ada')
    await migratePostgres(db)
    await insertAsEarlierRelease(db, 'bob')
    const owner = async (id: string) => (await findCredentials(db, `${id.toUpperCase()}@example.com`))?.id
    expect([await owner('ada'), await owner('bob')]).toEqual(['ada', 'bob'])

    const register = (id: string, email: string) =>
      transactAccounts(db, (tx) => insertUser(tx, { ...defaultProfile, id, email, passwordHash: 'none' }, 0))
    expect(await register('other', 'BOB@example.com')).toBeUndefined()
    await sql`delete from "users" where "id" = 'bob'`.execute(kyselyOf(db))
    expect(await owner('bob')).toBeUndefined()
    expect(await register('other', 'BOB@example.com')).toMatchObject({ id: 'other' })
    await transactAccounts(db, (tx) => deleteUser(tx, 'other', () => true))
    expect(await register('third', 'bob@example.com')).toMatchObject({ id: 'third' })
    await close()
  },
)
