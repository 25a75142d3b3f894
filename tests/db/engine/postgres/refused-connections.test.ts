import { describe, expect, test } from 'bun:test'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { connectionProblem } from '#db/engine/postgres/connection-problem.ts'
import { unavailableDatabase } from '#db/engine/postgres/errors.ts'
import { UnsuitableServerError } from '#db/engine/postgres/server.ts'
import { prepare } from '#db/engine/prepare.ts'
import { readTogether } from '#db/engine/read-together.ts'
import { transact, transactAccounts } from '#db/engine/transact.ts'
import { openPostgres } from '#db/migrations/postgres/open-database.ts'
import type { Tx } from '#db/schema/index.ts'
import { nextSeq } from '#db/sync/change-numbers.ts'
import { Unavailable } from '#lib/unavailable.ts'
import { temporaryFolder } from '#tests/support/folder.ts'
import { administer, openTestPostgres, startTestPostgres } from '#tests/support/postgres.ts'
import { hasPostgres } from '#tests/support/postgres-server.ts'
import { rejectionOf } from '#tests/support/rejection.ts'

/** For each refused connection: the code of its error, its message, and the advice at startup. */
const refusals: readonly (readonly [code: string | undefined, message: string, advice: string])[] = [
  ['28P01', 'password authentication failed for user "replog"', 'check the user'],
  ['28000', 'role "replog" is not permitted to log in', 'check the user'],
  ['3D000', 'database "replog" does not exist', 'create the database'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'self signed certificate', 'sslrootcert=FILE'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'self signed certificate in certificate chain', 'sslrootcert=FILE'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'unable to verify the first certificate', 'sslrootcert=FILE'],
  ['CERT_HAS_EXPIRED', 'certificate has expired', 'sslrootcert=FILE'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'the name is not in the certificate', 'sslrootcert=FILE'],
  ['ERR_BORINGSSL', 'Invalid CA', 'are in PEM format'],
  ['ERR_OSSL_PEM_NO_START_LINE', 'error:0900006e:PEM routines', 'are in PEM format'],
  [
    'ERR_OSSL_X509_KEY_VALUES_MISMATCH',
    'error:0b000074:X.509 routines',
    'the key belongs to the certificate',
  ],
  [undefined, 'The server does not support SSL connections', 'without sslmode'],
]

/** Files that can't be read: missing, in a missing folder, below a file, and a folder. */
const unreadableFiles = ['missing.pem', 'missing/ca.pem', 'file/ca.pem', 'folder']

describe.each(['sslrootcert', 'sslcert', 'sslkey'])('if %s in the URL', (parameter) => {
  test.each(unreadableFiles)('is %s, a node ends before it connects, and names the file', async (name) => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'file'), '')
    mkdirSync(join(folder, 'folder'))
    const file = join(folder, name)
    // No server listens there.
    const url = `postgres://127.0.0.1:1/replog?sslmode=verify-full&${parameter}=${file}`
    expect(await rejectionOf(openPostgres({ url }))).toMatchObject({
      name: 'UnsuitableServerError',
      message: expect.stringContaining(`the file ${file}, ${parameter} in its URL, can't be read`),
    })
  })
})

describe.each(refusals)('a connection that is refused (%p: %s)', (code, message, advice) => {
  const error = Object.assign(new Error(message), code !== undefined && { code })

  test('leaves the database unavailable', () => {
    expect(unavailableDatabase(error)).toBeInstanceOf(Unavailable)
    expect(unavailableDatabase(error)).toMatchObject({ cause: error })
  })

  test('ends a node at startup, with advice', () => {
    const problem = connectionProblem(unavailableDatabase(error))
    expect(problem).toBeInstanceOf(UnsuitableServerError)
    expect(String(problem)).toContain(`${message}: `)
    expect(String(problem)).toContain(advice)
  })
})

const listIds = prepare((db, p: { id: string }) => db.selectFrom('users').select('id').where('id', '=', p.id))
const insertMapping = prepare((db, row: { userId: string; nameKey: string; exerciseId: string }) =>
  db.insertInto('exerciseNameMappings').values(row),
)

test.skipIf(!hasPostgres)(
  'every way to use a database that refuses connections fails as unavailable',
  async () => {
    const server = await startTestPostgres()
    const first = await openTestPostgres(server.url)
    // This database opens its connections only when they are needed, so all of them are refused.
    const { db, close } = await openPostgres({ url: first.url, durable: false })
    await administer(
      server.url,
      `alter database ${new URL(first.url).pathname.slice(1)} allow_connections false`,
    )
    const id = crypto.randomUUID()
    const state = { seq: 0, horizon: 0, timeZone: 'UTC', dayStartHour: 0 }
    const write = async (tx: Tx) => {
      await insertMapping.send(tx, { userId: id, nameKey: 'a', exerciseId: 'x' })
      await nextSeq(tx, id)
    }
    const ways = [
      listIds.all(db, { id }),
      readTogether(db, () => [listIds.all(db, { id })]),
      transact(db, id, write),
      transact(db, id, write, state),
      transactAccounts(db, (tx) => listIds.all(tx, { id })),
      db.selectFrom('users').select('id').execute(),
    ]
    for (const outcome of await Promise.allSettled(ways))
      expect(outcome).toMatchObject({ reason: { name: 'Unavailable', cause: { code: '55000' } } })
    await close()
    await first.close()
  },
)

test.skipIf(!hasPostgres)('a server without TLS is not used if the URL asks for it', async () => {
  const { url } = await startTestPostgres()
  const opening = openPostgres({ url: `${url}/postgres?sslmode=no-verify`, durable: false })
  expect(await rejectionOf(opening)).toMatchObject({
    name: 'UnsuitableServerError',
    message: expect.stringContaining('without sslmode'),
  })
})
