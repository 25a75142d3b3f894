import { describe, expect, test } from 'bun:test'
import { openPostgres } from '#db/migrations/postgres/open-database.ts'
import { Unavailable } from '#lib/unavailable.ts'
import { administer, startTestPostgres, urlOf } from '#tests/support/postgres.ts'
import { hasPostgres } from '#tests/support/postgres-server.ts'

describe.skipIf(!hasPostgres)('an unsuitable server', async () => {
  const server = hasPostgres ? await startTestPostgres() : undefined
  const url = server?.url ?? ''

  test('without fsync is rejected, with the setting to change', async () => {
    const opening = openPostgres({ url: urlOf(url, 'postgres') })
    await expect(opening).rejects.toThrow(
      /set fsync = on; .*full_page_writes = on; .*synchronous_commit = on/,
    )
  })

  test('with another encoding is rejected, with the encoding to use', async () => {
    await administer(url, `create database latin encoding 'LATIN1' locale 'C' template template0`)
    const opening = openPostgres({ url: urlOf(url, 'latin'), durable: false })
    await expect(opening).rejects.toThrow(
      'the encoding of the database is LATIN1: create one with the encoding UTF8',
    )
  })

  test('that is read-only is rejected', async () => {
    await administer(url, 'create database standby')
    await administer(url, 'alter database standby set default_transaction_read_only = on')
    const opening = openPostgres({ url: urlOf(url, 'standby'), durable: false })
    await expect(opening).rejects.toThrow('it is read-only, perhaps a standby: connect to the primary')
  })

  test('that does not have the database is rejected with the reason', async () => {
    const opening = openPostgres({ url: urlOf(url, 'nowhere'), durable: false })
    await expect(opening).rejects.toThrow('database "nowhere" does not exist')
  })

  test('that does not exist is unavailable', async () => {
    const nobody = Bun.listen({ hostname: '127.0.0.1', port: 0, socket: { data() {} } })
    const { port } = nobody
    nobody.stop(true)
    const opening = openPostgres({ url: `postgres://replog@127.0.0.1:${port}/replog`, durable: false })
    await expect(opening).rejects.toBeInstanceOf(Unavailable)
  })
})
