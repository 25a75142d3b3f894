import { describe, expect, test } from 'bun:test'
import { setSeqIfSessionIsOpen } from '#db/engine/postgres/locked-user.ts'
import { transactHousekeeping } from '#db/engine/transact.ts'
import { deleteExpiredTombstones } from '#db/sync/tombstones.ts'
import { everyOperation, prepare, sendPrepared } from '#tests/contract/world.ts'
import { log, remove } from '#tests/handlers/training.ts'
import { type TestApp, testApp } from '#tests/support/app.ts'
import { openTestPostgres, startTestPostgres } from '#tests/support/postgres.ts'
import { hasPostgres } from '#tests/support/postgres-server.ts'
import { batchesSentDuring } from '#tests/support/statements.ts'
import type { TestUser } from '#tests/support/user.ts'
import { dayMs } from '#training/day-ms.ts'

const logEmpty = (user: TestUser) => log(user, { startedAt: '2026-11-02T18:00:00Z', exercises: [] })

/** Whether each of the next two saves checked its session together with the writes. */
async function checksOfTwoSaves(user: TestUser): Promise<boolean[]> {
  const checks: boolean[] = []
  for (let save = 0; save < 2; save++) {
    const batches = await batchesSentDuring(() => logEmpty(user))
    checks.push(batches.flat().some(({ text }) => text === setSeqIfSessionIsOpen))
  }
  return checks
}

async function startNode(): Promise<TestApp> {
  const { url } = await openTestPostgres((await startTestPostgres()).url)
  return testApp({ postgres: url })
}

describe.skipIf(!hasPostgres)('a node that has itself changed a user or a session', async () => {
  const started = hasPostgres ? await startNode() : undefined
  const node = () => {
    if (!started) throw new Error('there is no node')
    return started
  }

  test.each(everyOperation.filter(({ method }) => method !== 'get'))(
    'presumes a session open by the second save after $id, at the latest',
    async (operation) => {
      const app = node()
      const ada = await app.register()
      await logEmpty(ada)
      const { status } = await sendPrepared(app, await prepare({ app, ada }, operation))
      expect(status).toBeLessThan(300)
      expect((await checksOfTwoSaves(ada))[1]).toBe(true)
    },
  )

  test('presumes a session open after tombstones have expired', async () => {
    const app = node()
    const user = await app.register()
    const { body } = await logEmpty(user)
    await remove(user, `/api/workouts/${body.id}`)
    await logEmpty(user)
    const later = Date.now() + 1000 * dayMs
    await transactHousekeeping(app.db, (tx) => deleteExpiredTombstones(tx, later, 100))
    expect((await checksOfTwoSaves(user))[1]).toBe(true)
  })
})
