import { afterEach, expect, test } from 'bun:test'
import { endProcesses } from '#tests/server/process.ts'
import { administer, startTestPostgres, urlOf } from '#tests/support/postgres.ts'
import { hasPostgres } from '#tests/support/postgres-server.ts'
import { startNode } from './node.ts'
import { openWire } from './wire.ts'
import { Writers } from './writers.ts'

afterEach(endProcesses)

test.skipIf(!hasPostgres)(
  'if the network drops a commit or the response to it, no write is lost or duplicated, and the nodes recover',
  async () => {
    const postgres = await startTestPostgres({ durable: true })
    await administer(postgres.url, 'create database replog')
    const wires = [1, 2].map(() => openWire(urlOf(postgres.url, 'replog')))
    const [first, second] = wires
    if (!first || !second) throw new Error('there are no wires')
    const nodes = [await startNode(first.url), await startNode(second.url)]
    const writers = new Writers(() => nodes.map(({ origin }) => origin), 8)
    await writers.more(40)
    first.state = 'silent_at_commit'
    second.state = 'silent_after_commit'
    await writers.receiveDetail('unreachable')
    for (const wire of wires) wire.state = 'up'
    await writers.more(80)
    const { lost, surplus, unavailable } = await writers.finish()
    expect({ lost, surplus }).toEqual({ lost: 0, surplus: 0 })
    expect(unavailable).toEqual(['The database is temporarily unreachable. Try again.'])
    for (const { origin } of nodes) expect((await fetch(`${origin}/readyz`)).status).toBe(200)
  },
  120_000,
)
