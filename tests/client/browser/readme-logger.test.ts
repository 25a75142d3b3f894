import { afterAll, describe, expect, test } from 'bun:test'
import { endProcesses } from '#tests/server/process.ts'
import { startBrowser } from '#tests/support/browser.ts'
import { temporaryFolder } from '#tests/support/folder.ts'
import { credentials, isSkipped, startServer, workoutsAt } from './page-driver.ts'
import { readmeLogger } from './readme.ts'

const press = (label: string) =>
  `[...document.querySelectorAll('button')].find(({ textContent }) => textContent === '${label}').click()`
const type = (placeholder: string, text: string) =>
  `Object.assign(document.querySelector('[placeholder="${placeholder}"]'), { value: '${text}' }).dispatchEvent(new Event('input'))`
const showsText = (text: string) => `document.body?.textContent.includes('${text}')`

describe.skipIf(isSkipped)('the logger of the client’s README, in Chromium', () => {
  afterAll(endProcesses)

  test('logs as a guest, keeps the log through a reload, and sends it after registering', async () => {
    const script = await readmeLogger()
    const pages = Bun.serve({
      hostname: '127.0.0.1',
      port: 0,
      routes: {
        '/': new Response('<!doctype html><body><script type="module" src="/logger.js"></script>', {
          headers: { 'Content-Type': 'text/html' },
        }),
        '/logger.js': new Response(script, { headers: { 'Content-Type': 'text/javascript' } }),
        '/favicon.ico': new Response(null, { status: 204 }),
      },
    })
    const { address } = await startServer(temporaryFolder(), pages.url.origin)
    const browser = await startBrowser()
    try {
      const page = await browser.open(`${pages.url.origin}/?api=${encodeURIComponent(address.origin)}`)
      await page.until(showsText('Saved on this device'))
      await page.value(press('Start a workout'))
      await page.until(showsText('Finish'))
      await page.value(type('Exercise', 'bench'))
      await page.until(showsText('Add Barbell Bench Press'))
      await page.value(press('Add Barbell Bench Press'))
      await page.until(showsText('Log a set'))
      await page.value(type('kg', '82.5'))
      await page.value(type('reps', '5'))
      await page.value(press('Log a set'))
      await page.until(showsText('82.5 kg × 5'))
      await page.reload()
      await page.until(showsText('82.5 kg × 5'))
      await page.value(type('Email', credentials.email))
      await page.value(type('Password', 'short'))
      await page.value(press('Create account'))
      await page.until(`document.querySelector('[role=alert]').textContent !== ''`)
      await page.value(type('Password', credentials.password))
      await page.value(press('Create account'))
      await page.until(showsText('synced, 0 to send'))
      expect((await workoutsAt(address)).map((sets) => sets.length)).toEqual([1])
      await page.value(press('Finish'))
      await page.until(showsText('Start a workout'))
    } finally {
      await browser.close()
      await pages.stop(true)
    }
  }, 60_000)
})
