import { expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import { expectBody, get, listAll } from '../training.ts'

const now = Date.parse('2026-03-05T12:00:00Z')
const app = await testApp({ now })

const path = '/api/analytics/soreness'

test('listSoreness lists a user’s reports, newest first, within a range of their days, in pages', async () => {
  const user = await app.register({ timeZone: 'Europe/Berlin', dayStartHour: 4 })
  const other = await app.register()
  const report = async (muscle: Schemas['Muscle'], at: string, reporter = user) =>
    expectBody<Schemas['Soreness']>(
      await reporter.send('PUT', `/api/analytics/fatigue/${muscle}`, { body: { soreness: 5.5, at } }),
      200,
    )
  await report('chest', '2026-03-01T06:00:00.000Z', other)
  // 03:59 on March 2 in Berlin, which belongs to March 1.
  const night = await report('quads', '2026-03-02T02:59:59.999Z')
  const sameTime = []
  for (const muscle of ['calves', 'glutes', 'abs'] as const)
    sameTime.push(await report(muscle, '2026-03-02T03:00:00.000Z'))
  const last = await report('quads', '2026-03-03T06:00:00.000Z')
  const all = [last, ...sameTime.toSorted((a, b) => (a.muscle < b.muscle ? 1 : -1)), night]
  expect((await get<Schemas['SorenessList']>(user, path)).body).toEqual({ items: all })
  const list = (query: string) => listAll<Schemas['Soreness']>(user, `${path}?${query}`)
  for (const limit of [1, 2, 3, 5]) expect(await list(`limit=${limit}`)).toEqual(all)
  expect(await list('to=2026-03-01')).toEqual([night])
  expect(await list('from=2026-03-03')).toEqual([last])
  for (const limit of [1, 2])
    expect(await list(`from=2026-03-02&to=2026-03-02&limit=${limit}`)).toEqual(all.slice(1, 4))
  const deleted = await user.send('DELETE', `/api/analytics/fatigue/quads?at=${last.at}`)
  expect(deleted.status).toBe(204)
  expect(await list('')).toEqual(all.slice(1))
})

test('listSoreness responds with 422 if the range ends before it starts, or to the cursor of another range', async () => {
  const user = await app.register()
  for (const at of ['2026-03-02T06:00:00.000Z', '2026-03-03T06:00:00.000Z'])
    await user.send('PUT', '/api/analytics/fatigue/quads', { body: { soreness: 1, at } })
  expect((await user.send('GET', `${path}?from=2026-03-03&to=2026-03-02`)).status).toBe(422)
  const { nextCursor } = (await get<Schemas['SorenessList']>(user, `${path}?limit=1`)).body
  expect((await user.send('GET', `${path}?limit=1&from=2026-03-01&cursor=${nextCursor}`)).status).toBe(422)
})
