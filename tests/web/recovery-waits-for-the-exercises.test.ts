import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { type Browser, startBrowser } from '#tests/support/browser.ts'
import { type AppPage, skipped } from './app-page.ts'
import { isSynced, openAppWithLog } from './app-with-log.ts'

const server = await testApp()

/** Keeps the catalogue from being read until `release` is called, and records what Recovery says in the meantime. */
const holdCatalogue = `
  const { promise, resolve } = Promise.withResolvers()
  globalThis.release = resolve
  const open = indexedDB.open.bind(indexedDB)
  indexedDB.open = (name, ...others) => {
    if (name !== 'replog-catalogue') return open(name, ...others)
    const late = {}
    promise.then(() => {
      const request = open(name, ...others)
      for (const event of ['onsuccess', 'onerror', 'onupgradeneeded', 'onblocked']) request[event] = late[event]
      Object.defineProperty(late, 'result', { get: () => request.result })
    })
    return late
  }
  globalThis.shown = []
  new MutationObserver(() => {
    const text = document.querySelector('.ready')?.innerText.replaceAll(/\\s+/g, ' ')
    if (text !== undefined && text !== shown.at(-1)) shown.push(text)
  }).observe(document, { childList: true, subtree: true, characterData: true })`

describe.skipIf(skipped)('Recovery', () => {
  let browser: Browser
  let app: AppPage

  beforeAll(async () => {
    browser = await startBrowser()
    const opened = await openAppWithLog(server, browser, { weeks: 2, email: 'recovers@example.com' })
    app = opened.app
    const own = await opened.user.client.POST('/api/exercises', {
      body: {
        name: 'Quad Wobble',
        category: 'legs',
        equipment: 'machine',
        tracking: 'weight_reps',
        engagement: [{ muscle: 'quads', percent: 90 }],
      },
    })
    expect(own.response.status).toBe(201)
    await app.reload()
    await app.until(isSynced)
    await app.go('add')
    await app.tapAt('input[type=search]')
    await app.typeText('Quad Wobble')
    await app.until(`document.querySelector('.picker .rows b')?.textContent === 'Quad Wobble'`)
    await app.go('today')
  }, 60_000)
  afterAll(() => browser?.close())

  test('is unknown until the built-in exercises are loaded, though the user’s own are known before', async () => {
    await app.command('Page.addScriptToEvaluateOnNewDocument', { source: holdCatalogue })
    await app.reload()
    const isComputed = `performance.getEntriesByType('resource').some(({ name }) => /\\/soon-/.test(name)) &&
      new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(true))))`
    await app.until(`document.querySelector('.ready') !== null`)
    await app.until(isComputed)
    const unknown = 'CHEST –% BACK –% SHOULDERS –% LEGS –%'
    const shown = async () => ((await app.value('shown')) as string[]).map((text) => text.toUpperCase())
    expect(await shown()).toEqual([unknown])
    await app.value('release(), true')
    await app.until(`shown.length > 1 && !shown.at(-1).includes('–')`)
    const known = await shown()
    expect(known).toHaveLength(2)
    expect(known[1]).toMatch(/^CHEST \d+% BACK \d+% SHOULDERS \d+% LEGS \d+%$/)
  })
})
