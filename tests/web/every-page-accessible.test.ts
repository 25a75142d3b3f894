import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { type Browser, startBrowser } from '#tests/support/browser.ts'
import { type AppPage, openApp, skipped } from './app-page.ts'

const axe = await Bun.file(new URL(import.meta.resolve('axe-core/axe.min.js'))).text()

/** The pages, in the order in which a lifter may see them. */
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
  'measurements',
  'you',
  'account/register',
  'account/login',
  'storage',
  'export',
  'import',
] as const
const widths = [320, 390, 1280] as const

// Here, because processes started in `beforeAll` end with it.
const address = (await testApp()).listen()

describe.skipIf(skipped)('every page', () => {
  let browser: Browser
  let app: AppPage

  beforeAll(async () => {
    browser = await startBrowser()
    app = await openApp(browser, address)
    await app.tap('Start an empty workout')
    await app.tap('Barbell Bench Press')
    await app.tap('Add 1 exercise')
    await app.tap('Log set 1')
    await app.tap('6')
    await app.tap('0')
    await app.tap('Log the set')
    await app.until(`document.querySelectorAll('.set.done').length === 1`)
    // Run by the debugger, to which the page's policy doesn't apply.
    await app.value(`${axe}; true`)
  }, 60_000)
  afterAll(() => browser?.close())

  test.each(pages)('%s has no accessibility violation and fits every screen', async (page) => {
    await app.go(page)
    for (const width of widths) {
      for (const theme of ['light', 'dark'] as const) {
        await app.view(width, theme)
        const violations = await app.value(
          `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
            violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 120)).join(' | ')))`,
        )
        const overflow = await app.value(
          `document.documentElement.scrollWidth > document.documentElement.clientWidth`,
        )
        expect({ width, theme, violations, overflow }).toEqual({
          width,
          theme,
          violations: [],
          overflow: false,
        })
      }
    }
  })

  test.each(pages)('%s fits with text twice as large, and no fixed element covers its end', async (page) => {
    await app.view(390)
    await app.value(`document.documentElement.style.fontSize = '200%'`)
    await app.go(page)
    await app.until(`document.querySelector('main').ariaBusy !== 'true'`)
    const found = await app.value(`(() => {
      scrollTo(0, document.documentElement.scrollHeight)
      const fixed = [...document.querySelectorAll('.dock, .tabs')]
        .filter((one) => one.getClientRects().length > 0 && getComputedStyle(one).position === 'fixed')
      const top = Math.min(innerHeight, ...fixed.map((one) => one.getBoundingClientRect().top))
      const shown = [...document.querySelectorAll('main > *')].filter((one) => one.getClientRects().length > 0)
      const end = Math.max(...shown.map((one) => one.getBoundingClientRect().bottom))
      return {
        overflow: document.documentElement.scrollWidth > document.documentElement.clientWidth,
        covered: end > top + 1,
        leavesRoom: top > innerHeight / 3,
      }
    })()`)
    await app.value(`document.documentElement.style.fontSize = ''`)
    expect(found).toEqual({ overflow: false, covered: false, leavesRoom: true })
  })
})
