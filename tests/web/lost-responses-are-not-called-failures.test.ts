import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { type Browser, startBrowser } from '#tests/support/browser.ts'
import { password } from '#tests/support/user.ts'
import { type AppPage, skipped } from './app-page.ts'
import { hasHeading, openAppWithLog } from './app-with-log.ts'
import { chooseFile } from './choose-file.ts'

const server = await testApp()
const email = 'tunnel@example.com'
const newPassword = 'pelican orbit marzipan 58'

const file = `Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,RPE
2024-03-04 18:00:00,"Monday",45m,"Squat (Barbell)",1,80,5,0,0,
`

/** Lets requests to a path reach the server, but no response to them return. */
const loseResponses = (path: string) => `(() => {
  const { fetch } = window
  window.fetch = async (request, init) => {
    const response = await fetch(request, init)
    if (new URL(response.url).pathname.match(${path})) throw new TypeError('Failed to fetch')
    return response
  }
  window.restoreFetch = () => { window.fetch = fetch }
  return true
})()`

describe.skipIf(skipped)('if the response to a request that took effect is lost', () => {
  let browser: Browser
  let app: AppPage

  const isShown = (text: string) => `document.body.innerText.includes(${JSON.stringify(text)})`
  const logInStatus = async (typed: string) =>
    (await server.client.POST('/api/auth/login', { body: { email, password: typed } })).response.status

  async function typeInto(name: string, text: string): Promise<void> {
    await app.until(`document.querySelector('input[name=${name}]') !== null`)
    await app.value(`document.querySelector('input[name=${name}]').value = ''; true`)
    await app.tapAt(`input[name=${name}]`)
    await app.typeText(text)
  }

  async function losing(path: RegExp, act: () => Promise<void>): Promise<void> {
    await app.value(loseResponses(String(path)))
    await act()
    await app.value('window.restoreFetch(), true')
  }

  beforeAll(async () => {
    browser = await startBrowser()
    ;({ app } = await openAppWithLog(server, browser, { weeks: 1, email }))
  }, 60_000)
  afterAll(() => browser?.close())

  test('an import can be committed again, and nothing is imported twice', async () => {
    await app.go('import')
    await chooseFile(app, 'strong.csv', file)
    await app.until(isShown('Choose kg or lb'))
    await app.tap('kg')
    await losing(/commit$/, async () => {
      await app.tap('Import 1 workout')
      await app.until(isShown('nothing is imported twice'))
    })
    await app.tap('Import 1 workout')
    await app.until(isShown('Undo the import'))
    const { data: login } = await server.client.POST('/api/auth/login', { body: { email, password } })
    const { text } = await server.send('GET', '/api/workouts?to=2024-12-31', {
      token: login?.accessToken ?? '',
    })
    expect(JSON.parse(text).items).toHaveLength(1)
  })

  test('the app does not say that the old password still works', async () => {
    await app.go('account')
    await typeInto('current', password)
    await typeInto('new', newPassword)
    await losing(/password$/, async () => {
      await app.tap('Change password')
      await app.until(isShown('If the new password doesn’t work, the old one does'))
    })
    expect([await logInStatus(password), await logInStatus(newPassword)]).toEqual([401, 200])
  })

  test('the app does not say that the account still exists', async () => {
    // The tokens of the new session were in the lost response.
    await app.go('account/login')
    await typeInto('email', email)
    await typeInto('password', newPassword)
    await app.tap('Log in')
    await app.until(hasHeading('You'))
    await app.go('account')
    await typeInto('password', newPassword)
    await losing(/users\/me$/, async () => {
      await app.tap('Delete account')
      await app.until(isShown('If you can still log in, your account was not deleted'))
    })
    expect(await logInStatus(newPassword)).toBe(401)
  })
})
