import { expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { startBrowser } from '#tests/support/browser.ts'
import { skipped } from './app-page.ts'
import { isSynced, openAppWithLog } from './app-with-log.ts'

const server = await testApp()
const idleMs = 20 * 60_000

test.skipIf(skipped)(
  'after twenty minutes, opening the app renews the session once, before any other request, and logs no error',
  async () => {
    const browser = await startBrowser()
    try {
      const { app } = await openAppWithLog(server, browser, { weeks: 1, email: 'idle@example.com' })
      server.clock.now += idleMs
      await app.command('Page.addScriptToEvaluateOnNewDocument', {
        source: `{ const { now } = Date; Date.now = () => now() + ${idleMs} }`,
      })
      const requestCount = app.requests.length
      await app.reload()
      for (const path of ['/api/users/me', '/api/sync/changes'])
        await app.until(
          `performance.getEntriesByType('resource').some(({ name }) => name.includes('${path}'))`,
        )
      await app.until(isSynced)
      const paths = app.requests.slice(requestCount).map((address) => new URL(address).pathname)
      const [first, ...others] = paths.filter((path) => path.startsWith('/api/'))
      expect(first).toBe('/api/auth/refresh')
      expect(others).not.toContain('/api/auth/refresh')
      expect(app.errors).toEqual([])
    } finally {
      await browser.close()
    }
  },
  60_000,
)
