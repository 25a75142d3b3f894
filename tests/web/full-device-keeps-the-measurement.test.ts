import { expect, test } from 'bun:test'
import { limitQuota } from '#tests/client/browser/full-disk.ts'
import { testApp } from '#tests/support/app.ts'
import { startBrowser } from '#tests/support/browser.ts'
import { logFirstSet, openApp, skipped, untilAvailableOffline } from './app-page.ts'

const address = (await testApp()).listen()

const message = `document.querySelector('dialog [role=alert]')?.innerText`

test.skipIf(skipped)(
  'a measurement that can’t be stored stays in its form, which says what to do',
  async () => {
    const disk = limitQuota()
    const browser = await startBrowser(disk.profile)
    try {
      const app = await openApp(browser, address)
      await untilAvailableOffline(app)
      await logFirstSet(app)
      await disk.fill(app)
      await app.go('measurements')
      await app.tap('Add a measurement')
      await app.until(`document.activeElement.matches('dialog input')`)
      await app.typeText('82')
      await app.press('Enter')
      await app.until(`${message} !== undefined`)
      expect(await app.value(message)).toBe(
        'Not saved: this device is full. Free up some space, then try again.',
      )
      expect(await app.value(`document.querySelector('dialog input').value`)).toBe('82')
      await disk.makeRoom(app)
      await app.until(`(document.querySelector('dialog form')?.requestSubmit(),
      document.querySelector('dialog') === null)`)
    } finally {
      await browser.close()
      disk.remove()
    }
  },
)
