import { expect, test } from 'bun:test'
import { transactHousekeeping } from '#db/engine/transact.ts'
import { deleteExpiredTombstones } from '#db/sync/tombstones.ts'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import { get, post, problemOf, remove } from '../training.ts'

const app = await testApp()
const user = await app.register()
const day = 86_400_000

type Measurement = Schemas['Measurement']

const body = {
  kind: 'bodyweight',
  value: 82.4,
  unit: 'kg',
  measuredAt: '2026-03-02T06:30:00.000Z',
  notes: 'before breakfast',
}

const restore = (id: string) => user.send('POST', `/api/measurements/${id}/restore`)

async function deleted(): Promise<Measurement> {
  const { body: created } = await post<Measurement>(user, '/api/measurements', body)
  await remove(user, `/api/measurements/${created.id}`)
  return created
}

test('a deleted measurement is restored unchanged, notes included, as a new revision', async () => {
  const created = await deleted()
  const response = await restore(created.id)
  const { updatedAt } = response.json<Measurement>()
  expect(response.json<Measurement>()).toEqual({ ...created, revision: 3, updatedAt })
  const read = await get<Measurement>(user, `/api/measurements/${created.id}`)
  expect([read.body, read.etag]).toEqual([response.json(), response.headers.get('etag') ?? ''])
})

test('one that is not deleted is unchanged', async () => {
  const { body: created } = await post<Measurement>(user, '/api/measurements', body)
  const response = await restore(created.id)
  expect([response.status, response.json<unknown>()]).toEqual([200, created])
})

test('404 for one that never existed, that another user deleted, or that was deleted over 90 days ago', async () => {
  expect(problemOf(await restore(crypto.randomUUID()))).toEqual([404, 'not_found'])
  const created = await deleted()
  const other = await app.register()
  const path = `/api/measurements/${created.id}/restore`
  expect(problemOf(await other.send('POST', path))).toEqual([404, 'not_found'])
  await transactHousekeeping(app.db, (tx) => deleteExpiredTombstones(tx, Date.now() + 91 * day, 100))
  expect(problemOf(await restore(created.id))).toEqual([404, 'not_found'])
})
