import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { type Browser, startBrowser } from '#tests/support/browser.ts'
import { password } from '#tests/support/user.ts'
import { type AppPage, skipped } from './app-page.ts'
import { hasHeading, openAppWithLog } from './app-with-log.ts'

const server = await testApp()
const email = 'leaver@example.com'

describe.skipIf(skipped)('deleting the account', () => {
  let browser: Browser
  let app: AppPage

  const isShown = (text: string) => `document.body.innerText.includes(${JSON.stringify(text)})`
  const logInOnServer = async () =>
    (await server.client.POST('/api/auth/login', { body: { email, password } })).response.status

  const submit = async (typed: string) => {
    await app.value(`document.querySelector('input[name=password]').value = ''; true`)
    await app.tapAt('input[name=password]')
    await app.typeText(typed)
    await app.tap('Delete account')
  }

  beforeAll(async () => {
    browser = await startBrowser()
    ;({ app } = await openAppWithLog(server, browser, { weeks: 1, email }))
    await app.go('account')
  }, 60_000)
  afterAll(() => browser?.close())

  test('needs the password, and without a network deletes nothing', async () => {
    await submit('not the password')
    await app.until(`document.querySelector('[role=alert]') !== null`)
    await app.setOffline(true)
    await submit(password)
    await app.until(isShown('If you can still log in, your account was not deleted'))
    await app.setOffline(false)
    expect(await logInOnServer()).toBe(200)
  })

  test('removes it from the server, and its log from the device', async () => {
    await submit(password)
    await app.until(hasHeading('Today'))
    await app.until(isShown('Start an empty workout'))
    expect(await logInOnServer()).toBe(401)
  })
})
