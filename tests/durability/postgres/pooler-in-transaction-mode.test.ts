import { afterEach, expect, test } from 'bun:test'
import { endProcesses } from '#tests/server/process.ts'
import { administer, startTestPostgres, urlOf } from '#tests/support/postgres.ts'
import { hasPostgres } from '#tests/support/postgres-server.ts'
import { startNode } from './node.ts'
import { hasPooler, startPooler } from './pooler.ts'
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
