import { afterEach, expect, test } from 'bun:test'
import type { OpenDatabase } from '#db/engine/sqlite/open.ts'
import { openDatabase } from '#db/migrations/open-database.ts'
import { createHints } from '#events/hints.ts'
import { createLog } from '#server/log.ts'
import { createMetrics } from '#server/metrics.ts'
import { tokenKeysOf } from '#services/auth/signing-key.ts'
import { createApp } from '../../src/app.ts'

let database: OpenDatabase | undefined
afterEach(() => database?.close())

/** Starts a server on a new database, and prepares the database. Resolves to the response of /readyz. */
async function getReadiness(isStopping: boolean, prepare?: (database: OpenDatabase) => void) {
  database = await openDatabase({ file: ':memory:' })
  const lines: string[] = []
  const app = await createApp({
    config: {
      corsOrigins: [],
      publicUrl: undefined,
      metricsToken: undefined,
      rateLimit: false,
      registration: 'open',
      trustedProxies: [],
      web: false,
    },
    db: database.db,
    keys: tokenKeysOf(new Uint8Array(32)),
    log: createLog('error', { write: (line) => lines.push(line) }),
    metrics: createMetrics({ version: 'test', databaseBytes: () => 0, openStreams: () => 0 }),
    hints: createHints({ db: database.db, onError: () => undefined }),
    stopping: isStopping ? AbortSignal.abort() : new AbortController().signal,
    responseViolations: 'throw',
  })
  prepare?.(database)
  const response = await app.handle(new Request('http://localhost/readyz'))
  return {
    status: response.status,
    headers: response.headers,
    body: await response.json(),
    log: lines.join(''),
  }
}

test('a working server is ready', async () => {
  expect(await getReadiness(false)).toMatchObject({ status: 200, body: { status: 'ready' } })
})

test('a stopping server is not ready, even if its database responds', async () => {
  const { status, headers, body } = await getReadiness(true)
  expect({ status, body }).toMatchObject({ status: 503, body: { code: 'unavailable' } })
  expect(headers.get('Retry-After')).toMatch(/^\d+$/)
})

test('a server whose database does not respond is not ready, and the log has the reason', async () => {
  const { status, body, log } = await getReadiness(false, ({ sqlite }) => sqlite.run('drop table meta'))
  expect({ status, body }).toMatchObject({ status: 503, body: { code: 'unavailable' } })
  expect(JSON.stringify(body)).not.toContain('meta')
  expect(log).toContain('no such table: meta')
})
