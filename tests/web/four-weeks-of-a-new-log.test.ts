import { expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import { startBrowser } from '#tests/support/browser.ts'
import { dayMs } from '#training/day-ms.ts'
import { skipped } from './app-page.ts'
import { openAppWithLog, read } from './app-with-log.ts'

const server = await testApp()

test.skipIf(skipped)(
  'the weekly sets of four weeks are the mean of the weeks since the first workout',
  async () => {
    const browser = await startBrowser()
    try {
      const { app, user } = await openAppWithLog(server, browser, { weeks: 2, email: 'new@example.com' })
      const { items } = await read<Schemas['WorkoutList']>(user, '/api/workouts?limit=200')
      const dayOf = (time: number) => Date.parse(new Date(time).toLocaleDateString('sv')) / dayMs
      const days = dayOf(Date.now()) - dayOf(Date.parse(items.at(-1)?.startedAt ?? '')) + 1
      const weeks = Math.ceil(days / 7)
      expect(weeks).toBeLessThan(4)
      const from = new Date(Date.now() - 27 * dayMs).toLocaleDateString('sv')
      const { muscles } = await read<Schemas['VolumeReport']>(user, `/api/analytics/volume?from=${from}`)
      const sets = (muscles.find(({ muscle }) => muscle === 'quads')?.directSets ?? 0) / weeks
      await app.go('progress')
      await app.tap('4 weeks')
      const text = sets.toLocaleString('en-US', { maximumFractionDigits: 1 })
      await app.until(`[...document.querySelectorAll('.bullet')].some(({ innerText }) =>
        innerText.replace(/\\s+/g, ' ').startsWith('Quads ${text} sets'))`)
    } finally {
      await browser.close()
    }
  },
  60_000,
)
