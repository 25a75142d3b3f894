import type { TestApp } from '#tests/support/app.ts'
import type { Browser } from '#tests/support/browser.ts'
import { password, type TestUser } from '#tests/support/user.ts'
import { type AppPage, openApp, untilKept } from './app-page.ts'
import { logOf, train } from './lifter.ts'

/** The heading of the current page. */
export const heading = (text: string): string =>
  `document.querySelector('h1')?.textContent === ${JSON.stringify(text)}`

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
  await app.until(heading('You'))
}

/** An account with a log of some weeks, and the app on a phone that is logged in to it and has synced. */
export async function openTrained(
  server: TestApp,
  browser: Browser,
  { weeks, email }: { readonly weeks: number; readonly email: string },
): Promise<{ readonly user: TestUser; readonly app: AppPage }> {
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const user = await server.register({ email, timeZone })
  const now = Date.now()
  await train(user, weeks, now)
  const app = await openApp(browser, server.listen())
  await untilKept(app)
  await logIn(app, email)
  // Until then, the next workout may change.
  await app.go('storage')
  await app.until(`document.querySelector('.stat strong')?.textContent === '${logOf(weeks, now).length}'`)
  await app.go('today')
  await app.until(`document.body.innerText.includes('Synced')`)
  return { user, app }
}
