import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { type Browser, startBrowser } from '#tests/support/browser.ts'
import {
  type AppPage,
  doneSets,
  isStored,
  openApp,
  showsNext,
  skipped,
  untilAvailableOffline,
} from './app-page.ts'
import { hasHeading } from './app-with-log.ts'

const address = (await testApp()).listen()
const setsOfADay = 8

describe.skipIf(skipped)('a program that lists its main lift again for more sets', () => {
  let browser: Browser
  let app: AppPage

  const texts = async (selector: string) =>
    (await app.value(
      `[...document.querySelectorAll(${JSON.stringify(selector)})]
        .filter((element) => element.getClientRects().length > 0)
        .map((element) => element.innerText.replace(/\\s+/g, ' '))`,
    )) as string[]
  const start = async (day: string) => {
    await app.tap(`Start ${day}`)
    await app.until(`document.querySelectorAll('.set').length === ${setsOfADay}`)
  }
  const finish = async () => {
    for (let done = 0; done < setsOfADay; done++) {
      await app.tapAt('.dock .go')
      // It asks how many reps the last of the main sets had.
      await app.until(`${doneSets} === ${done + 1} || document.querySelector('.pad') !== null`)
      if ((await app.value(doneSets)) === done) await app.tap('Log the set')
      await app.until(`${doneSets} === ${done + 1} && document.querySelector('.pad') === null`)
    }
    await app.until(isStored)
    await app.tap('Finish workout')
    await app.until(`document.querySelector('dialog[open]') !== null`)
    await app.tap('Finish')
    await app.until(`document.querySelector('h1')?.textContent.endsWith(', done') === true`)
    await app.until(`document.querySelector('.stats') !== null`)
  }
  const goOn = async () => {
    await app.tap('Done')
    await app.until(hasHeading('Today'))
  }

  beforeAll(async () => {
    browser = await startBrowser()
    app = await openApp(browser, address)
    await untilAvailableOffline(app)
    await app.go('preview/531-boring-but-big')
    await app.tap('Start this program')
    for (const [lift, base] of [
      ['Barbell Overhead Press', '120'],
      ['Barbell Deadlift', '315'],
      ['Barbell Bench Press', '200'],
      ['Barbell Back Squat', '265'],
    ]) {
      await app.until(`document.querySelector('dialog[open] h2')?.textContent === '${lift}'`)
      await app.tapAt('dialog[open] input')
      await app.typeText(base ?? '')
      await app.tap('Continue')
    }
    await app.until(hasHeading('Today'))
    await app.until(showsNext)
  }, 60_000)
  afterAll(() => browser?.close())

  test('is planned with all of its weights', async () => {
    expect(await texts('.plan .v')).toEqual(['80–100 lb × 5+', '60 lb × 10'])
    await start('Press')
    expect(await texts('.ex .target b')).toEqual(['3 × 5+', '80–100 lb', '5 × 10', '60 lb'])
  }, 60_000)

  test('sets no record in the first session of a lift', async () => {
    await finish()
    expect((await texts('.stat')).at(-1)).toBe('0 Records')
    await goOn()
  }, 60_000)

  test('compares each entry with the same entry last time', async () => {
    for (const day of ['Deadlift', 'Bench', 'Squat']) {
      await start(day)
      await finish()
      await goOn()
    }
    await start('Press')
    expect(await texts('.set .last')).toEqual(
      ['80 × 5', '90 × 5', '100 × 5', '60 × 10', '60 × 10', '60 × 10', '60 × 10', '60 × 10'].map(
        (text) => `Last time ${text}`,
      ),
    )
    await finish()
    expect(await texts('.rows:not(.tall) .badge')).toEqual(['+10 lb', 'same'])
    await goOn()
  }, 120_000)

  test('shows both entries of a session, and what the program has for the next one', async () => {
    await app.go('exercise/barbell-overhead-press')
    await app.until(`document.querySelector('.t-l') !== null`)
    expect(await texts('.rows .main b')).toEqual(
      expect.arrayContaining([
        '85 × 3 · 95 × 3 · 110 × 3 · 60 × 10, 10, 10, 10, 10',
        '80 × 5 · 90 × 5 · 100 × 5 · 60 × 10, 10, 10, 10, 10',
      ]),
    )
    expect(await texts('.t-l p')).toEqual(['90 lb × 5, 100 × 3, 115 × 1+', '5 × 10 at 60 lb'])
    expect(await texts('.card:has(.t-l) .soft')).toEqual(['5/3/1 Boring But Big, week 3, day 1'])
  }, 60_000)

  test('shows in a sheet what a day calls for', async () => {
    await app.go('programs')
    await app.tap('5/3/1 Boring But Big')
    await app.until(`document.body.innerText.includes('You are here')`)
    await app.tap('Squat')
    await app.until(`document.querySelector('dialog[open] .reasons') !== null`)
    expect(await texts('dialog[open] .reasons .soft')).toEqual([
      '185 lb × 3, 210 × 3, 240 × 3+',
      '5 × 10 at 135 lb',
    ])
  }, 60_000)
})
