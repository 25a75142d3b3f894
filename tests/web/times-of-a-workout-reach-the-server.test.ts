import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import { type Browser, startBrowser } from '#tests/support/browser.ts'
import type { TestUser } from '#tests/support/user.ts'
import { type AppPage, skipped } from './app-page.ts'
import { isSynced, openAppWithLog, read } from './app-with-log.ts'

const server = await testApp()

const hourMs = 3_600_000

describe.skipIf(skipped)('a finished workout', () => {
  let browser: Browser
  let app: AppPage
  let user: TestUser

  beforeAll(async () => {
    browser = await startBrowser()
    const opened = await openAppWithLog(server, browser, { weeks: 2, email: 'times@example.com' })
    app = opened.app
    user = opened.user
  }, 60_000)
  afterAll(() => browser?.close())

  const type = (selector: string, script: string) =>
    app.value(`(() => {
      const input = document.querySelector(${JSON.stringify(selector)})
      ${script}
      input.dispatchEvent(new Event('input', { bubbles: true }))
    })()`)

  test('can be moved and made longer, with its sets', async () => {
    const { items } = await read<Schemas['WorkoutList']>(user, '/api/workouts?limit=1')
    const [before] = items
    if (!before) throw new Error('no workout')
    await app.go(`edit/${before.id}`)
    await app.tap('Name, times, note and phase')
    await app.until(`document.querySelector('input[type=datetime-local]') !== null`)
    await type(
      'input[type=datetime-local]',
      `const at = new Date(Date.parse(input.value) - 24 * ${hourMs})
      input.value = new Date(at - at.getTimezoneOffset() * 60000).toISOString().slice(0, 16)`,
    )
    await type('input[type=number]', `input.value = '75'`)
    await app.tap('Save')
    await app.until(`document.querySelector('dialog[open]') === null`)
    await app.go('today')
    await app.until(isSynced)
    const after = await read<Schemas['Workout']>(user, `/api/workouts/${before.id}`)
    const start = Math.floor(Date.parse(before.startedAt) / 60_000) * 60_000 - 24 * hourMs
    expect(Date.parse(after.startedAt)).toBe(start)
    expect(Date.parse(after.endedAt ?? '')).toBe(start + 1.25 * hourMs)
    const times = ({ startedAt, exercises }: Schemas['Workout']) =>
      exercises.flatMap(({ sets }) =>
        sets.map(({ completedAt = '' }) => Date.parse(completedAt) - Date.parse(startedAt)),
      )
    expect(times(after)).toEqual(times(before))
  })

  test('can be moved by typing its start, even after a part of the date was cleared', async () => {
    const { items } = await read<Schemas['WorkoutList']>(user, '/api/workouts?limit=1')
    const [before] = items
    if (!before) throw new Error('no workout')
    const start = new Date(Date.parse(before.startedAt) - 48 * hourMs)
    start.setHours(7, 35, 0, 0)
    await app.go(`edit/${before.id}`)
    await app.tap('Name, times, note and phase')
    await app.until(`document.querySelector('input[type=datetime-local]') !== null`)
    await app.value(`document.querySelector('input[type=datetime-local]').focus()`)
    const typed = start.toLocaleString('en-US', {
      month: '2-digit',
      day: '2-digit',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
    })
    const [month = '', day = '', year = '', hour = '', minute = ''] = typed.match(/\d+/g) ?? []
    await app.press('Backspace')
    for (const key of `${month}${day}${year}${hour}${minute}A`) await app.press(key)
    await app.tap('Save')
    await app.until(`document.querySelector('dialog[open]') === null`)
    await app.go('today')
    await app.until(isSynced)
    const after = await read<Schemas['Workout']>(user, `/api/workouts/${before.id}`)
    expect(Date.parse(after.startedAt)).toBe(start.getTime())
    const minutesOf = ({ startedAt, endedAt = '' }: Schemas['Workout']) =>
      Math.round((Date.parse(endedAt) - Date.parse(startedAt)) / 60_000)
    expect(minutesOf(after)).toBe(minutesOf(before))
  })
})
