import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { type Browser, startBrowser } from '#tests/support/browser.ts'
import { type AppPage, doneSets, isStored, openApp, skipped, untilAvailableOffline } from './app-page.ts'

// Not in `beforeAll`, because the app would be closed when `beforeAll` ends.
const address = (await testApp()).listen()

/** For each component, a text that occurs only in its code. */
const components = { card: 'Add a set of ', row: ': kind, note, delete', cell: '"data-field"' } as const

type Renders = Record<keyof typeof components, number>

interface Coverage {
  readonly result: readonly {
    readonly url: string
    readonly functions: readonly {
      readonly ranges: readonly {
        readonly startOffset: number
        readonly endOffset: number
        readonly count: number
      }[]
    }[]
  }[]
}

describe.skipIf(skipped)('in a workout of three exercises', () => {
  let browser: Browser
  let app: AppPage

  /** How often each component has been rendered since the last call, by the browser's count of function calls. */
  const rendersSince = async (): Promise<Renders> => {
    const { result } = (await app.command('Profiler.takePreciseCoverage', {})) as Coverage
    const renders: Renders = { card: 0, row: 0, cell: 0 }
    for (const { url, functions } of result) {
      if (!url.startsWith(address)) continue
      const source = String(
        await app.value(`fetch(${JSON.stringify(url)}).then((response) => response.text())`),
      )
      for (const name of ['card', 'row', 'cell'] as const) {
        const at = source.indexOf(components[name])
        if (at < 0) continue
        const around = functions
          .flatMap(({ ranges }) => ranges)
          .filter(({ startOffset, endOffset }) => startOffset < at && at < endOffset)
          .toSorted((a, b) => b.startOffset - a.startOffset)
        renders[name] += around[0]?.count ?? 0
      }
    }
    return renders
  }

  beforeAll(async () => {
    browser = await startBrowser()
    app = await openApp(browser, address)
    await untilAvailableOffline(app)
    await app.command('Profiler.enable', {})
    await app.command('Profiler.startPreciseCoverage', { callCount: true, detailed: false })
    await app.tap('Start an empty workout')
    for (const name of ['Barbell Bench Press', 'Barbell Row', 'Barbell Back Squat']) await app.tap(name)
    await app.tap('Add 3 exercises')
    await app.tap('Log set 1')
    await app.tap('6')
    await app.tap('0')
    await app.tap('Log the set')
    await app.until(`${doneSets} === 1 && ${isStored}`)
  }, 60_000)
  afterAll(() => browser?.close())

  test('every row has been rendered so far', async () => {
    const { card, row, cell } = await rendersSince()
    expect(card).toBeGreaterThanOrEqual(3)
    expect(row).toBeGreaterThanOrEqual(9)
    expect(cell).toBeGreaterThanOrEqual(18)
  })

  test('checking off a set renders no other exercise', async () => {
    await app.tap('Log set 2')
    await app.until(`${doneSets} === 2 && ${isStored}`)
    expect(await rendersSince()).toEqual({ card: 1, row: 3, cell: 6 })
  })

  test('typing a digit renders only its cell', async () => {
    await app.tapAt('.set.now .cell')
    await app.until(`document.querySelector('.pad') !== null`)
    await rendersSince()
    await app.tap('7')
    await app.until(`document.querySelector('.set.now .cell').innerText === '7'`)
    expect(await rendersSince()).toEqual({ card: 0, row: 0, cell: 1 })
  })
})
