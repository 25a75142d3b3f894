import { expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { startBrowser } from '#tests/support/browser.ts'
import { skipped } from './app-page.ts'
import { openAppWithLog } from './app-with-log.ts'

const server = await testApp()
const focused = `(({ tagName, innerText }) => [tagName, innerText])(document.activeElement)`

test.skipIf(skipped)(
  'on a phone, opening a workout from History focuses its name, and going back focuses the list’s heading',
  async () => {
    const browser = await startBrowser()
    try {
      const { app } = await openAppWithLog(server, browser, { weeks: 1, email: 'focus@example.com' })
      await app.go('history')
      expect(await app.value(focused)).toEqual(['H1', 'History'])
      const name = await app.value(`document.querySelector('a[href^="#/history/"] b').innerText`)
      await app.tapAt('a[href^="#/history/"]')
      await app.until(`location.hash.startsWith('#/history/') && ${focused}[0] === 'H2'`)
      expect(await app.value(focused)).toEqual(['H2', name])
      await app.tap('Back')
      await app.until(`location.hash === '#/history' && ${focused}[0] === 'H1'`)
    } finally {
      await browser.close()
    }
  },
  60_000,
)
