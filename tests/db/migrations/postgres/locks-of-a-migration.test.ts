import { expect, test } from 'bun:test'
import { type Kysely, sql } from 'kysely'
import { openServer } from '#db/engine/postgres/open.ts'
import { migratePostgres } from '#db/migrations/postgres/migrate.ts'
import { administer, startTestPostgres, urlOf } from '#tests/support/postgres.ts'
import { hasPostgres } from '#tests/support/postgres-server.ts'

test.skipIf(!hasPostgres)(
  'a migration waits five seconds for a table, and its only lock on the database ends with its transaction',
  async () => {
    const server = await startTestPostgres()
    await administer(server.url, 'create database locks')
    const found: unknown[] = []
    const up = async (db: Kysely<unknown>) => {
      const timeout = await sql`select current_setting('lock_timeout') as timeout`.execute(db)
      const locks = await sql`select count(*) as locks from pg_locks
        where locktype = 'advisory' and pid = pg_backend_pid()`.execute(db)
      found.push(timeout.rows[0], locks.rows[0])
    }
    const url = urlOf(server.url, 'locks')
    const migrations = { '9001-look': async () => ({ up }) }
    const { close } = await openServer({ url, durable: false }, (db) => migratePostgres(db, migrations))
    await close()
    expect(found).toEqual([{ timeout: '5s' }, { locks: 1 }])
  },
)
