import { describe, expect, test } from 'bun:test'
import { createReplogClient } from '#generated/client.ts'
import type { Schemas } from '#generated/types.ts'
import { temporaryFolder } from '#tests/support/folder.ts'
import { dayMs } from '#training/day-ms.ts'
import { inBrowser } from './in-browser.ts'
import {
  authenticate,
  credentials,
  hasStatus,
  isReady,
  isSkipped,
  kill,
  logSets,
  showsSets,
  startServer,
} from './page-driver.ts'

const total = 1000
const perPush = 500
/** The bytes per second of a phone with poor reception. */
const bytesPerSecond = 30_000

/** Registers the user of the page, and pushes all workouts to the server. */
async function pushWorkouts(baseUrl: string): Promise<void> {
  const client = createReplogClient({ baseUrl })
  const { data: tokens } = await client.POST('/api/auth/register', { body: credentials })
  const headers = { Authorization: `Bearer ${tokens?.accessToken}` }
  for (let from = 0; from < total; from += perPush) {
    const mutations = Array.from({ length: perPush }, (_, index) => workoutPut(from + index))
    const { data } = await client.POST('/api/sync/push', { headers, body: { mutations } })
    expect(data?.results.every(({ outcome }) => outcome === 'applied')).toBe(true)
  }
}

function workoutPut(number: number): Schemas['SyncMutation'] {
  const day = Date.UTC(2018, 0, 1) + number * dayMs
  const exercises = ['barbell-back-squat', 'barbell-bench-press', 'barbell-row'].map((exerciseId) => ({
    exerciseId,
    sets: Array.from({ length: 5 }, (_, set) => ({
      type: 'normal' as const,
      weight: { value: 60 + (number % 40) + set, unit: 'kg' as const },
      reps: 5 + (number % 4),
    })),
  }))
  const value = {
    startedAt: new Date(day).toISOString(),
    endedAt: new Date(day + 3_600_000).toISOString(),
    timeZone: 'UTC',
    notes: `Day ${number}`,
    exercises,
  }
  return {
    mutationId: crypto.randomUUID(),
    resource: 'workout',
    id: crypto.randomUUID(),
    op: 'put',
    baseRevision: 0,
    value,
  }
}

/** The number of workouts that the page shows. */
const count = `Number(document.querySelector('#status')?.dataset.workouts)`

describe.skipIf(isSkipped)('with 1,000 workouts on the server and 30 kB a second, Chromium', () => {
  const chromium = inBrowser()

  test('pulls them while it logs, and still has all of them after a reload without a server', async () => {
    const folder = temporaryFolder()
    const { server, address } = await startServer(folder, chromium.origin)
    await pushWorkouts(address.origin)
    const page = await chromium.open(
      `${chromium.origin}/?storage=IndexedDB&api=${encodeURIComponent(address.origin)}`,
    )
    await page.until(isReady)
    const conditions = {
      offline: false,
      latency: 200,
      downloadThroughput: bytesPerSecond,
      uploadThroughput: bytesPerSecond,
    }
    await page.command('Network.emulateNetworkConditions', conditions)
    await authenticate(page, 'logIn')

    // The first workouts show before the rest has arrived, and sets can already be logged.
    await page.until(`${count} > 0`)
    const early = Number(await page.value(count))
    expect(early).toBeLessThan(total)
    await logSets(page, 2)
    for (let pulled = early; pulled < total + 1; pulled = Number(await page.value(count)))
      await page.until(`${count} > ${pulled}`)
    await page.until(hasStatus('synced 0 0'))

    // Without a server, the page still has the log after a reload, and can log more.
    await kill(server)
    await page.reload()
    await page.until(`${isReady} && ${showsSets(2)} && ${count} === ${total + 1}`)
    await logSets(page, 1)
    await page.until(`${showsSets(3)} && ${hasStatus('offline 1')}`)
    await startServer(folder, chromium.origin, address.port)
    await page.until(hasStatus('synced 0 0'))
    await page.close()
  }, 180_000)
})
