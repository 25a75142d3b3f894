import { expect, test } from 'bun:test'
import { readLog } from '#interchange/read-log.ts'
import { dayMs } from '#training/day-ms.ts'

const header =
  '"title","start_time","end_time","description","exercise_title","superset_id","exercise_notes","set_index","set_type","weight_kg","reps","distance_km","duration_seconds","rpe"\n'

/** Three years of training: 14,000 sets in 700 workouts of five exercises. */
function threeYearsOfTraining(): Uint8Array {
  const rows = Array.from({ length: 14_000 }, (_, index) => {
    const day = new Date(Date.UTC(2023, 0, 1) + Math.floor(index / 20) * dayMs * 1.5)
    const month = day.toLocaleString('en', { month: 'short', timeZone: 'UTC' })
    const date = `${day.getUTCDate()} ${month} ${day.getUTCFullYear()}`
    const exercise = Math.floor(index / 4) % 5
    return `"Day","${date}, 07:48","${date}, 09:13","","Exercise ${exercise} (Machine)",,"",${index % 4},"normal",${60 + (index % 40) / 4},8,,,8.5\n`
  })
  return new TextEncoder().encode(header + rows.join(''))
}

// `bun run bench --only import` measures the speed and the longest slice.
test('14,000 rows are read in slices, with other work in between', async () => {
  const file = threeYearsOfTraining()
  let isDone = false
  let turns = 0
  const otherWork = (async () => {
    for (; !isDone; turns++) await new Promise(setImmediate)
  })()
  const progress: number[] = []
  const log = await readLog(file, {
    timeZone: 'Europe/Berlin',
    onProgress: (fraction) => progress.push(fraction),
  })
  isDone = true
  await otherWork
  expect(log.workouts).toHaveLength(700)
  expect(log.rows).toBe(14_000)
  expect(turns).toBeGreaterThan(4)
  expect(progress.at(-1)).toBe(1)
  expect(progress).toEqual(progress.toSorted((a, b) => a - b))
})
