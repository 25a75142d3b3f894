import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { type Browser, startBrowser } from '#tests/support/browser.ts'
import type { TestUser } from '#tests/support/user.ts'
import { type AppPage, skipped } from '../app-page.ts'
import { openAppWithLog } from '../app-with-log.ts'
import { logOf } from '../lifter.ts'

const server = await testApp()

/** Replaces the worker with one that never responds, like one that is still reading a long log on a slow phone. */
const slowWorker = 'globalThis.Worker = class extends EventTarget { postMessage() {} }'
const records = `document.querySelectorAll('.rows .val.rec').length`
const isSettled = `document.querySelector('[aria-busy=true]') === null`

describe.skipIf(skipped)('stored figures from an earlier visit', () => {
  let browser: Browser
  let app: AppPage
  let user: TestUser
  let script: unknown

  beforeAll(async () => {
    browser = await startBrowser()
    const opened = await openAppWithLog(server, browser, { weeks: 8, email: 'kept@example.com' })
    app = opened.app
    user = opened.user
    await app.go('exercise/barbell-bench-press')
    await app.until(`${records} > 0 && ${isSettled}`)
    script = await app.command('Page.addScriptToEvaluateOnNewDocument', { source: slowWorker })
  }, 60_000)
  afterAll(() => browser?.close())

  test('are shown before the worker has responded', async () => {
    await app.reload()
    await app.until(`${records} > 0`)
    expect(app.errors).toEqual([])
  })

  test('are not shown if a workout has been added since', async () => {
    const [workout] = logOf(1, Date.now())
    if (!workout) throw new Error('there is no workout')
    const timeAgo = (minutesAgo: number) => new Date(Date.now() - minutesAgo * 60_000).toISOString()
    const body = { ...workout, id: crypto.randomUUID(), startedAt: timeAgo(60), endedAt: timeAgo(10) }
    expect((await user.send('POST', '/api/workouts', { body })).status).toBe(201)
    await app.go('storage')
    const count = logOf(8, Date.now()).length + 1
    await app.until(`document.querySelector('.stat strong')?.textContent === '${count}'`)
    await app.value(`location.hash = '#/exercise/barbell-bench-press'`)
    await app.reload()
    await app.until(`document.querySelector('h1')?.textContent === 'Barbell Bench Press'`)
    // By now, stored figures would be shown, because they are read before this resolves.
    await app.until(`indexedDB.databases().then((all) => all.some(({ name }) => name === 'replog-figures'))`)
    expect(await app.value(records)).toBe(0)
  })

  test('are deleted when the user logs out', async () => {
    const { identifier } = script as { identifier: string }
    await app.command('Page.removeScriptToEvaluateOnNewDocument', { identifier })
    await app.reload()
    await app.until(`${records} > 0 && ${isSettled}`)
    await app.go('you')
    await app.tapAt('.btn.danger')
    await app.until(`document.querySelector('h1')?.textContent === 'Today'`)
    await app.until(`new Promise((resolve) => {
      const opening = indexedDB.open('replog-figures')
      opening.onsuccess = () => {
        const counting = opening.result.transaction('answers').objectStore('answers').count()
        counting.onsuccess = () => resolve(counting.result === 0)
      }
    })`)
  })
})
