import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startReplog } from '#scripts/bench/server-process.ts'
import { startBrowser } from '#tests/support/browser.ts'
import { type AppPage, isRendered, openApp, untilAvailableOffline } from '#tests/web/app-page.ts'
import { hasHeading } from '#tests/web/app-with-log.ts'
import { logOf } from '#tests/web/lifter.ts'
import { observer, type PageDelays, slowestInteraction } from './observer.ts'
import { createAccount } from './seed.ts'

// `bun run speed`: the app with 1,560 workouts, as in ten years of three a week, on a phone with a quarter of this
// processor's speed, each page reloaded five times. Chromium slows down the page but not its worker, so the
// figures that the worker computes appear sooner here than on a phone. Nothing else should be running.

const weeks = 390
const slowdown = 4
const reloads = 5
/** The time after which a page shows everything and has fetched what it fetches when idle, in milliseconds. */
const settleMs = 3500
const limits = { lcp: 2000, tick: 100, interaction: 200 } as const

const pages = ['today', 'workout', 'exercise/barbell-bench-press', 'progress', 'history'] as const

let isFine = true

function report(name: string, values: readonly number[], limit: number): void {
  const sorted = values.toSorted((a, b) => a - b)
  const median = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
  if (!(median <= limit)) isFine = false
  const listed = sorted.map(Math.round).join(' ')
  process.stdout.write(`${name}: ${Math.round(median)} ms, at most ${limit} (${listed})\n`)
}

async function reload(app: AppPage, page: string): Promise<PageDelays> {
  await app.value(`location.hash = '#/${page}'`)
  await app.reload()
  await app.until(`${isRendered} && document.querySelector('[aria-busy=true]') === null`)
  await Bun.sleep(settleMs)
  return (await app.value('seen')) as PageDelays
}

async function measure(app: AppPage): Promise<void> {
  await app.tap('Start ')
  await app.until(`document.querySelector('.set.now') !== null`)
  await app.command('Page.addScriptToEvaluateOnNewDocument', { source: observer })
  await app.command('Emulation.setCPUThrottlingRate', { rate: slowdown })
  for (const page of pages) {
    const delays: PageDelays[] = []
    for (let index = 0; index < reloads; index++) delays.push(await reload(app, page))
    report(
      `LCP of ${page}`,
      delays.map(({ largestPaint }) => largestPaint),
      limits.lcp,
    )
  }
  await reload(app, 'workout')
  const ticks: number[] = []
  for (let index = 0; index < reloads; index++) {
    await app.value('awaitTick()')
    await app.tapAt('.set.now .tick')
    ticks.push((await app.value('ticked')) as number)
  }
  report('checking off a set, until it is shown', ticks, limits.tick)
  await app.tapAt('.set.now .cell')
  await app.tap('8')
  await app.tap('7')
  await app.tapAt('.pad .go')
  await app.tapAt('.edge-l')
  for (const tab of ['History', 'Progress', 'You', 'Today']) {
    await app.tap(tab)
    await app.until(hasHeading(tab))
  }
  report(
    'the slowest interaction',
    [slowestInteraction((await app.value('seen')) as PageDelays)],
    limits.interaction,
  )
}

const folder = mkdtempSync(join(tmpdir(), 'replog-speed-'))
const server = await startReplog(folder)
const browser = await startBrowser(join(folder, 'profile'))
try {
  const { email, password } = await createAccount(server.url, weeks)
  const app = await openApp(browser, server.url)
  await untilAvailableOffline(app)
  await app.go('account/login')
  for (const [name, text] of Object.entries({ email, password })) {
    await app.tapAt(`input[name=${name}]`)
    await app.typeText(text)
  }
  await app.tap('Log in')
  await app.until(hasHeading('You'))
  // Until the whole log has been pulled, the next workout may change. The storage page shows the number of workouts.
  await app.go('storage')
  const count = logOf(weeks, Date.now()).length
  const isWhole = `document.querySelector('.stat strong')?.textContent.replace(/\\D/g, '') === '${count}'`
  await app.until(isWhole)
  await app.go('today')
  await app.until(`document.body.innerText.includes('Synced')`)
  await measure(app)
} finally {
  await browser.kill()
  await server.stop()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
process.exit(isFine ? 0 : 1)
