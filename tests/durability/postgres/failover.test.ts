import { afterAll, afterEach, expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { endProcesses } from '#tests/server/process.ts'
import { administer, startTestPostgres, urlOf } from '#tests/support/postgres.ts'
import { hasPostgres, type PostgresServer, startStandby } from '#tests/support/postgres-server.ts'
import { type Node, startNode } from './node.ts'
import { openWire } from './wire.ts'
import { Writers } from './writers.ts'

afterEach(endProcesses)

/** Sets whether the primary acknowledges only commits that its standby has received. */
async function setSynchronous(primary: PostgresServer, isOn: boolean): Promise<void> {
  await administer(primary.url, `alter system set synchronous_standby_names = '${isOn ? '*' : ''}'`)
  await administer(primary.url, 'select pg_reload_conf()')
}

/** Starts a durable server with a database, a standby that follows it, and a wire through which nodes connect. */
async function startPair() {
  const primary = await startTestPostgres({ durable: true })
  await administer(primary.url, 'create database replog')
  const standby = await startStandby(primary)
  afterAll(standby.remove)
  const wire = openWire(urlOf(primary.url, 'replog'))
  const connectNodesTo = (server: PostgresServer) => {
    wire.port = Number(new URL(server.url).port)
    wire.break()
  }
  return { primary, standby, wire, connectNodesTo }
}

test.skipIf(!hasPostgres)(
  'when a synchronous standby replaces a killed primary, the nodes continue and no acknowledged write is lost',
  async () => {
    const { primary, standby, wire, connectNodesTo } = await startPair()
    await setSynchronous(primary, true)
    const nodes = [await startNode(wire.url), await startNode(wire.url)]
    const writers = new Writers(() => nodes.map(({ origin }) => origin), 8)
    await writers.more(60)
    primary.kill()
    // Until the standby is promoted, it is read-only, which the nodes report.
    connectNodesTo(standby)
    await writers.receiveDetail('read-only')
    await standby.promote()
    await writers.more(60)
    const { lost, surplus } = await writers.finish()
    expect({ lost, surplus }).toEqual({ lost: 0, surplus: 0 })
    for (const { origin } of nodes) expect((await fetch(`${origin}/readyz`)).status).toBe(200)
  },
  120_000,
)

async function send(
  { origin }: Node,
  path: string,
  token?: string,
  body?: unknown,
): Promise<{ readonly status: number; readonly json: unknown }> {
  const headers = {
    'Content-Type': 'application/json',
    ...(token !== undefined && { Authorization: `Bearer ${token}` }),
  }
  const method = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
  const response = await fetch(`${origin}${path}`, { headers, ...method })
  return { status: response.status, json: await response.json() }
}

const weight = (value: number) => ({
  kind: 'bodyweight',
  value,
  unit: 'kg',
  measuredAt: '2026-11-20T06:30:00.000Z',
})

test.skipIf(!hasPostgres)(
  'after a standby that lacks commits is promoted, a new epoch makes devices pull everything again',
  async () => {
    const { primary, standby, wire, connectNodesTo } = await startPair()
    await setSynchronous(primary, true)
    const node = await startNode(wire.url)
    const credentials = { email: 'ada@example.com', password: 'gravel teapot eleven moons' }
    const { json } = await send(node, '/api/auth/register', undefined, credentials)
    const { accessToken } = json as Schemas['Tokens']
    expect((await send(node, '/api/measurements', accessToken, weight(80))).status).toBe(201)
    await setSynchronous(primary, false)
    standby.kill()
    expect((await send(node, '/api/measurements', accessToken, weight(81))).status).toBe(201)
    const pulled = (await send(node, '/api/sync/changes', accessToken)).json as Schemas['SyncChanges']
    expect(pulled.items).toHaveLength(2)

    primary.kill()
    await standby.start()
    await standby.promote()
    connectNodesTo(standby)
    const epoch = Bun.spawn([process.execPath, 'src/commands/epoch.ts'], {
      env: { ...process.env, DATABASE_URL: wire.url },
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    expect(await epoch.exited).toBe(0)
    const cursor = encodeURIComponent(pulled.nextCursor)
    const withOldCursor = await send(node, `/api/sync/changes?cursor=${cursor}`, accessToken)
    expect(withOldCursor).toMatchObject({ status: 410, json: { code: 'cursor_expired' } })
    const pulledAgain = (await send(node, '/api/sync/changes', accessToken)).json as Schemas['SyncChanges']
    expect(pulledAgain.items).toHaveLength(1)
  },
  120_000,
)
