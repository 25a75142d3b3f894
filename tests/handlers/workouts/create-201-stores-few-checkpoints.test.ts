import { expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { log, reps, workoutOf } from '../training.ts'

const app = await testApp()
const hour = 3_600_000
const first = Date.parse('2025-01-01T10:00:00.000Z')

test('workouts that are saved concurrently store few checkpoints of the memory', async () => {
  const user = await app.register()
  const { sqlite } = app
  sqlite.run('create temp table stored (at integer)')
  sqlite.run(
    'create temp trigger "store" after insert on main."memoryCheckpoints" begin insert into stored values (1); end',
  )
  let next = 0
  for (let batch = 0; batch < 20; batch++) {
    await Promise.all(
      Array.from({ length: 16 }, () => {
        const startedAt = new Date(first + next++ * hour).toISOString()
        return log(user, workoutOf(startedAt, 'barbell-bench-press', reps(5, 100)))
      }),
    )
  }
  const { stored } = sqlite.query<{ stored: number }, []>('select count(*) as stored from stored').get() ?? {}
  // One checkpoint with the first memory, and after 256 workouts one near the end and one before that.
  expect(stored).toBe(3)
})
