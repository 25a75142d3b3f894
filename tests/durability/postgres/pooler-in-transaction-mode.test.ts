import { afterEach, expect, test } from 'bun:test'
import { endProcesses } from '#tests/server/process.ts'
import { administer, startTestPostgres, urlOf } from '#tests/support/postgres.ts'
import { hasPostgres } from '#tests/support/postgres-server.ts'
import { startNode } from './node.ts'
import { hasPooler, keepsStatements, startPooler } from './pooler.ts'
import { Writers } from './writers.ts'

afterEach(endProcesses)

test.skipIf(!hasPostgres || !hasPooler)(
  'two nodes behind pgbouncer in transaction mode share its connections, and recover after it was killed',
  async () => {
    const postgres = await startTestPostgres({ durable: true })
    await administer(postgres.url, 'create database replog')
    const pooler = await startPooler(urlOf(postgres.url, 'replog'))
    const env = { REPLOG_DATABASE_PREPARED: 'off' }
    const nodes = [await startNode(pooler.url, env), await startNode(pooler.url, env)]
    const writers = new Writers(() => nodes.map(({ origin }) => origin), 12)
    await writers.more(60)
    await pooler.restart()
    await writers.more(60)
    const { lost, surplus } = await writers.finish()
    expect({ lost, surplus }).toEqual({ lost: 0, surplus: 0 })
    for (const { origin } of nodes) expect((await fetch(`${origin}/readyz`)).status).toBe(200)
  },
  120_000,
)

test.skipIf(!hasPostgres || !keepsStatements)(
  'two nodes prepare statements behind a pgbouncer that keeps them, and recover when it or its connections are lost',
  async () => {
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
  },
  120_000,
)
