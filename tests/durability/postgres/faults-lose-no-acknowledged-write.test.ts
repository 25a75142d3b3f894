import { afterEach, expect, test } from 'bun:test'
import { endProcesses } from '#tests/server/process.ts'
import { administer, startTestPostgres, urlOf } from '#tests/support/postgres.ts'
import { hasPostgres } from '#tests/support/postgres-server.ts'
import { startNode } from './node.ts'
import { Writers } from './writers.ts'

afterEach(endProcesses)

/** The number of workouts logged after each fault. */
const workoutsPerPhase = 40

test.skipIf(!hasPostgres)(
  'two nodes recover from faults of the database and of each other, and no acknowledged write is lost',
  async () => {
    const postgres = await startTestPostgres({ durable: true })
    await administer(postgres.url, 'create database replog')
    const database = urlOf(postgres.url, 'replog')
    const nodes = [await startNode(database), await startNode(database)]
    const writers = new Writers(() => nodes.map(({ origin }) => origin), 12)

    await writers.more(workoutsPerPhase)
    postgres.kill()
    await postgres.start()
    await writers.more(workoutsPerPhase)
    for (let repetition = 0; repetition < 3; repetition++) {
      await administer(
        postgres.url,
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = 'replog'`,
      )
      await writers.more(workoutsPerPhase)
    }
    nodes[1]?.server.process.kill('SIGKILL')
    await writers.more(workoutsPerPhase)
    nodes[1] = await startNode(database)
    await writers.more(workoutsPerPhase)

    const { acknowledged, lost, surplus } = await writers.finish()
    expect({ lost, surplus }).toEqual({ lost: 0, surplus: 0 })
    expect(acknowledged).toBeGreaterThan(6 * workoutsPerPhase)
  },
  120_000,
)
