import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import { type Browser, startBrowser } from '#tests/support/browser.ts'
import type { TestUser } from '#tests/support/user.ts'
import { type AppPage, doneSets, isStored, openApp, skipped, untilAvailableOffline } from './app-page.ts'
import { isSynced, logIn } from './app-with-log.ts'

const server = await testApp()
const address = server.listen()
const email = 'two@example.com'

describe.skipIf(skipped)('two devices of an account', () => {
  let browsers: readonly Browser[] = []
  let phone: AppPage
  let tablet: AppPage
  let user: TestUser

  beforeAll(async () => {
    user = await server.register({ email })
    browsers = await Promise.all([startBrowser(), startBrowser()])
    const [first, second] = browsers
    if (!first || !second) return
    phone = await openApp(first, address)
    tablet = await openApp(second, address)
    for (const app of [phone, tablet]) {
      await untilAvailableOffline(app)
      await logIn(app, email)
      await app.go('today')
    }
  }, 60_000)
  afterAll(async () => {
    for (const browser of browsers) await browser.close()
  })

  test('log sets of the same workout while offline, and the server gets every set once', async () => {
    await phone.tap('Start an empty workout')
    for (const name of ['Barbell Bench Press', 'Barbell Back Squat']) await phone.tap(name)
    await phone.tap('Add 2 exercises')
    await phone.until(`document.querySelectorAll('.set').length === 6`)
    await tablet.until(`document.body.innerText.includes('Resume workout')`)
    await tablet.tap('Resume workout')
    await tablet.until(`document.querySelectorAll('.set').length === 6`)
    for (const app of [phone, tablet]) await app.setOffline(true)
    const log = async (app: AppPage, exercise: number) => {
      await app.tapAt(`.ex:nth-of-type(${exercise}) .set .tick`)
      for (const key of ['6', '0', 'Log the set']) await app.tap(key)
      await app.until(`${doneSets} === 1`)
      await app.tapAt(`.ex:nth-of-type(${exercise}) .set:not(.done) .tick`)
      await app.until(`${doneSets} === 2 && ${isStored}`)
    }
    await log(phone, 1)
    await log(tablet, 2)
    for (const app of [phone, tablet]) await app.setOffline(false)
    for (const app of [phone, tablet]) {
      await app.until(`${doneSets} === 4`)
      await app.go('today')
      await app.until(isSynced)
    }
    const { text } = await user.send('GET', '/api/workouts')
    const { items }: Schemas['WorkoutList'] = JSON.parse(text)
    expect(items).toHaveLength(1)
    const setsDone = items[0]?.exercises.map(
      ({ sets }) => sets.filter(({ reps }) => reps !== undefined).length,
    )
    expect(setsDone).toEqual([2, 2])
    expect(items[0]?.exercises.flatMap(({ sets }) => sets)).toHaveLength(6)
  })
})
