import { afterAll, expect, test } from 'bun:test'
import { openTestPostgres, startTestPostgres } from '#tests/support/postgres.ts'
import { hasPostgres } from '#tests/support/postgres-server.ts'
import { openNodes } from './nodes-backend.ts'
import { Runner } from './run.ts'
import { scheduleOf, withoutBackups } from './schedule.ts'

// NODES_MODEL=200 runs this many schedules, from a seed that differs each time; NODES_SEED=7 runs the one of this seed.
const { NODES_MODEL, NODES_SEED } = process.env
const count = Number(NODES_MODEL ?? (NODES_SEED ? 1 : 6))
const firstSeed = Number(NODES_SEED ?? Date.now() % 2 ** 31)

test.skipIf(!hasPostgres)(
  `${count} random schedules of edits and faults violate no invariant on two nodes`,
  async () => {
    const { url } = await openTestPostgres((await startTestPostgres()).url)
    const runner = new Runner(() => openNodes(url))
    afterAll(() => runner.close())
    process.stdout.write(`schedules of the seeds ${firstSeed} to ${firstSeed + count - 1}\n`)
    for (let seed = firstSeed; seed < firstSeed + count; seed++) {
      const failure = await runner.run(withoutBackups(scheduleOf(seed)))
      if (failure !== undefined) throw new Error(`NODES_SEED=${seed}: ${failure}`)
    }
    expect(count).toBeGreaterThan(0)
  },
  60_000 + count * 10_000,
)
