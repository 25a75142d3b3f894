/**
 * A pgbouncer that keeps prepared statements, since 1.21, which is newer than Debian's. The continuous integration
 * doesn't have it: `REPLOG_TEST_PGBOUNCER=/path/to/pgbouncer bun run pgbouncer`.
 */
import { afterEach, expect, test } from 'bun:test'
import { endProcesses } from '#tests/server/process.ts'
import { administer, startTestPostgres, urlOf } from '#tests/support/postgres.ts'
import { startNode } from './node.ts'
import { startPooler } from './pooler.ts'
import { Writers } from './writers.ts'

afterEach(endProcesses)

test('two nodes prepare statements behind pgbouncer 1.21 or later, and recover when it or its connections are lost', async () => {
  const postgres = await startTestPostgres({ durable: true })
  await administer(postgres.url, 'create database replog')
  // Fewer statements than the nodes use, so that pgbouncer also has to prepare some again.
  const settings = ['max_prepared_statements = 10', 'server_login_retry = 1']
  const pooler = await startPooler(urlOf(postgres.url, 'replog'), settings)
  const nodes = [await startNode(pooler.url), await startNode(pooler.url)]
  const writers = new Writers(() => nodes.map(({ origin }) => origin), 12)
  await writers.more(100)
  await administer(
    postgres.url,
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = 'replog'",
  )
  await writers.more(100)
  await pooler.restart()
  await writers.more(100)
  postgres.kill()
  await postgres.start()
  await writers.more(100)
  nodes[0]?.server.process.kill('SIGKILL')
  await writers.more(100)
  const { lost, surplus } = await writers.finish()
  expect({ lost, surplus }).toEqual({ lost: 0, surplus: 0 })
}, 120_000)
