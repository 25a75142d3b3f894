import { expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { startBrowser } from '#tests/support/browser.ts'
import { openApp, skipped, untilAvailableOffline } from './app-page.ts'

const server = await testApp()

const workoutRows = `document.querySelectorAll('.rows.tall a[href*="workout"], .rows.tall a[href*="history/"]').length`

test.skipIf(skipped).each([
  ['an empty one', 'today', 'Start an empty workout', '#/add'],
  ['a suggested one', 'suggest', 'Start workout', '#/workout'],
])(
  'a double tap starts one workout: %s',
  async (_, page, button, hash) => {
    const browser = await startBrowser()
    try {
      const app = await openApp(browser, server.listen())
      await untilAvailableOffline(app)
      await app.go(page)
      const found = `[...document.querySelectorAll('button')].find(({ innerText }) => innerText.includes(${JSON.stringify(button)}))`
      await app.until(`${found} !== undefined`)
      await app.value(`(() => {
        const button = ${found}
        button.click()
        button.click()
      })()`)
      await app.until(`location.hash === ${JSON.stringify(hash)}`)
      await app.go('history')
      await app.until(`${workoutRows} > 0`)
      expect(await app.value(workoutRows)).toBe(1)
    } finally {
      await browser.close()
    }
  },
  60_000,
)
