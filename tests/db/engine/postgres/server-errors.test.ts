import { describe, expect, test } from 'bun:test'
import { Client } from 'pg'
import { openPostgres } from '#db/migrations/postgres/open-database.ts'
import { Unavailable } from '#lib/unavailable.ts'
import { administer, startTestPostgres, urlOf } from '#tests/support/postgres.ts'
import { hasPostgres } from '#tests/support/postgres-server.ts'
import { rejectionMessageOf, rejectionOf } from '#tests/support/rejection.ts'

describe.skipIf(!hasPostgres)('an unsuitable server', async () => {
  const server = hasPostgres ? await startTestPostgres() : undefined
  const url = server?.url ?? ''

  test('without fsync is rejected, with the settings to change', async () => {
    const opening = openPostgres({ url: urlOf(url, 'postgres') })
    expect(await rejectionMessageOf(opening)).toMatch(
      /set fsync = on; .*full_page_writes = on; .*synchronous_commit = on/,
    )
  })

  test('with an encoding other than UTF-8 is rejected, with the encoding to use', async () => {
    await administer(url, `create database latin encoding 'LATIN1' locale 'C' template template0`)
    const opening = openPostgres({ url: urlOf(url, 'latin'), durable: false })
    expect(await rejectionMessageOf(opening)).toContain(
      'the encoding of the database is LATIN1: create one with the encoding UTF8',
    )
  })

  test('whose user may not create tables is rejected, with the advice to make it the owner', async () => {
    await administer(url, 'create database owned')
    await administer(url, 'create role guest login')
    const guestUrl = urlOf(url, 'owned').replace('//replog@', '//guest@')
    expect(await rejectionMessageOf(openPostgres({ url: guestUrl, durable: false }))).toContain(
      'permission denied for schema public: make its user the owner of the database',
    )
    await administer(url, 'alter database owned owner to guest')
    const { close } = await openPostgres({ url: guestUrl, durable: false })
    await close()
  })

  test.each(['users (a int)', 'migrations (name text)'])(
    'whose database has a table %s of another program is rejected, with the advice to create another',
    async (definition) => {
      const name = `foreign_${crypto.randomUUID().replaceAll('-', '')}`
      await administer(url, `create database ${name}`)
      const client = new Client({ connectionString: urlOf(url, name) })
      await client.connect()
      await client.query(`create table ${definition}`)
      await client.end()
      const opening = openPostgres({ url: urlOf(url, name), durable: false })
      const table = definition.split(' ', 1)[0]
      expect(await rejectionMessageOf(opening)).toBe(
        `the database has tables of another program, such as ${table}: create an empty one for Replog`,
      )
    },
  )

  test.each([
    ['default_transaction_read_only', 'on', 'set default_transaction_read_only = off'],
    ['default_transaction_isolation', 'serializable', "set it to 'read committed'"],
    ['bytea_output', 'escape', 'set bytea_output = hex'],
    ['extra_float_digits', '0', 'set extra_float_digits = 1'],
    ['standard_conforming_strings', 'off', 'set standard_conforming_strings = on'],
  ])(
    'whose database has a different %s is rejected, with the setting to change',
    async (setting, value, advice) => {
      await administer(url, `create database ${setting}`)
      await administer(url, `alter database ${setting} set ${setting} = '${value}'`)
      const opening = openPostgres({ url: urlOf(url, setting), durable: false })
      expect(await rejectionMessageOf(opening)).toContain(`${setting} is ${value}`)
      expect(await rejectionMessageOf(opening)).toContain(advice)
    },
  )

  test('that does not have the database is rejected, with the advice to create it', async () => {
    const opening = openPostgres({ url: urlOf(url, 'nowhere'), durable: false })
    expect(await rejectionMessageOf(opening)).toContain(
      'database "nowhere" does not exist: create the database, with the encoding UTF8',
    )
  })

  test('that has no such user is rejected, with advice on what to check', async () => {
    const opening = openPostgres({
      url: urlOf(url, 'postgres').replace('//replog@', '//nobody@'),
      durable: false,
    })
    expect(await rejectionMessageOf(opening)).toContain(
      'role "nobody" does not exist: check the user and the password',
    )
  })

  test('that does not exist is unavailable', async () => {
    const listener = Bun.listen({ hostname: '127.0.0.1', port: 0, socket: { data() {} } })
    const { port } = listener
    listener.stop(true)
    const opening = openPostgres({ url: `postgres://replog@127.0.0.1:${port}/replog`, durable: false })
    expect(await rejectionOf(opening)).toBeInstanceOf(Unavailable)
    expect(await rejectionMessageOf(opening)).toContain(
      `can't be reached: connect ECONNREFUSED 127.0.0.1:${port}. Check the host and the port`,
    )
  })
})
