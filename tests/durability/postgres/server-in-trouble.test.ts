import { afterEach, expect, test } from 'bun:test'
import { chownSync } from 'node:fs'
import { Client } from 'pg'
import { endProcesses, type TestProcess } from '#tests/server/process.ts'
import { administer, startTestPostgres, urlOf } from '#tests/support/postgres.ts'
import { hasPostgres, postgresUser } from '#tests/support/postgres-server.ts'
import { smallDisk } from '#tests/support/small-disk.ts'
import { startNode } from './node.ts'
import { Writers } from './writers.ts'

afterEach(endProcesses)

const workoutsPerPhase = 30

/** Resolves once a node has logged that a login was refused. */
async function refusalOf({ lines }: TestProcess): Promise<void> {
  while (!lines.some(({ err }) => JSON.stringify(err)?.includes('is not permitted to log in')))
    await Bun.sleep(25)
}
const disk = hasPostgres ? smallDisk(48) : undefined

/** Creates a database whose user isn't a superuser, so that limits apply, on a small disk if one could be mounted. */
async function createDatabase(server: string): Promise<string> {
  await administer(server, 'create role app login')
  if (disk) {
    chownSync(disk.folder, ...postgresUser())
    await administer(server, `create tablespace small location '${disk.folder}'`)
  }
  await administer(server, `create database replog owner app ${disk ? 'tablespace small' : ''}`)
  const url = new URL(urlOf(server, 'replog'))
  url.username = 'app'
  return url.href
}

test.skipIf(!hasPostgres)(
  'nodes report a database that is read-only, full, overloaded or locked, and recover without a restart',
  async () => {
    const postgres = await startTestPostgres({ durable: true })
    const database = await createDatabase(postgres.url)
    const nodes = [await startNode(database), await startNode(database)]
    const writers = new Writers(() => nodes.map(({ origin }) => origin), 8)
    const runStatement = (statement: string) => administer(postgres.url, statement)
    await writers.more(workoutsPerPhase)

    await runStatement('alter system set default_transaction_read_only = on')
    await runStatement('select pg_reload_conf()')
    await writers.receiveDetail('read-only')
    await runStatement('alter system reset default_transaction_read_only')
    await runStatement('select pg_reload_conf()')
    await writers.more(workoutsPerPhase)

    await runStatement('alter role app connection limit 0')
    await runStatement(`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'app'`)
    await writers.receiveDetail('overloaded')
    await runStatement('alter role app connection limit -1')
    await writers.more(workoutsPerPhase)

    // Logins are refused, as after a change of the password.
    await runStatement('alter role app nologin')
    await runStatement(`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'app'`)
    await Promise.all(nodes.map(({ server }) => refusalOf(server)))
    await runStatement('alter role app login')
    await writers.more(workoutsPerPhase)

    const lockingClient = new Client({ connectionString: urlOf(postgres.url, 'replog') })
    await lockingClient.connect()
    await lockingClient.query('begin; lock table "idempotencyKeys"')
    await writers.receiveDetail('took too long')
    await lockingClient.end()
    await writers.more(workoutsPerPhase)

    if (disk) {
      disk.fill()
      await writers.receiveDetail('disk is full')
      disk.clear()
      await writers.more(workoutsPerPhase)
    }

    const { lost, surplus, unavailable } = await writers.finish()
    expect({ lost, surplus }).toEqual({ lost: 0, surplus: 0 })
    expect(unavailable).toEqual(
      [
        ...(disk ? ["The database's disk is full: nothing can be saved until there is space."] : []),
        'The database is overloaded. Try again.',
        'The database is temporarily unreachable. Try again.',
        'The database is temporarily read-only: nothing can be saved.',
        'The database took too long. Try again.',
      ].sort(),
    )
    for (const { origin } of nodes) expect((await fetch(`${origin}/readyz`)).status).toBe(200)
  },
  120_000,
)
