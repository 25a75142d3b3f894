import { afterEach, expect, test } from 'bun:test'
import { chownSync } from 'node:fs'
import { endProcesses } from '#tests/server/process.ts'
import { administer, startTestPostgres, urlOf } from '#tests/support/postgres.ts'
import { hasPostgres, type PostgresServer, postgresUser } from '#tests/support/postgres-server.ts'
import { smallDisk } from '#tests/support/small-disk.ts'
import { startNode } from './node.ts'
import { Writers } from './writers.ts'

afterEach(endProcesses)

const between = 40
const disk = hasPostgres ? smallDisk(64) : undefined

/** PostgreSQL ends itself when it can't write its log; then whoever supervises it starts it again. */
async function superviseOnce(postgres: PostgresServer): Promise<void> {
  try {
    process.kill(postgres.pid, 0)
  } catch {
    await postgres.start()
  }
}

test.skipIf(!disk)(
  'two nodes lose no acknowledged workout when the disk of the write-ahead log is full, and go on once there is space',
  async () => {
    if (!disk) throw new Error('this test needs a disk')
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
    for (let time = 0; time < 2; time++) {
      await writers.more(between)
      disk.fill()
      await writers.areTold('temporarily unreachable')
      disk.clear()
      await superviseOnce(postgres)
      await writers.more(between)
    }
    const { lost, surplus, statuses } = await writers.finish()
    expect({ lost, surplus }).toEqual({ lost: 0, surplus: 0 })
    expect(Object.keys(statuses).filter((status) => !['0', '200', '201', '503'].includes(status))).toEqual([])
    for (const { origin } of nodes) expect((await fetch(`${origin}/readyz`)).status).toBe(200)
  },
  120_000,
)
