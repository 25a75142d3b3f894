import { expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { startBrowser } from '#tests/support/browser.ts'
import { logFirstSet, openApp, skipped, untilAvailableOffline } from './app-page.ts'

const server = await testApp()

/** Notes each heading that is visible while the page loads. */
const observer = `globalThis.headings = new Set()
new MutationObserver(() => {
  const heading = document.querySelector('h1')
  if (heading?.getClientRects().length > 0) headings.add(heading.innerText)
}).observe(document, { subtree: true, childList: true, attributes: true })`

test.skipIf(skipped)(
  'while the log is being read, the page does not say that it can’t be read',
  async () => {
    const browser = await startBrowser()
    try {
      const app = await openApp(browser, server.listen())
      await untilAvailableOffline(app)
      await logFirstSet(app)
      await app.command('Page.addScriptToEvaluateOnNewDocument', { source: observer })
      await app.reload()
      await app.until(`document.querySelector('.set.done') !== null`)
      expect(await app.value('[...headings]')).toEqual([
        await app.value(`document.querySelector('h1').innerText`),
      ])
    } finally {
      await browser.close()
    }
  },
  60_000,
)
