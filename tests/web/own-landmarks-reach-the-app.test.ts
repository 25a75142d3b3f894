import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import { type Browser, startBrowser } from '#tests/support/browser.ts'
import type { TestUser } from '#tests/support/user.ts'
import { type AppPage, openApp, skipped } from './app-page.ts'
import { hasHeading, openAppWithLog, read } from './app-with-log.ts'

const server = await testApp()
/** The user's own landmarks for the chest, which also has default ones, and for the forearms, which have none. */
const chest: Schemas['MuscleLandmarksInput'] = {
  muscle: 'chest',
  mv: 0,
  mev: 2,
  mav: { min: 3, max: 29 },
  mrv: 31,
}
const forearms: Schemas['MuscleLandmarksInput'] = { ...chest, muscle: 'forearms', mrv: 33 }
const sheetText = `document.querySelector('dialog[open]')?.innerText.replace(/\\s+/g, ' ')`

describe.skipIf(skipped)('landmarks set with the API', () => {
  let browser: Browser
  let app: AppPage
  let user: TestUser

  const replaceLandmarks = async (...items: Schemas['MuscleLandmarksInput'][]) => {
    const options = { headers: { 'If-Match': '*' }, body: { items } }
    expect((await user.send('PUT', '/api/analytics/landmarks', options)).status).toBe(200)
  }
  const landmarks = async () => (await read<Schemas['LandmarkTable']>(user, '/api/analytics/landmarks')).items
  /** A script that checks whether the page shows this range of sets. */
  const shows = ({ mev, mrv }: { readonly mev: number; readonly mrv: number }) =>
    `document.body.innerText.includes('range ${mev} to ${mrv}')`
  /** Opens the Progress page from another one. */
  const openProgress = async () => {
    await app.go('today')
    await app.go('progress')
    await app.until(`document.querySelector('.bullet') !== null`)
  }
  /** Reloads the Progress page, which then shows only what is on the device if there is no network. */
  const reloadProgress = async () => {
    await app.reload()
    await app.until(`${hasHeading('Progress')} && document.querySelector('.bullet') !== null`)
  }

  beforeAll(async () => {
    browser = await startBrowser()
    const opened = await openAppWithLog(server, browser, { weeks: 4, email: 'own-landmarks@example.com' })
    app = opened.app
    user = opened.user
    const body: Schemas['WorkoutInput'] = {
      name: 'Too many presses',
      startedAt: new Date(Date.now() - 60_000).toISOString(),
      endedAt: new Date(Date.now() - 30_000).toISOString(),
      overreached: ['chest'],
      exercises: [
        {
          exerciseId: 'barbell-bench-press',
          sets: [{ type: 'normal', reps: 5, weight: { value: 60, unit: 'kg' } }],
        },
      ],
    }
    expect((await user.send('POST', '/api/workouts', { body })).status).toBe(201)
    await app.reload()
    // Its sets change the order of the muscles, so the tests wait until the app has it.
    await app.go('history')
    await app.until(`document.body.innerText.includes('Too many presses')`)
  }, 60_000)
  afterAll(() => browser?.close())

  test('reach an open app, whose ranges and explanations are then those of the server', async () => {
    await replaceLandmarks(chest, forearms)
    await openProgress()
    await app.until(shows(chest))
    const ranges = new Map(
      (await landmarks()).map(({ muscle, landmarks: { mev, mrv } }) => [
        muscle.replaceAll('_', ' '),
        `${mev} to ${mrv}`,
      ]),
    )
    expect(ranges.get('forearms')).toBe('2 to 33')
    const bullets = (await app.value(
      `[...document.querySelectorAll('.bullet')].map((bullet) => bullet.textContent)`,
    )) as string[]
    const shown = bullets.map((text) => /^(.+?)[\d.]+ sets(?:, range (.+))?$/.exec(text)?.slice(1) ?? [text])
    expect(shown.map(([name]) => name)).toContain('Forearms')
    for (const [name = '', range] of shown)
      expect({ name, range }).toEqual({ name, range: ranges.get(name.toLowerCase()) })
    await app.tap('Chest')
    await app.until(`${sheetText}?.includes('Growth starts')`)
    const text = String(await app.value(sheetText))
    expect(text).toContain('Growth starts at 2 sets, the best range is 3 to 29, and 31 is')
    expect(text).toContain('Source: your own.')
    const learned = (await landmarks()).find(({ muscle }) => muscle === 'chest')?.learned?.text
    expect(learned).toStartWith('You set an MRV of 31')
    expect(text).toContain(learned ?? '?')
    await app.tap('Close')
  }, 60_000)

  test('are the default ones again once the user has reset them', async () => {
    await replaceLandmarks(chest)
    await openProgress()
    await app.until(shows(chest))
    await replaceLandmarks()
    await openProgress()
    await app.until(`!${shows(chest)}`)
    const { mev, mrv } = (await landmarks()).find(({ muscle }) => muscle === 'chest')?.landmarks ?? chest
    expect(mrv).not.toBe(chest.mrv)
    await app.until(shows({ mev, mrv }))
  }, 60_000)

  test('are on the device without a network, and are never shown to another user of it', async () => {
    await replaceLandmarks(chest)
    await openProgress()
    await app.until(shows(chest))
    await app.setOffline(true)
    await reloadProgress()
    await app.until(shows(chest))
    await app.value(`(() => {
      const settings = JSON.parse(localStorage.getItem('replog.settings'))
      settings.own.user = crypto.randomUUID()
      localStorage.setItem('replog.settings', JSON.stringify(settings))
      return true
    })()`)
    await reloadProgress()
    expect(await app.value(shows(chest))).toBe(false)
    await app.setOffline(false)
    await reloadProgress()
    await app.until(shows(chest))
  }, 60_000)

  test('are removed from the device when the user logs out, even in other tabs, and even if they arrive later', async () => {
    await replaceLandmarks(chest)
    const inStorage = `JSON.parse(localStorage.getItem('replog.settings')).own !== undefined`
    const other = await openApp(browser, String(await app.value('location.origin')))
    await app.command('Page.bringToFront', {})
    await app.value(`(() => {
      const { fetch } = globalThis
      globalThis.fetch = async (request) => {
        const response = await fetch(request)
        if (response.url.endsWith('/landmarks')) await new Promise((resolve) => (globalThis.release = resolve))
        return response
      }
      return true
    })()`)
    await openProgress()
    await app.until(`globalThis.release !== undefined && ${inStorage}`)
    await app.go('you')
    await app.tapAt('.btn.danger')
    await app.until(`document.body.innerText.includes('On this device') && !(${inStorage})`)
    await app.value(`(release(), fetch(new Request('/')).then(() => true))`)
    expect(await app.value(inStorage)).toBe(false)
    await other.go('you')
    await other.tap('Dark')
    await app.until(`localStorage.getItem('replog.settings').includes('dark')`)
    expect(await app.value(inStorage)).toBe(false)
  }, 60_000)
})
