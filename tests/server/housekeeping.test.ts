import { expect, test } from 'bun:test'
import { idempotencyLifetimeMs, runOnce } from '#db/idempotency/stored-responses.ts'
import type { Db } from '#db/schema/index.ts'
import { startHousekeeping } from '#server/housekeeping.ts'
import { cleanUp } from '#services/housekeeping/clean-up.ts'
import { insertUser, openTestDatabase } from '#tests/db/fixture.ts'

/** A log, and a promise of its next line. */
function recordingLog() {
  const lines: string[] = []
  let notify = () => {}
  const write = (_: object, message: string) => {
    lines.push(message)
    notify()
  }
  const next = () => new Promise<void>((resolve) => (notify = resolve))
  return { lines, next, log: { info: write, error: write } }
}

async function storeExpiredResponse(db: Db, userId: string): Promise<void> {
  const request = { key: 'k', fingerprint: 'f', operationId: 'createWorkout' }
  const response = { status: 201, headers: {}, body: null }
  await runOnce(db, userId, request, async () => response, Date.now() - 2 * idempotencyLifetimeMs)
}

test('expired data is removed immediately and periodically', async () => {
  const { db } = await openTestDatabase()
  const userId = await insertUser(db)
  await storeExpiredResponse(db, userId)
  const { lines, next, log } = recordingLog()
  const housekeeping = startHousekeeping((signal) => cleanUp(db, Date.now(), signal), log, 1)
  await next()
  await storeExpiredResponse(db, userId)
  while (lines.length < 2) await next()
  await housekeeping.stop()
  expect(lines).toEqual(['removed expired data', 'removed expired data'])
})

test('a failure is logged, and the next run retries', async () => {
  const { db, sqlite } = await openTestDatabase()
  const userId = await insertUser(db)
  await storeExpiredResponse(db, userId)
  sqlite.run('alter table "workoutRevisions" rename to "elsewhere"')
  const { lines, next, log } = recordingLog()
  const housekeeping = startHousekeeping((signal) => cleanUp(db, Date.now(), signal), log, 1)
  await next()
  sqlite.run('alter table "elsewhere" rename to "workoutRevisions"')
  while (!lines.includes('removed expired data')) await next()
  await housekeeping.stop()
  expect(lines[0]).toBe('failed to remove expired data')
})

test('nothing is running after a stop, so that the database can be closed', async () => {
  const { db, close } = await openTestDatabase()
  const { lines, log } = recordingLog()
  const housekeeping = startHousekeeping((signal) => cleanUp(db, Date.now(), signal), log, 1)
  await housekeeping.stop()
  await close()
  expect(lines).toEqual([])
})
