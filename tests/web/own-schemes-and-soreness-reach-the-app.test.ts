import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import { type Browser, startBrowser } from '#tests/support/browser.ts'
import type { TestUser } from '#tests/support/user.ts'
import { dayMs } from '#training/day-ms.ts'
import { muscles } from '#training/types.ts'
import { type AppPage, skipped } from './app-page.ts'
import { openAppWithLog, read } from './app-with-log.ts'

const server = await testApp()
const ifMatch = { 'If-Match': '*' }
const text = `document.querySelector('main').innerText.replace(/\\s+/g, ' ')`

describe.skipIf(skipped)('schemes chosen and soreness reported with the API', () => {
  let browser: Browser
  let app: AppPage
  let user: TestUser

  /** What the server recommends now for 45 minutes, which is what the app shows first. */
  const recommended = async (): Promise<Schemas['WorkoutRecommendation']['exercises']> => {
    const { text: body } = await user.send('POST', '/api/recommendations/workout', { body: { minutes: 45 } })
    return JSON.parse(body).exercises
  }
  /** `7 × 4` of an exercise that the server recommends, as the app shows it. */
  const setsOf = async (id: string) => {
    const sets = (await recommended()).find(({ exerciseId }) => exerciseId === id)?.sets ?? []
    return `${sets.length} × ${sets[0]?.reps?.max}`
  }

  beforeAll(async () => {
    browser = await startBrowser()
    const opened = await openAppWithLog(server, browser, { weeks: 4, email: 'own-schemes@example.com' })
    app = opened.app
    user = opened.user
  }, 60_000)
  afterAll(() => browser?.close())

  test('change the suggested workout to that of the server, also without a network', async () => {
    const [first] = await recommended()
    const id = first?.exerciseId ?? ''
    await app.go('suggest')
    await app.until(`${text}.includes('${await setsOf(id)}')`)
    const body: Schemas['ProgressionScheme'] = { scheme: 'linear', sets: 2, reps: 19 }
    const path = `/api/exercises/${id}/progression`
    expect((await user.send('PUT', path, { headers: ifMatch, body })).status).toBe(200)
    expect(await setsOf(id)).toBe('2 × 19')
    await app.go('today')
    await app.go('suggest')
    await app.until(`${text}.includes('2 × 19')`)
    await app.setOffline(true)
    await app.reload()
    await app.until(`${text}.includes('2 × 19')`)
    await app.setOffline(false)
    expect((await user.send('DELETE', path, { headers: ifMatch })).status).toBe(204)
    await app.go('today')
    await app.go('suggest')
    await app.until(`!${text}.includes('2 × 19') && ${text}.includes('${await setsOf(id)}')`)
  }, 60_000)

  test('change the recovery on Today to that of the server', async () => {
    const at = new Date(server.clock.now).toISOString()
    const report = { body: { soreness: 10, at } }
    expect((await user.send('PUT', '/api/analytics/fatigue/chest', report)).status).toBe(200)
    const { muscles } = await read<Schemas['FatigueReport']>(user, '/api/analytics/fatigue')
    const readiness = Math.round(muscles.find(({ muscle }) => muscle === 'chest')?.readiness ?? 100)
    expect(readiness).toBe(0)
    await app.go('today')
    await app.until(`!${text}.includes('Chest ${readiness}%')`)
    await app.reload()
    await app.until(`${text}.includes('Chest ${readiness}%')`)
  }, 60_000)

  test('reach the app in full, however many there are', async () => {
    const first = await read<Schemas['ExerciseList']>(user, '/api/exercises?limit=200')
    const cursor = encodeURIComponent(first.nextCursor ?? '')
    const second = await read<Schemas['ExerciseList']>(user, `/api/exercises?limit=10&cursor=${cursor}`)
    const ids = [...first.items, ...second.items].map(({ id }) => id)
    const body: Schemas['ProgressionScheme'] = { scheme: 'linear' }
    for (const id of ids)
      await user.send('PUT', `/api/exercises/${id}/progression`, { headers: ifMatch, body })
    const times = Array.from({ length: 9 }, (_, day) => server.clock.now - day * dayMs)
    for (const time of [...times, server.clock.now - 60 * dayMs])
      for (const muscle of muscles)
        await user.send('PUT', `/api/analytics/fatigue/${muscle}`, {
          body: { soreness: 1, at: new Date(time).toISOString() },
        })
    await app.go('today')
    await app.go('suggest')
    const own = `JSON.parse(localStorage.getItem('replog.settings')).own`
    await app.until(`${own}.progressions.length === ${ids.length}`)
    const soreness = (await app.value(`${own}.soreness`)) as Schemas['Soreness'][]
    // Older reports no longer matter.
    expect(soreness).toHaveLength(times.length * muscles.length)
    const shown = (await app.value(`${own}.progressions.map(({ exerciseId }) => exerciseId)`)) as string[]
    expect(new Set(shown)).toEqual(new Set(ids))
  }, 60_000)
})
