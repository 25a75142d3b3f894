import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { type Browser, startBrowser } from '#tests/support/browser.ts'
import { expectAccessible } from './accessible.ts'
import { type AppPage, doneSets, openApp, skipped, untilAvailableOffline } from './app-page.ts'
import { hasHeading, isSynced, logIn } from './app-with-log.ts'

const server = await testApp()
const address = server.listen()
const email = 'rejected@example.com'

/** Makes the app send impossible values, in place of a bug in it. */
const sendImpossibleValues = `(() => {
  const { fetch } = globalThis
  globalThis.fetch = async (request, init) => {
    if (!String(request.url).endsWith('/sync/push')) return fetch(request, init)
    const body = await request.clone().json()
    for (const { value } of body.mutations)
      for (const { sets } of value?.exercises ?? [])
        for (const set of sets) if (set.reps) Object.assign(set, { rpe: 20, weight: { value: -5, unit: 'kg' } })
    return fetch(new Request(request, { body: JSON.stringify(body) }))
  }
  return true
})()`

describe.skipIf(skipped)('a workout that the server rejects', () => {
  let browser: Browser
  let app: AppPage

  beforeAll(async () => {
    await server.register({ email })
    browser = await startBrowser()
    app = await openApp(browser, address)
    await untilAvailableOffline(app)
    await logIn(app, email)
    await app.go('today')
    await app.until(isSynced)
    await app.value(sendImpossibleValues)
    for (const name of [
      'Start an empty workout',
      'Barbell Bench Press',
      'Add 1 exercise',
      'Log set 1',
      '6',
      '0',
    ])
      await app.tap(name)
    await app.tap('Log the set')
  }, 60_000)
  afterAll(() => browser?.close())

  test('says so where it is logged, keeps the set, and names the rejected values on the You page', async () => {
    const alert = `document.querySelector('[role=alert]')?.innerText.replace(/\\s+/g, ' ')`
    await app.until(`${alert}?.startsWith('The server rejected this workout.')`)
    expect(await app.value(doneSets)).toBe(1)
    await expectAccessible(app, [320, 390])
    await app.view(390)
    await app.tap('See why')
    await app.until(hasHeading('You'))
    const text = String(await app.value(alert))
    expect(text).toContain('could not be saved on the server. ')
    expect(text).toContain('Barbell Bench Press, set 1, weight: Must be at least 0.')
    expect(text).toContain('Barbell Bench Press, set 1, rpe: ')
    await expectAccessible(app, [320, 390])
  }, 60_000)
})
