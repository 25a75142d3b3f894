import { expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { startBrowser } from '#tests/support/browser.ts'
import { openApp, skipped } from './app-page.ts'

const server = await testApp()

test.skipIf(skipped)(
  'a search is at most as long as the name of an exercise that is created from it',
  async () => {
    const browser = await startBrowser()
    try {
      const app = await openApp(browser, server.listen())
      await app.tap('Start an empty workout')
      await app.until(`document.querySelector('main input') !== null`)
      await app.value(`document.querySelector('main input').focus()`)
      await app.typeText('x'.repeat(500))
      await app.tap('Create “')
      await app.until(`document.querySelector('dialog[open] input') !== null`)
      expect(await app.value(`document.querySelector('dialog[open] input').value.length`)).toBe(100)
    } finally {
      await browser.close()
    }
  },
  60_000,
)
