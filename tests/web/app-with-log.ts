import type { TestApp } from '#tests/support/app.ts'
import type { Browser } from '#tests/support/browser.ts'
import { password, type TestUser } from '#tests/support/user.ts'
import { type AppPage, openApp, untilAvailableOffline } from './app-page.ts'
import { logOf, train } from './lifter.ts'

/** A script that checks whether the current page has this heading. */
export const hasHeading = (text: string): string =>
  `document.querySelector('h1')?.textContent === ${JSON.stringify(text)}`

/** A script that checks whether the app has sent and pulled everything. */
export const isSynced = `document.body.innerText.includes('Synced')`

/** The body of the response to a user's `GET`. Throws unless its status is 200. */
export async function read<Body>(user: TestUser, path: string): Promise<Body> {
  const { status, text } = await user.send('GET', path)
  if (status !== 200) throw new Error(`${path}: ${text}`)
  return JSON.parse(text)
}

/** Logs in through the form. */
export async function logIn(app: AppPage, email: string): Promise<void> {
  await app.go('account/login')
  for (const [name, text] of [
    ['email', email],
    ['password', password],
  ] as const) {
    await app.tapAt(`input[name=${name}]`)
    await app.typeText(text)
  }
  await app.tap('Log in')
  await app.until(hasHeading('You'))
}

/** Creates an account with a log of some weeks, and opens the app, logged in and synced. */
export async function openAppWithLog(
  server: TestApp,
  browser: Browser,
  { weeks, email }: { readonly weeks: number; readonly email: string },
): Promise<{ readonly user: TestUser; readonly app: AppPage }> {
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const user = await server.register({ email, timeZone })
  const now = Date.now()
  await train(user, weeks, now)
  const app = await openApp(browser, server.listen())
  await untilAvailableOffline(app)
  await logIn(app, email)
  // Until the whole log has been pulled, the next workout may change.
  await app.go('storage')
  await app.until(
    `document.querySelector('.stat strong')?.textContent.replace(/\\D/g, '') === '${logOf(weeks, now).length}'`,
  )
  await app.go('today')
  await app.until(isSynced)
  return { user, app }
}
