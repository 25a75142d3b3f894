import { afterEach, expect, test } from 'bun:test'
import { chownSync } from 'node:fs'
import { endProcesses } from '#tests/server/process.ts'
import { administer, startTestPostgres, urlOf } from '#tests/support/postgres.ts'
import { hasPostgres, type PostgresServer, postgresUser } from '#tests/support/postgres-server.ts'
import { smallDisk } from '#tests/support/small-disk.ts'
import { startNode } from './node.ts'
import { Writers } from './writers.ts'

afterEach(endProcesses)

const workoutsPerPhase = 40
const disk = hasPostgres ? smallDisk(64) : undefined

/** PostgreSQL exits if it can't write its log. Starts it again, as a supervisor would. */
async function restartIfExited(postgres: PostgresServer): Promise<void> {
  try {
    process.kill(postgres.pid, 0)
  } catch {
    await postgres.start()
  }
}

/** Writes to the log until its disk is full. The nodes alone would need minutes to use up the reserved space. */
async function fillLog({ url }: PostgresServer): Promise<void> {
  const megabyte = `select pg_logical_emit_message(false, 'test', repeat('x', 1000000))`
  for (let hasRoom = true; hasRoom; ) {
    hasRoom = await administer(url, megabyte).then(
      () => true,
      () => false,
    )
  }
}

test.skipIf(!disk)(
  'when the disk of the write-ahead log is full, no acknowledged workout is lost, and two nodes recover once there is space',
  async () => {
    if (!disk) throw new Error('there is no small disk')
    chownSync(disk.folder, ...postgresUser())
    const postgres = await startTestPostgres({
      durable: true,
      initOptions: ['--waldir', disk.folder, '--wal-segsize=1'],
      settings: ['max_wal_size=8MB', 'min_wal_size=2MB'],
    })
    await administer(postgres.url, 'create database replog')
    const database = urlOf(postgres.url, 'replog')
    const nodes = [await startNode(database), await startNode(database)]
    const writers = new Writers(() => nodes.map(({ origin }) => origin), 8)
    for (let repetition = 0; repetition < 2; repetition++) {
      await writers.more(workoutsPerPhase)
      disk.fill()
      await fillLog(postgres)
      await writers.receiveDetail('temporarily unreachable')
      disk.clear()
      await restartIfExited(postgres)
      await writers.more(workoutsPerPhase)
    }
    const { lost, surplus, statuses } = await writers.finish()
    expect({ lost, surplus }).toEqual({ lost: 0, surplus: 0 })
    expect(Object.keys(statuses).filter((status) => !['0', '200', '201', '503'].includes(status))).toEqual([])
    for (const { origin } of nodes) expect((await fetch(`${origin}/readyz`)).status).toBe(200)
  },
  120_000,
)
