import { expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { startBrowser } from '#tests/support/browser.ts'
import { openApp, skipped } from './app-page.ts'

const server = await testApp()

const unknownPages = ['nowhere', 'constructor', '__proto__', 'toString/valueOf', '%E0%A4%A']
const brokenIds = ['exercise/%E0%A4%A', 'preview/%', 'program/__proto__', 'measurements/%FF']

const heading = `[...document.querySelectorAll('h1')].find((h1) => h1.getClientRects().length > 0)?.innerText`

test.skipIf(skipped)(
  'the app shows a page without errors at any address, even one that was cut off',
  async () => {
    const browser = await startBrowser()
    try {
      const app = await openApp(browser, server.listen())
      await app.command('Page.addScriptToEvaluateOnNewDocument', {
        source: `globalThis.failures = []; addEventListener('error', ({ message }) => failures.push(message))`,
      })
      for (const address of [...unknownPages, ...brokenIds]) {
        await app.value(`location.hash = ${JSON.stringify(`#/${address}`)}`)
        await app.reload()
        await app.until(`${heading} !== undefined`)
        if (unknownPages.includes(address)) expect(await app.value(heading)).toBe('Page not found')
        expect(await app.value('failures')).toEqual([])
      }
    } finally {
      await browser.close()
    }
  },
  60_000,
)
