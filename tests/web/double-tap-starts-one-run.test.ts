import { expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { startBrowser } from '#tests/support/browser.ts'
import { skipped } from './app-page.ts'
import { hasHeading, isSynced, openAppWithLog, read } from './app-with-log.ts'

const server = await testApp()
const button = `[...document.querySelectorAll('button')].find(({ innerText }) => innerText.includes('Start this program'))`

test.skipIf(skipped)(
  'a double tap starts a program once',
  async () => {
    const browser = await startBrowser()
    try {
      const { app, user } = await openAppWithLog(server, browser, { weeks: 1, email: 'tapper@example.com' })
      await app.go('preview/phul')
      await app.until(`${button} !== undefined`)
      await app.value(`(() => {
        const button = ${button}
        button.click()
        button.click()
      })()`)
      await app.until(hasHeading('Today'))
      await app.until(isSynced)
      expect((await read<{ items: unknown[] }>(user, '/api/runs')).items).toHaveLength(1)
    } finally {
      await browser.close()
    }
  },
  60_000,
)
