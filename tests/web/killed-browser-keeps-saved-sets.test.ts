import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import { type ProfileBrowser, startBrowser } from '#tests/support/browser.ts'
import { runs } from '#tests/support/runs.ts'
import type { TestUser } from '#tests/support/user.ts'
import { type AppPage, doneSets, isStored, openApp, skipped, untilAvailableOffline } from './app-page.ts'
import { logIn } from './app-with-log.ts'

const server = await testApp()
const address = server.listen()
const email = 'killed@example.com'
const kills = runs(5)

describe.skipIf(skipped)('a browser killed while a set is logged', () => {
  let profile: string
  let browser: ProfileBrowser
  let app: AppPage
  let user: TestUser

  const sets = `document.querySelectorAll('.set').length`

  async function restart(): Promise<void> {
    await browser.kill()
    browser = await startBrowser(profile)
    app = await openApp(browser, address)
    await app.tap('Resume workout')
    await app.until(`${sets} >= 3`)
  }

  beforeAll(async () => {
    user = await server.register({ email })
    profile = await mkdtemp(join(tmpdir(), 'replog-killed-'))
    browser = await startBrowser(profile)
    app = await openApp(browser, address)
    await untilAvailableOffline(app)
    await logIn(app, email)
    await app.go('today')
    await app.tap('Start an empty workout')
    await app.tap('Barbell Bench Press')
    await app.tap('Add 1 exercise')
    for (const name of ['Log set 1', '6', '0', 'Log the set']) await app.tap(name)
    await app.until(`${doneSets} === 1 && ${isStored}`)
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  })

  test('still has every set that it showed as saved, and the server gets each set once', async () => {
    let saved = 1
    for (let kill = 0; kill < kills; kill++) {
      await app.tap('Add a set of Barbell Bench Press')
      await app.tapAt('.dock .go')
      await app.until(`${doneSets} === ${saved + 1}`)
      // Every other time, the browser is killed before the page shows the set as stored.
      const isShownAsStored = kill % 2 === 0
      if (isShownAsStored) await app.until(isStored)
      await restart()
      const shown = Number(await app.value(doneSets))
      expect(shown).toBeGreaterThanOrEqual(isShownAsStored ? saved + 1 : saved)
      expect(shown).toBeLessThanOrEqual(saved + 1)
      saved = shown
      expect(await app.value(`document.querySelector('.rest') !== null`)).toBe(true)
    }
    await app.go('today')
    await app.until(`document.body.innerText.includes('Synced')`)
    const { items }: Schemas['WorkoutList'] = JSON.parse((await user.send('GET', '/api/workouts')).text)
    expect(items).toHaveLength(1)
    const setsOnServer = items.flatMap(({ exercises }) => exercises.flatMap((exercise) => exercise.sets))
    expect(setsOnServer.filter(({ reps }) => reps !== undefined)).toHaveLength(saved)
    expect(new Set(setsOnServer.map(({ id }) => id)).size).toBe(setsOnServer.length)
  }, 180_000)
})
