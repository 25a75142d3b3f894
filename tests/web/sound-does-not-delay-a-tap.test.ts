import { expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { startBrowser } from '#tests/support/browser.ts'
import { logFirstSet, openApp, skipped } from './app-page.ts'

const server = await testApp()

/** Notes each time that the page prepares its sound, and whether an event is being handled then. */
const observer = `globalThis.prepared = []
globalThis.AudioContext = class extends AudioContext {
  constructor() {
    prepared.push(globalThis.event?.type)
    super()
  }
}`

test.skipIf(skipped)(
  'the sound is prepared once, and not while a tap is handled',
  async () => {
    const browser = await startBrowser()
    try {
      const app = await openApp(browser, server.listen())
      await app.command('Page.addScriptToEvaluateOnNewDocument', { source: observer })
      await app.reload()
      await logFirstSet(app)
      await app.until('prepared.length > 0')
      await app.tap('Log set 2')
      await app.until(`document.querySelectorAll('.set.done').length === 2`)
      expect(await app.value('prepared.map(String)')).toEqual(['undefined'])
    } finally {
      await browser.close()
    }
  },
  60_000,
)
