import { afterEach, expect, test } from 'bun:test'
import { endProcesses } from '#tests/server/process.ts'
import { administer, startTestPostgres, urlOf } from '#tests/support/postgres.ts'
import { hasPostgres } from '#tests/support/postgres-server.ts'
import { startNode } from './node.ts'
import { Writers } from './writers.ts'

afterEach(endProcesses)

/** Workouts between two faults. */
const between = 40

test.skipIf(!hasPostgres)(
  'two nodes continue after faults of the database and of each other, and lose no acknowledged write',
  async () => {
    const postgres = await startTestPostgres({ durable: true })
    await administer(postgres.url, 'create database replog')
    const database = urlOf(postgres.url, 'replog')
    const nodes = [await startNode(database), await startNode(database)]
    const writers = new Writers(() => nodes.map(({ origin }) => origin), 12)

    await writers.more(between)
    postgres.kill()
    await postgres.start()
    await writers.more(between)
    for (let time = 0; time < 3; time++) {
      await administer(
        postgres.url,
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = 'replog'`,
      )
      await writers.more(between)
    }
    nodes[1]?.server.process.kill('SIGKILL')
    await writers.more(between)
    nodes[1] = await startNode(database)
    await writers.more(between)

    const { acknowledged, lost, surplus } = await writers.finish()
    expect({ lost, surplus }).toEqual({ lost: 0, surplus: 0 })
    expect(acknowledged).toBeGreaterThan(6 * between)
  },
  120_000,
)
