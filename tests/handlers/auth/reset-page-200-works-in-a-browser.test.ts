import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { createResetToken, email, login, registerUser } from '#tests/support/accounts.ts'
import { testApp } from '#tests/support/app.ts'
import { type Browser, chromiumPath, hasChromium, startBrowser } from '#tests/support/browser.ts'

/** Whether the tests are skipped because there is no browser. In CI, a missing browser is a failure. */
const isSkipped = !hasChromium && process.env.CI !== 'true'
if (isSkipped)
  process.stderr.write(`No Chromium at ${chromiumPath} (CHROMIUM_BIN): skipping the tests of /reset.\n`)

const app = await testApp()
const address = app.listen()

describe.skipIf(isSkipped)('getResetPage, 200, in a browser', () => {
  let browser: Browser

  beforeAll(async () => {
    browser = await startBrowser()
    await registerUser(app)
  }, 60_000)
  afterAll(() => browser?.close())

  const submit = (password: string) => `{
    const { password } = document.querySelector('form').elements
    password.value = ${JSON.stringify(password)}
    document.querySelector('form').requestSubmit()
  }`
  const statusContains = (text: string) =>
    `document.querySelector('[role=status]').textContent.includes(${JSON.stringify(text)})`

  test('the page sets the password and removes the token from the address bar', async () => {
    const token = await createResetToken(app)
    const page = await browser.open(`${address}/reset#${token}`)
    await page.until(`document.querySelector('form') !== null && location.hash === ''`)
    await page.value(submit('nine marble kettles sing'))
    await page.until(statusContains('Your new password is set'))
    expect((await login(app, { email, password: 'nine marble kettles sing' })).status).toBe(200)
    expect(page.requests.filter((url) => url.includes(token) && !url.includes('#'))).toEqual([])
    expect(page.errors).toEqual([])
    await page.close()
  }, 60_000)

  test('the page explains why the password could not be set', async () => {
    const unknown = await browser.open(`${address}/reset#${'A'.repeat(43)}`)
    await unknown.until(`document.querySelector('form') !== null`)
    await unknown.value(submit('nine marble kettles sing'))
    await unknown.until(statusContains('The link was used or replaced'))
    await unknown.close()
    const incomplete = await browser.open(`${address}/reset#cut`)
    await incomplete.until(`document.querySelector('form') !== null`)
    await incomplete.value(submit('nine marble kettles sing'))
    await incomplete.until(statusContains('This link is incomplete'))
    await incomplete.close()
  }, 60_000)
})
