import { expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import { dayMs } from '#training/day-ms.ts'
import { get, listAll, post, problemOf, weigh } from '../training.ts'

const app = await testApp()

type Measurement = Schemas['Measurement']
type Page = { items: Measurement[]; nextCursor?: string }

const valuesOf = (items: readonly Measurement[]) => items.map(({ value }) => value)

test('measurements are listed newest first, of one or all kinds, within a range of the user’s days', async () => {
  const user = await app.register({ timeZone: 'Europe/Berlin', dayStartHour: 4 })
  await weigh(user, '2026-03-02T02:59:59.999Z', 1) // 03:59 on March 2 in Berlin, which belongs to March 1.
  await weigh(user, '2026-03-02T03:00:00.000Z', 2)
  await post(user, '/api/measurements', {
    kind: 'waist',
    unit: 'cm',
    value: 3,
    measuredAt: '2026-03-02T12:00:00Z',
  })
  await weigh(user, '2026-03-03T02:59:59.999Z', 4)
  await weigh(user, '2026-03-03T03:00:00.000Z', 5)
  const values = async (query: string) =>
    valuesOf(await listAll<Measurement>(user, `/api/measurements?${query}`))
  expect(await values('')).toEqual([5, 4, 3, 2, 1])
  expect(await values('kind=bodyweight')).toEqual([5, 4, 2, 1])
  expect(await values('kind=waist')).toEqual([3])
  expect(await values('kind=hips')).toEqual([])
  expect(await values('from=2026-03-02&to=2026-03-02')).toEqual([4, 3, 2])
  expect(await values('from=2026-03-03')).toEqual([5])
  expect(await values('to=2026-03-01&kind=bodyweight')).toEqual([1])
  expect(await values('to=2026-03-01&kind=waist')).toEqual([])
})

test('pages stay consistent while measurements are created and deleted', async () => {
  const user = await app.register()
  for (const day of [10, 20, 30, 40, 50]) await weigh(user, new Date(day * dayMs).toISOString(), day)
  const first = (await get<Page>(user, '/api/measurements?limit=2')).body
  await weigh(user, new Date(60 * dayMs).toISOString(), 60)
  await weigh(user, new Date(35 * dayMs).toISOString(), 35)
  const deletedPath = `/api/measurements/${first.items[1]?.id}`
  expect((await user.send('DELETE', deletedPath, { headers: { 'If-Match': '*' } })).status).toBe(204)
  const second = (await get<Page>(user, `/api/measurements?limit=10&cursor=${first.nextCursor}`)).body
  expect([valuesOf(first.items), valuesOf(second.items)]).toEqual([
    [50, 40],
    [35, 30, 20, 10],
  ])
})

test('a page may end between measurements of the same time', async () => {
  const user = await app.register()
  for (const value of [1, 2, 3, 4, 5]) await weigh(user, '2026-03-02T06:00:00Z', value)
  const measurements = await listAll<Measurement>(user, '/api/measurements')
  for (const limit of [1, 2, 4])
    expect(await listAll<Measurement>(user, `/api/measurements?limit=${limit}`)).toEqual(measurements)
  for (const limit of [1, 2, 4])
    expect(await listAll<Measurement>(user, `/api/measurements?kind=bodyweight&limit=${limit}`)).toEqual(
      measurements,
    )
})

test('a range that ends before it starts gets 422', async () => {
  const user = await app.register()
  const response = await user.send('GET', '/api/measurements?from=2026-03-03&to=2026-03-02')
  expect(problemOf(response)).toEqual([422, 'validation_failed', 'from range'])
})
