import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { type Browser, startBrowser } from '#tests/support/browser.ts'
import { expectAccessible } from './accessible.ts'
import { type AppPage, isRendered, openApp, skipped } from './app-page.ts'

/** The pages, in an order in which a user could open them. */
const pages = [
  'today',
  'add',
  'workout',
  'history',
  'exercise/barbell-bench-press',
  'progress',
  'programs',
  'program/new',
  'suggest',
  'preview/phul',
  'run',
  'measurements',
  'you',
  'account/register',
  'account/login',
  'storage',
  'export',
  'import',
] as const
const widths = [320, 390, 1280] as const

/**
 * A time zone in which it is 2 p.m., when new workouts have their longest name. The names of these zones have the sign
 * reversed.
 */
function afternoonZone(): string {
  const offset = 14 - new Date().getUTCHours()
  return `Etc/GMT${offset > 0 ? '-' : '+'}${Math.abs(offset)}`
}

// Not in `beforeAll`, because the app would be closed when `beforeAll` ends.
const address = (await testApp()).listen()

describe.skipIf(skipped)('every page', () => {
  let browser: Browser
  let app: AppPage

  beforeAll(async () => {
    browser = await startBrowser()
    app = await openApp(browser, address)
    await app.command('Emulation.setTimezoneOverride', { timezoneId: afternoonZone() })
    await app.tap('Start an empty workout')
    await app.tap('Barbell Bench Press')
    await app.tap('Add 1 exercise')
    await app.tap('Log set 1')
    await app.tap('6')
    await app.tap('0')
    await app.tap('Log the set')
    await app.until(`document.querySelectorAll('.set.done').length === 1`)
    await app.go('preview/phul')
    await app.tap('Start this program')
    await app.until(`location.hash === '#/today'`)
  }, 60_000)
  afterAll(() => browser?.close())

  const goTo = async (page: string) => {
    await app.go(page === 'run' ? 'programs' : page)
    if (page !== 'run') return
    await app.tap('PHUL')
    await app.until(`document.body.innerText.includes('You are here')`)
  }

  test.each(pages)('%s has no accessibility violation and fits every screen', async (page) => {
    await goTo(page)
    await expectAccessible(app, widths, async (width) => {
      if (page === 'today' && width > 1000) await app.until(`document.querySelector('.body') !== null`)
    })
  })

  test.each(pages)('%s fits with text twice as large, and no fixed element covers its end', async (page) => {
    await app.view(390)
    await app.value(`document.documentElement.style.fontSize = '200%'`)
    await goTo(page)
    await app.until(`document.querySelector('main').ariaBusy !== 'true'`)
    const layout = await app.value(`(() => {
      scrollTo(0, document.documentElement.scrollHeight)
      const fixed = [...document.querySelectorAll('.dock, .tabs')]
        .filter((element) => element.getClientRects().length > 0 && getComputedStyle(element).position === 'fixed')
      const top = Math.min(innerHeight, ...fixed.map((element) => element.getBoundingClientRect().top))
      const visible = [...document.querySelectorAll('main > *')].filter((element) => element.getClientRects().length > 0)
      const end = Math.max(...visible.map((element) => element.getBoundingClientRect().bottom))
      return {
        overflow: document.documentElement.scrollWidth > document.documentElement.clientWidth,
        isEndCovered: end > top + 1,
        hasRoom: top > innerHeight / 3,
      }
    })()`)
    await app.value(`document.documentElement.style.fontSize = ''`)
    expect(layout).toEqual({ overflow: false, isEndCovered: false, hasRoom: true })
  })

  test.each(pages)(
    '%s fits the narrowest screen with text twice as large, and breaks no word',
    async (page) => {
      await app.view(320)
      await app.value(`document.documentElement.style.fontSize = '200%'`)
      await goTo(page)
      await app.until(`document.querySelector('main').ariaBusy !== 'true'`)
      const found = await app.value(`(() => {
      const broken = []
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        for (const { 0: word, index } of text.data.matchAll(/[\\p{L}\\p{N}.]+/gu)) {
          const range = document.createRange()
          range.setStart(text, index)
          range.setEnd(text, index + word.length)
          const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)))
          if (lines.size > 1) broken.push(word)
        }
      }
      const { scrollWidth, clientWidth } = document.documentElement
      return { broken, overflow: scrollWidth - clientWidth }
    })()`)
      await app.value(`document.documentElement.style.fontSize = ''`)
      expect(found).toEqual({ broken: [], overflow: 0 })
    },
  )

  test.each(pages)('%s hides nothing that has the focus behind the tabs or the dock', async (page) => {
    await app.view(390)
    await goTo(page)
    await app.until(`document.querySelector('main').ariaBusy !== 'true'`)
    const covered: unknown[] = []
    // Until the focus has left the page.
    for (let isInside = true; isInside; ) {
      for (const type of ['keyDown', 'keyUp'])
        await app.command('Input.dispatchKeyEvent', {
          type,
          key: 'Tab',
          code: 'Tab',
          windowsVirtualKeyCode: 9,
        })
      const focused = await app.value(`(() => {
        const focused = document.activeElement
        if (!document.querySelector('main').contains(focused)) return null
        const { left, top, width, height } = focused.getBoundingClientRect()
        const cover = document.elementFromPoint(left + width / 2, top + height / 2)?.closest('.dock, .tabs')
        return cover && !cover.contains(focused) ? focused.outerHTML.slice(0, 80) : ''
      })()`)
      isInside = focused !== null
      if (focused) covered.push(focused)
    }
    expect(covered).toEqual([])
  })

  test.each([
    ['the keypad', '.cell', '.sheet'],
    ['the menu of a set', '.set .no', 'dialog[open]'],
    ['the menu of an exercise', '.ex header .ib', 'dialog[open]'],
    ['the end of a workout', '.wtop .btn.tint', 'dialog[open]'],
  ])('%s fits on the narrowest screen with text twice as large', async (_, opener, sheet) => {
    await app.view(320)
    await app.value(`document.documentElement.style.fontSize = '200%'`)
    await app.go('workout')
    await app.value(`document.querySelector(${JSON.stringify(opener)}).click()`)
    await app.until(`document.querySelector(${JSON.stringify(sheet)}) !== null`)
    const overflow = await app.value(`(() => {
      const { scrollWidth, clientWidth } = document.querySelector(${JSON.stringify(sheet)})
      return scrollWidth - clientWidth
    })()`)
    await app.value(`document.documentElement.style.fontSize = ''`)
    // Closes the sheet.
    await app.reload()
    await app.until(isRendered)
    expect(overflow).toBeLessThanOrEqual(0)
  })
  test.each([
    [844, 390],
    [667, 375],
  ])('the keypad fits on a phone that lies on its side, %i × %i', async (width, height) => {
    await app.command('Emulation.setDeviceMetricsOverride', {
      width,
      height,
      deviceScaleFactor: 1,
      mobile: true,
    })
    await app.go('workout')
    await app.value(`document.querySelector('.cell').click()`)
    await app.until(`document.querySelector('.sheet .platebar, .sheet .choices, .sheet .seg') !== null`)
    const { hidden, keyWidth } = (await app.value(`(() => {
      const { scrollHeight, clientHeight } = document.querySelector('.sheet')
      return { hidden: scrollHeight - clientHeight, keyWidth: document.querySelector('.pad button').offsetWidth }
    })()`)) as { hidden: number; keyWidth: number }
    // Closes the sheet.
    await app.reload()
    await app.until(isRendered)
    expect(hidden).toBeLessThanOrEqual(0)
    expect(keyWidth).toBeGreaterThanOrEqual(48)
  })
  test('the parts of the button to log a set don’t overlap with text twice as large', async () => {
    await app.view(390)
    await app.value(`document.documentElement.style.fontSize = '200%'`)
    await app.go('workout')
    await app.until(`document.querySelector('.dock .go .what') !== null`)
    const overlap = await app.value(`(() => {
      const [name, values] = [...document.querySelector('.dock .go').children].map((part) => {
        const range = document.createRange()
        range.selectNodeContents(part)
        return range.getBoundingClientRect()
      })
      return name.right > values.left && name.bottom > values.top
    })()`)
    await app.value(`document.documentElement.style.fontSize = ''`)
    expect(overlap).toBe(false)
  })
})
