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

// Not in `beforeAll`, because the app would be closed when `beforeAll` ends.
const address = (await testApp()).listen()

describe.skipIf(skipped)('a workout of a program', () => {
  let browser: Browser
  let app: AppPage
  /** The card of the first workout, as stored to be shown before it is computed again. */
  let storedPress = ''

  const cells = `[...document.querySelectorAll('.ex')[0].querySelectorAll('.cell[data-field=reps]')].map(({ innerText }) => innerText)`
  const weekRows = `[...document.querySelectorAll('.rows small')].map(({ innerText }) => innerText.trim())`
  const weekMarks = `[...document.querySelectorAll('.weeks .here i')].map(({ className }) => className)`

  beforeAll(async () => {
    browser = await startBrowser()
    app = await openApp(browser, address)
    await untilAvailableOffline(app)
    await app.go('preview/531-boring-but-big')
    await app.tap('Start this program')
    for (let lift = 0; lift < 4; lift++) {
      await app.until(`document.querySelectorAll('dialog[open] input').length === 1`)
      await app.tapAt('dialog[open] input')
      await app.typeText('100')
      await app.tapAt('dialog[open] .btn.go')
      // The sheet of the next lift follows.
      await app.until(`document.querySelector('dialog[open] input')?.value !== '100'`)
    }
    await app.until(hasHeading('Today'))
    await app.until(`${showsNext} && localStorage.getItem('replog.next') !== null`)
    storedPress = String(await app.value(`localStorage.getItem('replog.next')`))
  }, 60_000)
  afterAll(() => browser?.close())

  test('shows which set is for as many reps as possible, and all of its weights', async () => {
    await app.tap('Start Press')
    await app.until(`document.querySelector('.set.now') !== null`)
    expect(await app.value(cells)).toEqual(['5', '5', '5+'])
    expect(await app.value(`document.querySelector('.ex .target').innerText`)).toStartWith(
      '3 × 5+ at 65–85 lb',
    )
    await app.tap('Log set 1')
    await app.tap('Log set 2')
    await app.until(`document.querySelector('.dock .what').innerText.endsWith('5+')`)
  })

  const tick = 'set 3 done'
  const isKeypadOpen = `document.querySelector('.pad') !== null`

  /** Taps the buttons. Returns the number of taps until this many sets are done and the keypad is closed. */
  const tapsUntil = async (done: number, ...buttons: readonly string[]) => {
    const { taps } = app
    for (const button of buttons) await app.tap(button)
    await app.until(`${doneSets} === ${done} && !(${isKeypadOpen}) && ${isStored}`)
    return app.taps - taps
  }

  /** Undoes the third set, and forgets its reps. */
  const startOver = async () => {
    await app.tap(tick)
    await app.until(`${doneSets} === 2`)
    await app.tapAt('.set.now .cell[data-field=reps]')
    await app.tap('Delete')
    await app.tap('OK')
    await app.until(`${cells}.join() === '5,5,5+'`)
  }

  test('asks how many reps such a set had: three taps for nine, one to undo it, and one to redo it', async () => {
    expect(await tapsUntil(3, tick, '9', 'Log the set')).toBe(3)
    expect(await app.value(cells)).toEqual(['5', '5', '9'])
    expect(await tapsUntil(2, tick)).toBe(1)
    expect(await tapsUntil(3, tick)).toBe(1)
    expect(await app.value(cells)).toEqual(['5', '5', '9'])
  })

  test('offers the fewest reps of such a set: two taps', async () => {
    await startOver()
    await app.tap(tick)
    await app.until(`document.querySelector('dialog .value')?.innerText === '5reps'`)
    expect(await app.value(doneSets)).toBe(2)
    expect(await tapsUntil(3, 'Log the set')).toBe(1)
    expect(await app.value(cells)).toEqual(['5', '5', '5'])
  })

  test('asks beside the sets on a wide screen, where a second tap on the same button confirms the reps', async () => {
    await startOver()
    await app.view(1280)
    await app.tap(tick)
    await app.until(isKeypadOpen)
    expect(await app.value(doneSets)).toBe(2)
    expect(await tapsUntil(3, tick)).toBe(1)
    await app.view(390)
  })

  test('is listed in the week with the sets that were done, and its day is marked', async () => {
    await app.tap('Finish')
    await app.tap('Finish, drop 5')
    await app.until(`document.querySelector('h1')?.textContent === 'Press, done'`)
    await app.tap('Done')
    await app.until(hasHeading('Today'))
    await app.tap('Program')
    await app.until(`document.querySelector('.weeks') !== null && ${weekRows}.length > 3`)
    const rows = (await app.value(weekRows)) as string[]
    expect(rows[0]).toBe('Done · 3 sets')
    expect(rows[1]).toMatch(/^8 sets · about \d+ min$/)
    expect(await app.value(weekMarks)).toEqual(['past', 'next', '', ''])
  })

  test('is listed with all of its sets, and not offered again, while the app opens', async () => {
    await app.go('today')
    await app.until(showsNext)
    // As after a crash that lost what was stored last.
    await app.value(`localStorage.setItem('replog.next', ${JSON.stringify(storedPress)})`)
    const { identifier } = (await app.command('Page.addScriptToEvaluateOnNewDocument', {
      source: `globalThis.shown = new Set()
      new MutationObserver(() => {
        for (const element of document.querySelectorAll('.resume h2, .rows.tall small'))
          if (element.getClientRects().length > 0 && !element.closest('div.wait')) shown.add(/\\d+ sets?/.exec(element.innerText)?.[0] ?? element.innerText)
      }).observe(document, { subtree: true, childList: true, characterData: true })`,
    })) as { identifier: string }
    await app.reload()
    await app.until(`${showsNext} && document.querySelector('.resume h2').innerText !== 'Press'`)
    await app.command('Page.removeScriptToEvaluateOnNewDocument', { identifier })
    expect(await app.value('[...shown].sort()')).toEqual(['3 sets', 'Deadlift'])
    await app.tap('Program')
    await app.until(`document.querySelector('.weeks') !== null && ${weekRows}.length > 3`)
  })

  test('that was skipped is not listed as done', async () => {
    await app.tap('Deadlift')
    await app.tap('Skip this day')
    await app.until(`${weekMarks}[2] === 'next'`)
    const rows = (await app.value(weekRows)) as string[]
    expect(rows[1]).toStartWith('Skipped · 8 sets')
  })

  test('in a deload week is labeled as such', async () => {
    const position = `document.querySelector('.t-l').innerText`
    const skippedDays = 10
    for (let day = 0; day < skippedDays; day++) {
      const before = await app.value(position)
      await app.tapAt('.rows [aria-current=step]')
      await app.tap('Skip this day')
      await app.until(
        `document.querySelector('dialog[open]') === null && ${position} !== ${JSON.stringify(before)}`,
      )
    }
    await app.until(`${position} === 'Week 4 (deload), day 1'`)
    await app.go('today')
    await app.until(`document.querySelector('main').innerText.includes('week 4 (deload), day 1')`)
  }, 60_000)
})
