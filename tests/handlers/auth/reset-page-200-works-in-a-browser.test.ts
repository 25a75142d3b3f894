import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { email, login, makeResetToken, registerUser } from '#tests/support/accounts.ts'
import { testApp } from '#tests/support/app.ts'
import { type Browser, chromiumPath, hasChromium, startBrowser } from '#tests/support/browser.ts'

/** In CI a missing browser is a failure; a contributor may not have one. */
const skipped = !hasChromium && process.env.CI !== 'true'
if (skipped)
  process.stderr.write(`No Chromium at ${chromiumPath} (CHROMIUM_BIN): skipping the tests of /reset.\n`)

const app = await testApp()
const address = app.listen()

describe.skipIf(skipped)('getResetPage, 200, in a browser', () => {
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
  const says = (text: string) =>
    `document.querySelector('[role=status]').textContent.includes(${JSON.stringify(text)})`

  test('sets the password and removes the token from the address bar', async () => {
    const token = await makeResetToken(app)
    const page = await browser.open(`${address}/reset#${token}`)
    await page.until(`document.querySelector('form') !== null && location.hash === ''`)
    await page.value(submit('nine marble kettles sing'))
    await page.until(says('Your new password is set'))
    expect((await login(app, { email, password: 'nine marble kettles sing' })).status).toBe(200)
    expect(page.requests.filter((url) => url.includes(token) && !url.includes('#'))).toEqual([])
    expect(page.errors).toEqual([])
    await page.close()
  }, 60_000)

  test('shows why the password could not be set', async () => {
    const used = await browser.open(`${address}/reset#${'A'.repeat(43)}`)
    await used.until(`document.querySelector('form') !== null`)
    await used.value(submit('nine marble kettles sing'))
    await used.until(says('The link was used or replaced'))
    await used.close()
    const cut = await browser.open(`${address}/reset#cut`)
    await cut.until(`document.querySelector('form') !== null`)
    await cut.value(submit('nine marble kettles sing'))
    await cut.until(says('This link is incomplete'))
    await cut.close()
  }, 60_000)
})
