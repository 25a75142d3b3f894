import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { postgresOf } from '#db/engine/postgres/direct-of.ts'
import type { OpenServerDatabase } from '#db/engine/postgres/open.ts'
import { Unavailable } from '#lib/unavailable.ts'
import { openTestPostgres, startTestPostgres } from '#tests/support/postgres.ts'
import { hasPostgres } from '#tests/support/postgres-server.ts'

let server: OpenServerDatabase | undefined

beforeAll(async () => {
  if (hasPostgres) server = await openTestPostgres((await startTestPostgres()).url)
})
afterAll(() => server?.close())

/** What a statement fails with if the server reports an internal error with this message. */
async function internalError(message: string): Promise<unknown> {
  const direct = server && postgresOf(server.db)
  if (!direct) throw new Error('there is no server')
  const raise = `do $$ begin raise exception using errcode = 'XX000', message = '${message}'; end $$`
  return direct.run(raise, []).catch((error: unknown) => error)
}

// What a coordinator of Citus 13.2 reports, depending on when it notices that a worker is gone.
describe.skipIf(!hasPostgres)('the loss of a worker', () => {
  test.each([
    'could not commit transaction for shard 102032 on at least one active node',
    'failure on connection marked as essential: 10.0.0.2:5432',
    "failed to prepare transaction ''citus_0_4_2_1'' on host 10.0.0.2:5432",
    'server closed the connection unexpectedly',
    'connection not open',
    'could not receive data from server: Connection reset by peer',
    'could not send data to server: Broken pipe',
    'SSL SYSCALL error: EOF detected',
    'no connection to the server',
  ])('is temporary: %s', async (message) => {
    const failure = await internalError(message)
    expect(failure).toBeInstanceOf(Unavailable)
    expect(failure).toMatchObject({ message: 'The database is temporarily unreachable. Try again.' })
  })
})

test.skipIf(!hasPostgres)('another internal error is not temporary', async () => {
  const failure = await internalError('cache lookup failed for relation 1')
  expect(failure).not.toBeInstanceOf(Unavailable)
  expect(failure).toMatchObject({ code: 'XX000' })
})
