import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { testApp } from '#tests/support/app.ts'
import { type Browser, startBrowser } from '#tests/support/browser.ts'
import { type AppPage, openApp, skipped, untilKept } from './app-page.ts'

// Here, because processes started in `beforeAll` end with it.
const address = (await testApp()).listen()

describe.skipIf(skipped)('a lifter without an account', () => {
  let profile: string
  let browser: Browser
  let app: AppPage

  const isStored = `document.querySelector('main').ariaBusy !== 'true'`
  const doneSets = `document.querySelectorAll('.set.done').length`

  beforeAll(async () => {
    profile = await mkdtemp(join(tmpdir(), 'replog-app-'))
    browser = await startBrowser(profile)
    app = await openApp(browser, address)
    await untilKept(app)
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  })

  test('logs the first set with seven taps, and each further one with one', async () => {
    await app.tap('Start an empty workout')
    await app.tap('Barbell Bench Press')
    await app.tap('Add 1 exercise')
    await app.tap('Log set 1')
    await app.tap('6')
    await app.tap('0')
    await app.tap('Log the set')
    await app.until(`${doneSets} === 1`)
    expect(app.taps).toBe(7)
    await app.tap('Log set 2')
    await app.until(`${doneSets} === 2`)
    expect(app.taps).toBe(8)
    await app.until(isStored)
  })

  test('continues without a network, even after a reload', async () => {
    await app.setOffline(true)
    await app.reload()
    await app.until(`${doneSets} === 2`)
    await app.tap('Add exercise')
    await app.tapAt('input[type=search]')
    await app.typeText('bech pres')
    await app.until(`document.querySelector('.rows b')?.textContent.includes('Bench Press')`)
    await app.tap('Close')
    await app.setOffline(false)
  })

  test('finds the set, the workout and the rest again after kill -9', async () => {
    await app.tap('Log set 3')
    await app.until(`${doneSets} === 3 && document.querySelector('.rest') !== null`)
    await app.until(isStored)
    await browser.kill()
    browser = await startBrowser(profile)
    app = await openApp(browser, address)
    await app.tap('Resume workout')
    await app.until(`${doneSets} === 3 && document.querySelector('.rest') !== null`)
  })

  test('starts the last workout again and ticks a set with two taps', async () => {
    await app.tap('Finish workout')
    await app.until(`document.querySelector('dialog[open]') !== null`)
    await app.tap('Finish')
    await app.until(`document.querySelector('h1')?.textContent.endsWith(', done') === true`)
    await app.tap('Done')
    await app.until(`document.querySelector('h1')?.textContent === 'Today'`)
    const before = app.taps
    await app.tap('Start ')
    await app.tap('Log set 1')
    await app.until(`${doneSets} === 1`)
    expect(app.taps - before).toBe(2)
  })

  test('sent no request to any other host, and violated no policy', () => {
    const others = app.requests.filter((url) => !url.startsWith(address) && !/^(data|blob|about):/.test(url))
    expect({ others, errors: app.errors }).toEqual({ others: [], errors: [] })
  })
})
