import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import { type Browser, startBrowser } from '#tests/support/browser.ts'
import type { TestUser } from '#tests/support/user.ts'
import { type AppPage, skipped } from './app-page.ts'
import { isSynced, openAppWithLog, read } from './app-with-log.ts'

const server = await testApp()

describe.skipIf(skipped)('settings made on a device', () => {
  let browser: Browser
  let app: AppPage
  let user: TestUser

  /** Clicks an element even while the page scrolls. */
  const click = (selector: string) => app.value(`document.querySelector(${JSON.stringify(selector)}).click()`)

  beforeAll(async () => {
    browser = await startBrowser()
    const opened = await openAppWithLog(server, browser, { weeks: 12, email: 'confirms@example.com' })
    app = opened.app
    user = opened.user
  }, 60_000)
  afterAll(() => browser?.close())

  test('a confirmed weight is stored with its set, and the server no longer asks', async () => {
    await app.tap('Start ')
    await app.until(`document.querySelector('.set.now') !== null`)
    // The first set is a warm-up, which is never questioned.
    const first = '.ex .sets > .set-place:nth-child(3)'
    await click(`${first} [data-field=weight]`)
    await app.until(`document.querySelector('dialog[open] .pad') !== null`)
    for (const nth of [11, 11, 11, 12]) await click(`dialog[open] .pad button:nth-child(${nth})`)
    await app.until(`document.querySelector('dialog[open]') === null`)
    await click(`${first} .tick`)
    await app.until(`document.querySelector('.question') !== null`)
    expect(await app.value(`document.querySelector('.question').innerText`)).toContain('999 kg')
    await app.go('today')
    await app.until(isSynced)
    const lastWorkout = async () =>
      (await read<Schemas['WorkoutList']>(user, '/api/workouts?limit=1')).items[0]
    expect((await lastWorkout())?.doubts).toHaveLength(1)
    await app.go('workout')
    await app.until(`document.querySelector('.question .btn:last-child')?.innerText === 'Keep 999 kg'`)
    await click('.question .btn:last-child')
    await app.until(`document.querySelector('.question') === null`)
    await app.go('today')
    await app.until(isSynced)
    const workout = await lastWorkout()
    expect(workout?.doubts).toBeUndefined()
    const sets = workout?.exercises.flatMap((exercise) => exercise.sets) ?? []
    expect(sets.filter(({ confirmed }) => confirmed)).toMatchObject([{ weight: { value: 999, unit: 'kg' } }])
  })

  test('plates and equipment are stored in the profile and read from it', async () => {
    await app.go('you')
    await app.tap('Bar and plates')
    await app.tap('1.25')
    await app.tap('Close')
    await app.tap('Equipment')
    await app.tap('Cable')
    await app.tap('Close')
    await app.until(`document.body.innerText.includes('13 of 14 kinds')`)
    await app.until(`JSON.parse(localStorage.getItem('replog.settings')).unsent.length === 0`)
    const profile = await read<Schemas['User']>(user, '/api/users/me')
    expect(profile.plates?.map(({ weight }) => weight.value)).toEqual([25, 20, 15, 10, 5, 2.5])
    expect(profile.equipment).not.toContain('cable')
    const plates = [{ weight: { value: 20, unit: 'kg' }, pairs: 2 }]
    await user.send('PATCH', '/api/users/me', {
      headers: { 'If-Match': '*' },
      body: { plates, equipment: null },
    })
    await app.reload()
    await app.until(`document.querySelector('h1')?.textContent === 'You'`)
    await app.until(`document.body.innerText.includes('· 1 size')`)
    await app.until(`JSON.parse(localStorage.getItem('replog.settings')).pairs['20'] === 2`)
    expect(await app.value(`document.body.innerText.includes('everything')`)).toBe(true)
  })

  test('a setting that changes while the profile is being read is kept', async () => {
    await app.command('Page.addScriptToEvaluateOnNewDocument', {
      source: `{
        const original = globalThis.fetch
        globalThis.fetch = async (input, init) => {
          const { url, method } = input instanceof Request ? input : { url: String(input), method: init?.method ?? 'GET' }
          const response = await original(input, init)
          if (method === 'GET' && url.endsWith('/api/users/me')) {
            globalThis.isReading = true
            await new Promise((resolve) => { globalThis.finishReading = resolve })
            globalThis.isReading = false
          }
          return response
        }
      }`,
    })
    await app.reload()
    await app.until('globalThis.isReading === true')
    await app.go('you')
    await app.tap('Workouts a week')
    await app.tap('5')
    const settings = `JSON.parse(localStorage.getItem('replog.settings'))`
    await app.until(`${settings}.workoutsPerWeek === 5 && ${settings}.unsent.length === 0`)
    await app.value('globalThis.finishReading(); true')
    await app.until('globalThis.isReading === false')
    expect(
      await app.value(
        `new Promise((resolve) => setTimeout(() => resolve(${settings}.workoutsPerWeek), 100))`,
      ),
    ).toBe(5)
    expect((await read<Schemas['User']>(user, '/api/users/me')).workoutsPerWeek).toBe(5)
  })
})
