import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import { type Browser, startBrowser } from '#tests/support/browser.ts'
import type { TestUser } from '#tests/support/user.ts'
import { type AppPage, isStored, skipped } from './app-page.ts'
import { isSynced, openAppWithLog, read } from './app-with-log.ts'

const server = await testApp()

/** A script that lists the exercises that the page shows. */
const names = `[...document.querySelectorAll('.ex h2')].map(({ innerText }) => innerText)`

describe.skipIf(skipped)('editing a past workout', () => {
  let browser: Browser
  let app: AppPage
  let user: TestUser
  let id: string

  /** The workout, once the server has it. */
  const synced = async () => {
    await app.go('today')
    await app.until(isSynced)
    return await read<Schemas['Workout']>(user, `/api/workouts/${id}`)
  }

  beforeAll(async () => {
    browser = await startBrowser()
    const opened = await openAppWithLog(server, browser, { weeks: 2, email: 'edits@example.com' })
    app = opened.app
    user = opened.user
    await app.go('history')
    await app.tapAt('.rows.tall a:nth-child(2)')
    await app.tap('Edit')
    await app.until(`location.hash.startsWith('#/edit/')`)
    id = String(await app.value(`location.hash.split('/').at(-1)`))
    await app.until(`document.querySelectorAll('.ex').length === 5`)
  }, 60_000)
  afterAll(() => browser?.close())

  test('a finished workout has no rests to set', async () => {
    const footers = `[...document.querySelectorAll('.ex footer')].map(({ innerText }) => innerText)`
    expect(await app.value(footers)).toEqual(Array.from({ length: 5 }, () => 'Set'))
  })

  test('an added exercise has the sets from last time, and a set checked off gets the time of the end', async () => {
    await app.tap('Add exercise')
    await app.tap('Barbell Bench Press')
    await app.tap('Add 1 exercise')
    await app.until(`location.hash === '#/edit/${id}'`)
    await app.until(`${names}.at(-1) === 'Barbell Bench Press'`)
    await app.tapAt('.ex:last-of-type .tick[aria-pressed=false]')
    await app.until(`document.querySelectorAll('.ex:last-of-type .set.done').length === 1`)
    const { exercises, endedAt } = await synced()
    const sets = exercises.at(-1)?.sets ?? []
    expect(sets.map(({ completedAt }) => completedAt)).toEqual([endedAt, undefined, undefined])
  }, 60_000)

  test('the value that the server rejected is marked, in view, until it is corrected', async () => {
    const { exercises } = await synced()
    const set = exercises.at(-1)?.sets.find(({ reps }) => reps !== undefined)
    const cell = `[data-set="${set?.id}"] .cell[data-field=reps]`
    const type = async (...keys: readonly string[]) => {
      await app.tapAt(cell)
      for (const key of keys) await app.tap(key)
      await app.tap('OK')
      await app.until(`document.querySelector('.pad') === null`)
    }
    await app.go(`edit/${id}`)
    await app.until(`document.querySelector('${cell}') !== null`)
    // As if this version of the app allowed more reps than the server does.
    await app.value(`(() => {
      const { round } = Math
      Math.round = (value) => (value === 999 ? 1001 : round(value))
    })()`)
    await type('9', '9', '9')
    await app.until(`document.querySelector('${cell}').innerText === '1001' && ${isStored}`)
    await app.go('you')
    await app.tap('Open workout')
    await app.until(`document.querySelector('.cell.flag') !== null`)
    expect(
      await app.value(`[...document.querySelectorAll('.cell.flag')].map((cell) => {
        const { top, bottom } = cell.getBoundingClientRect()
        return [cell.matches('${cell}'), top >= 0 && bottom <= innerHeight]
      })`),
    ).toEqual([[true, true]])
    await type('8')
    await app.until(`document.querySelector('${cell}').innerText === '8'`)
    await app.until(`document.querySelector('.cell.flag') === null`)
    await synced()
  }, 60_000)

  test.each([
    ['a menu', '.ex header .ib'],
    ['the keypad', '.cell'],
  ])(
    '%s that is open when the user leaves is closed when they come back',
    async (_, opener) => {
      await app.go(`edit/${id}`)
      await app.tapAt(opener)
      await app.until(`document.querySelector('dialog[open]') !== null`)
      await app.go('history')
      await app.until(`document.querySelector('.ex') === null`)
      await app.go(`edit/${id}`)
      await app.until(`document.querySelector('.ex') !== null`)
      expect(await app.value(`document.querySelector('dialog')`)).toBeNull()
    },
    60_000,
  )

  test('swapping an exercise that has a completed set keeps it and adds the other one', async () => {
    await app.go(`edit/${id}`)
    const before = (await app.value(names)) as string[]
    await app.tapAt('.ex:last-of-type header .ib')
    await app.tap('Swap')
    await app.until(`document.querySelector('.picker .rows') !== null`)
    await app.tap('Push-Up')
    await app.until(`location.hash === '#/edit/${id}'`)
    await app.until(`${names}.includes('Push-Up')`)
    expect(await app.value(names)).toEqual([...before, 'Push-Up'])
    expect((await synced()).exercises.at(-1)?.exerciseId).toBe('push-up')
  }, 60_000)

  test('a value can be for one set or all sets, and for later sets only if some are still to be done', async () => {
    await app.go(`edit/${id}`)
    await app.tapAt('.cell')
    const choices = `document.querySelector('dialog[open] fieldset')?.innerText.split('\\n').filter((text) => / sets?$/.test(text)).join()`
    await app.until(`${choices} === 'This set,All sets'`)
    await app.tap('Close')
    // The exercise that was added has sets to do.
    await app.tapAt('.ex:last-of-type .cell')
    await app.until(`${choices} === 'This set,Later sets,All sets'`)
    await app.tap('Close')
  }, 60_000)

  test('the average number of workouts a week counts only the time since the first one', async () => {
    await app.go('history')
    const label = String(await app.value(`document.querySelector('main .card .label').innerText`))
    const [, average] = /· (.+) a week$/.exec(label) ?? []
    expect(Number(average)).toBeGreaterThan(1.5)
  }, 60_000)

  test('undoing the restore of an earlier version brings back what it removed', async () => {
    const { exercises } = await synced()
    await app.go('history')
    await app.tapAt(`a[href$="${id}"]`)
    await app.tap('More')
    await app.tap('Earlier versions')
    await app.until(`document.querySelector('dialog[open]')?.innerText.includes('90 days') === true`)
    await app.tapAt('dialog[open] .rows button:last-child')
    await app.tap('Undo')
    expect((await synced()).exercises).toEqual(exercises)
  }, 60_000)
})
