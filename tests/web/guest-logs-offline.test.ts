import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { testApp } from '#tests/support/app.ts'
import { type ProfileBrowser, startBrowser } from '#tests/support/browser.ts'
import { type AppPage, doneSets, isStored, openApp, skipped, untilAvailableOffline } from './app-page.ts'

// Not in `beforeAll`, because the app would be closed when `beforeAll` ends.
const address = (await testApp()).listen()

describe.skipIf(skipped)('a guest', () => {
  let profile: string
  let browser: ProfileBrowser
  let app: AppPage

  beforeAll(async () => {
    profile = await mkdtemp(join(tmpdir(), 'replog-app-'))
    browser = await startBrowser(profile)
    app = await openApp(browser, address)
    await untilAvailableOffline(app)
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  })

  test('logs the first set with seven taps, and the next with one tap', async () => {
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

  test('still has the workout, its sets and the rest timer after kill -9', async () => {
    // There is no rest after the last set, so the one before it is logged once more.
    await app.tap('set 2 done')
    await app.tap('Log set 2')
    const isResting = `${doneSets} === 2 && document.querySelector('.rest') !== null`
    await app.until(isResting)
    await app.until(isStored)
    await browser.kill()
    browser = await startBrowser(profile)
    app = await openApp(browser, address)
    await app.tap('Resume workout')
    await app.until(isResting)
    await app.tap('Log set 3')
    await app.until(`${doneSets} === 3 && ${isStored}`)
  })

  test('repeats the last workout and logs its first set with two taps', async () => {
    await app.tap('Finish workout')
    await app.until(`document.querySelector('dialog[open]') !== null`)
    await app.tap('Finish')
    await app.until(`document.querySelector('h1')?.textContent.endsWith(', done') === true`)
    await app.tap('Done')
    await app.until(`document.querySelector('h1')?.textContent === 'Today'`)
    const tapsBefore = app.taps
    await app.tap('Start ')
    await app.tap('Log set 1')
    await app.until(`${doneSets} === 1`)
    expect(app.taps - tapsBefore).toBe(2)
  })

  test('gets a workout suggested offline, without what they leave out, and starts it', async () => {
    await app.tap('Log set 2')
    await app.tap('Log set 3')
    await app.tap('Finish workout')
    await app.until(`document.querySelector('dialog[open]') !== null`)
    await app.tap('Finish')
    await app.until(`document.querySelector('h1')?.textContent.endsWith(', done') === true`)
    await app.go('today')
    await app.setOffline(true)
    await app.tap('Suggest')
    // The previous page also lists workouts.
    await app.until(`document.querySelector('h1')?.textContent === 'Suggest a workout'`)
    const names = `[...document.querySelectorAll('main .rows b')].map(({ textContent }) => textContent)`
    await app.until(`${names}.length > 0`)
    const before = (await app.value(names)) as string[]
    const label = await app.value(`document.querySelector('main .section .label').innerText`)
    expect(label).toMatch(/^about (?:\d*[05] min|\d h \d[05])$/)
    await app.tap(before[0] ?? '')
    await app.tap('Leave it out')
    await app.until(`${names}.length > 0 && !${names}.includes(${JSON.stringify(before[0])})`)
    await app.tap('Bring back 1 exercise')
    await app.until(`JSON.stringify(${names}) === ${JSON.stringify(JSON.stringify(before))}`)
    await app.tap('Start workout')
    await app.until(`document.querySelectorAll('.ex').length === ${before.length}`)
    await app.setOffline(false)
  })

  test('has sent no request to another host, and caused no errors', () => {
    const toOtherHosts = app.requests.filter(
      (url) => !url.startsWith(address) && !/^(data|blob|about):/.test(url),
    )
    expect({ toOtherHosts, errors: app.errors }).toEqual({ toOtherHosts: [], errors: [] })
  })
})
