import { expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { startBrowser } from '#tests/support/browser.ts'
import { doneSets, openApp, showsNext, skipped, untilAvailableOffline } from './app-page.ts'
import { hasHeading } from './app-with-log.ts'

const address = (await testApp()).listen()

const sheet = `document.querySelector('dialog[open]')?.innerText`

test.skipIf(skipped)(
  'a program doesn’t raise a weight if sets were left undone',
  async () => {
    const browser = await startBrowser()
    try {
      const app = await openApp(browser, address)
      await untilAvailableOffline(app)
      await app.go('preview/stronglifts-5x5')
      await app.tap('Start this program')
      for (let lift = 0; lift < 5; lift++) {
        await app.until(`document.querySelectorAll('dialog[open] input').length === 1`)
        await app.tapAt('dialog[open] input')
        await app.typeText('100')
        await app.tapAt('dialog[open] .btn.go')
        await app.until(`document.querySelector('dialog[open] input')?.value !== '100'`)
      }
      await app.until(hasHeading('Today'))
      await app.tap('Start ')
      await app.tap('Log set 1')
      await app.until(`${doneSets} === 1`)
      await app.tap('Finish')
      await app.until(`${sheet} !== undefined`)
      expect(await app.value(sheet)).toContain('Left in the plan, they count as missed.')
      await app.tapAt('dialog[open] .btn.go')
      await app.until(`document.querySelector('.stats') !== null`)
      await app.go('today')
      await app.until(showsNext)
      expect(await app.value(`document.querySelector('.plan').innerText`)).toMatch(/Back Squat\s+100 lb × 5/)
    } finally {
      await browser.close()
    }
  },
  60_000,
)
