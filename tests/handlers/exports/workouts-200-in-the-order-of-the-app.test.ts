import { expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { log, reps, workoutOf } from '../training.ts'

const app = await testApp()
const count = 205

test('the file for Hevy is newest first, and all others are oldest first, over several pages', async () => {
  const user = await app.register()
  const starts = Array.from({ length: count }, (_, number) =>
    new Date(Date.UTC(2025, 0, 1 + Math.floor(number / 2), 18, number % 2)).toISOString(),
  )
  for (const [index, startedAt] of starts.entries())
    await log(user, workoutOf(startedAt, 'barbell-row', reps(1 + index, 100)))
  const numbers = Array.from({ length: count }, (_, index) => 1 + index)
  const exportAs = async (format: string) =>
    (await user.send('GET', `/api/exports/workouts?format=${format}`)).text
  const repsIn = async (format: string, column: number, delimiter: string) =>
    (await exportAs(format))
      .trim()
      .split('\n')
      .slice(1)
      .map((row) => Number(row.split(delimiter)[column]))
  expect(await repsIn('strong', 6, ';')).toEqual(numbers)
  expect(await repsIn('fitnotes', 5, ',')).toEqual(numbers)
  // Hevy's times contain a comma, which shifts the columns.
  expect(await repsIn('hevy', 11, ',')).toEqual(numbers.toReversed())
  const { workouts } = JSON.parse(await exportAs('json'))
  expect(workouts.map(({ startedAt }: { startedAt: string }) => startedAt)).toEqual(starts)
})
