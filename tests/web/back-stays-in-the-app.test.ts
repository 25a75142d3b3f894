import { expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { startBrowser } from '#tests/support/browser.ts'
import { openApp, skipped, untilAvailableOffline } from './app-page.ts'
import { hasHeading } from './app-with-log.ts'

const server = await testApp()

test.skipIf(skipped)(
  'the back buttons of an app that was opened at an inner page lead up, never out of the app',
  async () => {
    const browser = await startBrowser()
    try {
      // The blank page before it is like another site in the browser's history.
      const app = await openApp(browser, server.listen())
      await untilAvailableOffline(app)
      await app.value(`history.replaceState(null, '', '#/preview/phul'); true`)
      await app.reload()
      await app.until(hasHeading('PHUL'))
      await app.tap('Back')
      await app.until(hasHeading('Programs'))
      await app.tap('PHUL')
      await app.until(hasHeading('PHUL'))
      // The button of the browser counts, too.
      await app.value(`history.back(); true`)
      await app.until(hasHeading('Programs'))
      await app.tap('Back')
      await app.until(hasHeading('Today'))
      expect(await app.value(`location.hash`)).toBe('#/today')
    } finally {
      await browser.close()
    }
  },
  60_000,
)

test.skipIf(skipped)(
  'after a reload, the back button leads to the page before',
  async () => {
    const browser = await startBrowser()
    try {
      const app = await openApp(browser, server.listen())
      await untilAvailableOffline(app)
      await app.go('you')
      await app.go('programs')
      await app.tap('PHUL')
      await app.until(hasHeading('PHUL'))
      await app.reload()
      await app.until(hasHeading('PHUL'))
      await app.tap('Back')
      await app.until(hasHeading('Programs'))
      await app.tap('Back')
      await app.until(hasHeading('You'))
    } finally {
      await browser.close()
    }
  },
  60_000,
)
