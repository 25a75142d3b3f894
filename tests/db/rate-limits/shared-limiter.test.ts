import { expect, test } from 'bun:test'
import { openPostgres } from '#db/migrations/postgres/open-database.ts'
import { sharedLimiter } from '#db/rate-limits/shared-limiter.ts'
import { administer, startTestPostgres, urlOf } from '#tests/support/postgres.ts'
import { hasPostgres } from '#tests/support/postgres-server.ts'

test.skipIf(!hasPostgres)('two nodes together allow exactly as many requests as a single node', async () => {
  const { url } = await startTestPostgres()
  await administer(url, 'create database limits')
  const options = { url: urlOf(url, 'limits'), durable: false }
  const nodes = [await openPostgres(options), await openPostgres(options)]
  const limiters = await Promise.all(
    nodes.map(async ({ db }) => (await sharedLimiter(db))('auth', { points: 60, seconds: 600 })),
  )
  const consumed = await Promise.allSettled(
    Array.from({ length: 200 }, (_, request) => limiters[request % 2]?.consume('203.0.113.7')),
  )
  expect(consumed.filter(({ status }) => status === 'fulfilled')).toHaveLength(60)
  expect(await limiters[1]?.consume('203.0.113.8')).toMatchObject({ remainingPoints: 59 })
  for (const { close } of nodes) await close()
})
