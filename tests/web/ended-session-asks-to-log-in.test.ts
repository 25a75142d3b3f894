import { expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import { startBrowser } from '#tests/support/browser.ts'
import { skipped } from './app-page.ts'
import { isSynced, logIn, openAppWithLog, read } from './app-with-log.ts'

const server = await testApp()
const email = 'ended@example.com'
const isShown = (text: string) => `document.body.innerText.includes(${JSON.stringify(text)})`

test.skipIf(skipped)(
  'once the server has ended the session, the app asks the user to log in again, and syncs the same log',
  async () => {
    const browser = await startBrowser()
    try {
      const { app, user } = await openAppWithLog(server, browser, { weeks: 1, email })
      const { items } = await read<Schemas['SessionList']>(user, '/api/auth/sessions')
      for (const { id, current } of items) if (!current) await user.send('DELETE', `/api/auth/sessions/${id}`)
      await app.reload()
      await app.go('you')
      await app.until(isShown('Log in again'))
      expect(await app.value(`document.querySelector('a[href="#/account"] small').innerText`)).toBe(
        'Log in again',
      )
      await app.go('account')
      await app.until(`document.querySelector('input[name=password]') !== null`)
      // Only a guest's workouts are added to an account.
      expect(await app.value(isShown('will be added to the account'))).toBe(false)
      await logIn(app, email)
      await app.until(isSynced)
    } finally {
      await browser.close()
    }
  },
  60_000,
)
