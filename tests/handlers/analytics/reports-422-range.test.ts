import { expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import { expectBody, problemOf } from '../training.ts'

const app = await testApp({ now: Date.parse('2026-11-20T12:00:00Z') })

test('422 for a range of a volume or progress report that is reversed, too long, or too far in the past', async () => {
  const user = await app.register()
  const rejection = [422, 'validation_failed', 'from range']
  for (const path of ['volume', 'progress', 'progress?exerciseId=barbell-row']) {
    const getReport = (query: string) =>
      user.send('GET', `/api/analytics/${path}${path.includes('?') ? '&' : '?'}${query}`)
    expect(problemOf(await getReport('from=2026-03-03&to=2026-03-02'))).toEqual(rejection)
    expect((await getReport('from=2016-11-20&to=2026-11-20')).status).toBe(200)
    expect(problemOf(await getReport('from=2016-11-19&to=2026-11-20'))).toEqual(rejection)
    expect(problemOf(await getReport('from=1899-12-31&to=1900-01-05'))).toEqual(rejection)
    for (const query of [
      'from=1900-01-01&to=1900-01-01',
      'to=1900-01-03',
      'from=9999-12-31',
      'from=9998-12-31&to=9999-12-31',
    ])
      expect([path, query, (await getReport(query)).status]).toEqual([path, query, 200])
    expect((await getReport('to=0001-01-01')).status).toBe(422)
  }
  const getDays = (from: string) =>
    user.send('GET', `/api/analytics/volume?from=${from}&to=2026-11-20&bucket=day`)
  const longest = expectBody<Schemas['VolumeReport']>(await getDays('2025-11-16'), 200)
  expect(longest.buckets).toHaveLength(370)
  expect(problemOf(await getDays('2025-11-15'))).toEqual(rejection)
})
