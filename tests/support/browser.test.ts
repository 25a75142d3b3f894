import { afterAll, expect, test } from 'bun:test'
import { chromiumPath, hasChromium, startBrowser } from './browser.ts'

const isSkipped = !hasChromium && process.env.CI !== 'true'
if (isSkipped) process.stderr.write(`No Chromium at ${chromiumPath} (CHROMIUM_BIN): skipping its tests.\n`)

const html = (text: string) => new Response(text, { headers: { 'Content-Type': 'text/html' } })
const site = Bun.serve({
  hostname: '127.0.0.1',
  port: 0,
  routes: {
    '/': () => html('<body>first<script>setTimeout(() => { location.href = "/second" }, 100)</script>'),
    '/second': () => html('<body>second'),
  },
})
afterAll(() => site.stop(true))

test.skipIf(isSkipped)('until keeps waiting when the page loads another document', async () => {
  const browser = await startBrowser()
  const page = await browser.open(site.url.href)
  await page.until(`document.body.innerText === 'second'`)
  expect(await page.value('location.pathname')).toBe('/second')
  await browser.close()
})
