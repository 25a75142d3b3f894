import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import { type Browser, startBrowser } from '#tests/support/browser.ts'
import type { TestUser } from '#tests/support/user.ts'
import { dayMs } from '#training/day-ms.ts'
import { type AppPage, skipped } from './app-page.ts'
import { openAppWithLog, read } from './app-with-log.ts'

const server = await testApp()

describe.skipIf(skipped)('the history up to a day', () => {
  let browser: Browser
  let app: AppPage
  let user: TestUser

  const enter = (type: 'date' | 'search', text: string) =>
    app.value(`(() => {
      const input = document.querySelector('input[type=${type}]')
      input.value = ${JSON.stringify(text)}
      input.dispatchEvent(new Event('input', { bubbles: true }))
    })()`)
  const firstRow = `document.querySelector('.rows.tall a')?.hash.split('/').pop()`
  const day = new Date(Date.now() - 40 * dayMs).toLocaleDateString('sv')

  beforeAll(async () => {
    browser = await startBrowser()
    const opened = await openAppWithLog(server, browser, { weeks: 12, email: 'past@example.com' })
    app = opened.app
    user = opened.user
    await app.go('history')
    await app.tap('Search')
    await app.until(`document.querySelector('input[type=date]') !== null`)
  }, 60_000)
  afterAll(() => browser?.close())

  test('begins with the last workout of that day or before', async () => {
    await enter('date', day)
    const { items } = await read<Schemas['WorkoutList']>(user, '/api/workouts?limit=200')
    const last = items.find(({ startedAt }) => new Date(startedAt).toLocaleDateString('sv') <= day)
    await app.until(`${firstRow} === ${JSON.stringify(last?.id)}`)
  })

  test('can also be searched', async () => {
    await enter('search', 'lower b')
    await app.until(
      `[...document.querySelectorAll('.rows.tall b')].every(({ innerText }) => innerText === 'Lower B')`,
    )
  })

  test('says so if there is no workout', async () => {
    await enter('date', '2020-01-31')
    await app.until(`document.querySelector('.rows.tall') === null`)
    expect(await app.value(`document.querySelector('p.soft').innerText`)).toBe(
      'No workout up to Jan 31, 2020 has “lower b” in its name, notes or exercises.',
    )
  })

  test('is whole again when the search is closed', async () => {
    await app.tap('Search')
    await app.until(
      `document.querySelector('.heat') !== null && document.querySelectorAll('.rows.tall a').length >= 30`,
    )
  })
})
