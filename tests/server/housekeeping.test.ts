import { expect, test } from 'bun:test'
import { idempotencyLifetimeMs, runOnce } from '#db/idempotency/stored-responses.ts'
import type { Db } from '#db/schema/index.ts'
import { startHousekeeping } from '#server/housekeeping.ts'
import { cleanUp } from '#services/housekeeping/clean-up.ts'
import { insertUser, openTestDatabase } from '#tests/db/fixture.ts'

/** A log, its lines, and `next`, which resolves when it writes the next line. */
function createRecordingLog() {
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
  const { lines, next, log } = createRecordingLog()
  const housekeeping = startHousekeeping((signal) => cleanUp(db, Date.now(), signal), log, 1)
  await next()
  await storeExpiredResponse(db, userId)
  while (lines.length < 2) await next()
  await housekeeping.stop()
  expect(lines).toEqual(['removed expired data', 'removed expired data'])
})

test('a failure is logged, and the next run tries again', async () => {
  const { db, sqlite } = await openTestDatabase()
  const userId = await insertUser(db)
  await storeExpiredResponse(db, userId)
  sqlite.run('alter table "workoutRevisions" rename to "renamed"')
  const { lines, next, log } = createRecordingLog()
  const housekeeping = startHousekeeping((signal) => cleanUp(db, Date.now(), signal), log, 1)
  await next()
  sqlite.run('alter table "renamed" rename to "workoutRevisions"')
  while (!lines.includes('removed expired data')) await next()
  await housekeeping.stop()
  expect(lines[0]).toBe('failed to remove expired data')
})

test('stop resolves once nothing is running, so that the database can be closed', async () => {
  const { db, close } = await openTestDatabase()
  const { lines, log } = createRecordingLog()
  const housekeeping = startHousekeeping((signal) => cleanUp(db, Date.now(), signal), log, 1)
  await housekeeping.stop()
  await close()
  expect(lines).toEqual([])
})
