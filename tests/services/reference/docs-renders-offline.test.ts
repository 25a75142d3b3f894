import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { type Browser, chromiumPath, hasChromium, type Page, startBrowser } from '#tests/support/browser.ts'
import { declaredOperations } from '#tests/support/contract.ts'

/** Contributors may not have a browser. In CI, a missing browser must fail the tests. */
const skipped = !hasChromium && process.env.CI !== 'true'
if (skipped)
  process.stderr.write(`No Chromium at ${chromiumPath} (CHROMIUM_BIN): skipping the test of /docs.\n`)

describe.skipIf(skipped)('the reference in a browser', () => {
  let address: string
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    address = (await testApp()).listen()
    browser = await startBrowser()
    page = await browser.open(`${address}/docs`)
    await page.until(`document.body?.innerText.includes('/api/workouts') === true`)
  }, 60_000)
  afterAll(() => browser?.close())

  test('lists every operation of the contract by its summary', async () => {
    const summaries = declaredOperations.map(({ node }) => node.summary)
    expect(summaries.length).toBeGreaterThan(30)
    await page.until(`${JSON.stringify(summaries)}.every((text) => document.body.innerText.includes(text))`)
    expect(await page.value('document.title')).toContain('Replog API')
  })

  test('shows the parameters of an operation once it is opened', async () => {
    await page.value(`document.querySelector('#operations-Workouts-createWorkout button').click()`)
    await page.until(
      `document.querySelector('#operations-Workouts-createWorkout').innerHTML.includes('supersetGroup')`,
    )
  })

  test('requests only its own files', () => {
    const fetched = page.requests.filter((address) => !/^(data|blob):/.test(address))
    expect(new Set(fetched)).toEqual(
      new Set([
        `${address}/docs`,
        `${address}/docs/swagger-ui-bundle.js`,
        `${address}/docs/swagger-ui.css`,
        `${address}/openapi.json`,
      ]),
    )
  })

  test('causes no errors', () => {
    expect(page.errors).toEqual([])
  })
})
