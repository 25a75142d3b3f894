import { expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { dayMs } from '#training/day-ms.ts'
import { log, reps, workoutOf } from '../training.ts'

const app = await testApp()
const first = Date.parse('2024-01-01T10:00:00.000Z')
const workouts = 320

test('a workout saved far in the past folds no later ones in its transaction, whatever was read before', async () => {
  const user = await app.register()
  const logAt = (time: number) =>
    log(user, workoutOf(new Date(time).toISOString(), 'barbell-bench-press', reps(5, 60)))
  for (let day = 0; day < workouts; day++) await logAt(first + day * dayMs)
  const latest = app.sqlite.query<{ startedAt: number }, []>(
    'select max("startedAt") as "startedAt" from "memoryCheckpoints"',
  )
  expect(latest.get()?.startedAt).toBeGreaterThan(first + 256 * dayMs)
  const farBack = first + 20.5 * dayMs
  for (let save = 0; save < 4; save++) {
    await user.client.GET('/api/analytics/summary')
    await logAt(farBack + save * 60_000)
    // A later checkpoint would mean that the save has folded about 300 workouts.
    expect(latest.get()?.startedAt ?? 0).toBeLessThan(farBack)
  }
})
