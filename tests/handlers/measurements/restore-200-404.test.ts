import { expect, test } from 'bun:test'
import { transactHousekeeping } from '#db/engine/transact.ts'
import { deleteExpiredTombstones } from '#db/sync/tombstones.ts'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import { dayMs } from '#training/day-ms.ts'
import { get, post, problemOf, remove } from '../training.ts'

const app = await testApp()
const user = await app.register()

type Measurement = Schemas['Measurement']

const body = {
  kind: 'bodyweight',
  value: 82.4,
  unit: 'kg',
  measuredAt: '2026-03-02T06:30:00.000Z',
  notes: 'before breakfast',
}

const restore = (id: string) => user.send('POST', `/api/measurements/${id}/restore`)

/** Creates and deletes a measurement. Resolves to it. */
async function createDeleted(): Promise<Measurement> {
  const { body: created } = await post<Measurement>(user, '/api/measurements', body)
  await remove(user, `/api/measurements/${created.id}`)
  return created
}

test('a deleted measurement is restored unchanged, with its notes, as a new revision', async () => {
  const created = await createDeleted()
  const response = await restore(created.id)
  const { updatedAt } = response.json<Measurement>()
  expect(response.json<Measurement>()).toEqual({ ...created, revision: 3, updatedAt })
  const read = await get<Measurement>(user, `/api/measurements/${created.id}`)
  expect([read.body, read.etag]).toEqual([response.json(), response.headers.get('etag') ?? ''])
})

test('restoring a measurement that is not deleted changes nothing', async () => {
  const { body: created } = await post<Measurement>(user, '/api/measurements', body)
  const response = await restore(created.id)
  expect([response.status, response.json<unknown>()]).toEqual([200, created])
})

test('404 for a measurement that never existed, that another user deleted, or that was deleted over 90 days ago', async () => {
  expect(problemOf(await restore(crypto.randomUUID()))).toEqual([404, 'not_found'])
  const created = await createDeleted()
  const other = await app.register()
  const path = `/api/measurements/${created.id}/restore`
  expect(problemOf(await other.send('POST', path))).toEqual([404, 'not_found'])
  await transactHousekeeping(app.db, (tx) => deleteExpiredTombstones(tx, Date.now() + 91 * dayMs, 100))
  expect(problemOf(await restore(created.id))).toEqual([404, 'not_found'])
})
