import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { type Browser, startBrowser } from '#tests/support/browser.ts'
import { type AppPage, logFirstSet, openApp, skipped, untilAvailableOffline } from './app-page.ts'
import { hasHeading } from './app-with-log.ts'

const server = await testApp()

/** The targets and cells of the exercise with this name. */
const cardOf = (name: string) => `(() => {
  const card = [...document.querySelectorAll('.ex')].find((each) => each.querySelector('h2 a')?.innerText === '${name}')
  if (!card) return undefined
  return {
    target: card.querySelector('.target')?.innerText.replace(/\\s+/g, ' ').trim(),
    sets: [...card.querySelectorAll('.set')].map((set) => [...set.querySelectorAll('.cell')].map((cell) => cell.innerText)),
  }
})()`

describe.skipIf(skipped)('in the workout of a program', () => {
  let browser: Browser
  let app: AppPage

  beforeAll(async () => {
    browser = await startBrowser()
    app = await openApp(browser, server.listen())
    await untilAvailableOffline(app)
    await logFirstSet(app)
    await app.tapAt('.wtop .btn.tint')
    await app.tap('Finish, drop 2')
    await app.until(`document.querySelector('h1')?.textContent.endsWith(', done') === true`)
    await app.go('preview/stronglifts-5x5')
    await app.tap('Start this program')
    for (const weight of ['135', '95', '95', '185']) {
      await app.tapAt('dialog input')
      await app.typeText(weight)
      await app.tap('Continue')
    }
    await app.until(hasHeading('Today'))
    await app.tap('Start ')
    await app.until(`document.querySelector('.set.now') !== null`)
  }, 90_000)
  afterAll(() => browser?.close())

  const choose = async (name: string) => {
    await app.until(`document.querySelector('.picker .rows') !== null`)
    await app.tapAt('input[type=search]')
    await app.typeText(name)
    await app.until(`document.querySelector('.picker .rows b')?.innerText === '${name}'`)
    await app.tapAt('.picker .rows > *')
  }
  const swap = async (name: string, other: string) => {
    await app.tap(`More for ${name}`)
    await app.tap('Swap')
    await choose(other)
    await app.until(`document.querySelector('.set.now') !== null`)
  }

  test('a swapped exercise has the sets of the slot, with the weight that its own log shows', async () => {
    await swap('Barbell Row', 'Barbell Bench Press')
    const cards = (await app.value(`[...document.querySelectorAll('.ex')].map((card) =>
      [...card.querySelectorAll('.set')].map((set) =>
        [...set.querySelectorAll('.cell')].map((cell) => cell.innerText).join(' × ')))`)) as string[][]
    // 60 lb × 8 takes as much as 65 lb × 5.
    expect(cards.at(-1)).toEqual(Array.from({ length: 5 }, () => '65 × 5'))
  })

  test('a swapped exercise without a log has the sets of the slot, without a weight', async () => {
    await swap('Barbell Back Squat', 'Leg Press')
    expect(await app.value(cardOf('Leg Press'))).toEqual({
      target: '5 × 5',
      sets: Array.from({ length: 5 }, () => ['–', '5']),
    })
  })

  test('an added exercise that is held for a time starts with a time', async () => {
    await app.go('add')
    await choose('Plank')
    await app.tap('Add 1 exercise')
    await app.until(`${cardOf('Plank')} !== undefined`)
    const { sets } = (await app.value(cardOf('Plank'))) as { sets: string[][] }
    expect(sets).toEqual(Array.from({ length: 3 }, () => ['–', '0:30']))
  })

  test('the weight of a swapped exercise can be loaded on the user’s bar', async () => {
    await app.value(`(() => {
      const settings = { ...JSON.parse(localStorage.getItem('replog.settings') ?? '{}'), bar: 33 }
      localStorage.setItem('replog.settings', JSON.stringify(settings))
    })()`)
    await app.reload()
    await app.until(`document.querySelector('.set.now') !== null`)
    await swap('Leg Press', 'Barbell Bench Press')
    // With this bar, the bench press is due at 58 lb × 8, equivalent to 62.97 lb × 5. The bar makes 58 and 63 lb.
    const { sets } = (await app.value(cardOf('Barbell Bench Press'))) as { sets: string[][] }
    expect(sets).toEqual(Array.from({ length: 5 }, () => ['58', '5']))
  })
})
