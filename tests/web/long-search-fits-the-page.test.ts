import { expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { startBrowser } from '#tests/support/browser.ts'
import { openApp, skipped } from './app-page.ts'

const server = await testApp()

test.skipIf(skipped)(
  'a search for a long word without a match doesn’t widen a page of 320 px',
  async () => {
    const browser = await startBrowser()
    try {
      const app = await openApp(browser, server.listen())
      await app.view(320)
      await app.tap('Start an empty workout')
      await app.until(`document.querySelector('main input') !== null`)
      await app.value(`document.querySelector('main input').focus()`)
      await app.typeText('x'.repeat(80))
      await app.until(`document.querySelector('.card.empty') !== null`)
      expect(await app.value('document.documentElement.scrollWidth')).toBe(320)
    } finally {
      await browser.close()
    }
  },
  60_000,
)
