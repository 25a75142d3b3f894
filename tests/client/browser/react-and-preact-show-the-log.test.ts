import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { type Browser, startBrowser } from '#tests/support/browser.ts'
import { isReady, isSkipped } from './page-driver.ts'
import { type PageServer, servePage } from './serve-page.ts'

const putScript = (name: string) =>
  `replog.workouts.put({ name: '${name}', startedAt: new Date().toISOString(), exercises: [] }).then(() => true)`
const shows = (id: string, text: string) => `document.querySelector('#${id}').textContent === '${text}'`
const allShow = (names: string, pending: number) =>
  [shows('react', names), shows('preact', names), shows('plain', `${names} guest ${pending}`)].join(' && ')

describe.skipIf(isSkipped)('React and Preact in Chromium', () => {
  let pages: PageServer
  let browser: Browser

  beforeAll(async () => {
    pages = await servePage('hooks-page.ts')
    browser = await startBrowser()
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await pages?.stop()
  })

  test('components show every tab’s changes, and render only when a value they show changes', async () => {
    const page = await browser.open(pages.origin)
    await page.until(`${isReady} && ${allShow('', 0)}`)
    await page.value(putScript('Legs'))
    await page.until(allShow('Legs', 1))
    const before = String(await page.value('JSON.stringify(renders)'))
    await page.value(
      `replog.measurements.put({ kind: 'waist', value: 80, unit: 'cm', measuredAt: '2026-11-20T06:30:00Z' }).then(() => true)`,
    )
    await page.until(allShow('Legs', 2))
    const after = String(await page.value('JSON.stringify(renders)'))
    expect(JSON.parse(after)).toMatchObject({
      react: JSON.parse(before).react,
      preact: JSON.parse(before).preact,
    })
    const other = await browser.open(pages.origin)
    await other.until(`${isReady} && ${allShow('Legs', 2)}`)
    await other.value(putScript('Push'))
    await page.until(allShow('Push,Legs', 3))
    await other.until(allShow('Push,Legs', 3))
    expect(page.errors).toEqual([])
  }, 60_000)
})
