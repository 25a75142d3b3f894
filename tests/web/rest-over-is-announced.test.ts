import { expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { startBrowser } from '#tests/support/browser.ts'
import { logFirstSet, openApp, skipped, untilAvailableOffline } from './app-page.ts'

const server = await testApp()

/** Puts the page in the background, with permission to notify, and keeps timers of more than a minute in `rests`. */
const background = `globalThis.notified = []
globalThis.Notification = class { static permission = 'granted' }
ServiceWorkerRegistration.prototype.showNotification = async (title) => void notified.push(title)
Object.defineProperty(document, 'hidden', { get: () => true })
globalThis.rests = new Map()
const [start, stop] = [setTimeout, clearTimeout]
let lastId = 0
globalThis.setTimeout = (run, ms, ...values) => {
  if (!(ms > 60_000)) return start(run, ms, ...values)
  rests.set(--lastId, run)
  return lastId
}
globalThis.clearTimeout = (id) => { if (!rests.delete(id)) stop(id) }`

test.skipIf(skipped)(
  'the end of a rest is announced in the background, whatever page is open, unless the rest was skipped',
  async () => {
    const browser = await startBrowser()
    try {
      const app = await openApp(browser, server.listen())
      await untilAvailableOffline(app)
      await app.command('Page.addScriptToEvaluateOnNewDocument', { source: background })
      await app.reload()
      await logFirstSet(app)
      await app.until('rests.size === 1')
      await app.tap('Skip')
      await app.until('rests.size === 0')
      await app.tap('Log set 2')
      await app.until('rests.size === 1')
      await app.go('history')
      await app.value('rests.forEach((end) => end())')
      await app.until('notified.length > 0')
      expect(await app.value('notified')).toEqual(['Rest is over'])
    } finally {
      await browser.close()
    }
  },
  60_000,
)
