import { expect, test } from 'bun:test'
import { sql } from 'kysely'
import { transactMigration } from '#db/engine/transact.ts'
import { assertWritable } from '#db/maintenance/health.ts'
import { openPostgres } from '#db/migrations/postgres/open-database.ts'
import { openTestPostgres, startTestPostgres } from '#tests/support/postgres.ts'
import { hasPostgres } from '#tests/support/postgres-server.ts'

test.skipIf(!hasPostgres)(
  'while another node migrates the database, a node that has written nothing yet still finds it writable',
  async () => {
    const server = await startTestPostgres()
    const first = await openTestPostgres(server.url)
    const other = await openPostgres({ url: first.url, durable: false })
    await transactMigration(first.db, async (tx) => {
      await sql`select 1`.execute(tx)
      expect(await assertWritable(other.db)).toBeUndefined()
    })
    await other.close()
    await first.close()
  },
)
