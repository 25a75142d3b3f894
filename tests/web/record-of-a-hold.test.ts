import { expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { startBrowser } from '#tests/support/browser.ts'
import { doneSets, isStored, openApp, skipped } from './app-page.ts'

const server = await testApp()

test.skipIf(skipped)(
  'a hold that is longer than in earlier workouts is a record at once',
  async () => {
    const browser = await startBrowser()
    try {
      const app = await openApp(browser, server.listen())
      const hold = async (start: string, ...digits: readonly string[]) => {
        await app.tap(start)
        await app.until(`document.querySelector('main input') !== null`)
        await app.tap('Plank')
        await app.tap('Add 1 exercise')
        await app.tapAt('.cell[data-field=duration]')
        for (const digit of digits) await app.tap(digit)
        await app.tap('OK')
        await app.tap('Log set 1')
        await app.until(`${doneSets} === 1 && ${isStored}`)
      }
      await hold('Start an empty workout', '4', '0')
      expect(await app.value(`document.querySelector('.badge.record')`)).toBeNull()
      await app.tap('Finish')
      await app.tap('drop')
      await app.tap('Done')
      await hold('Empty workout', '2', '0', '0')
      await app.until(`document.querySelector('.badge.record')?.innerText.includes('+1:20')`)
    } finally {
      await browser.close()
    }
  },
  60_000,
)
