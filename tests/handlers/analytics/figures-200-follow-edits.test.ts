import { expect, test } from 'bun:test'
import fc from 'fast-check'
import { testApp } from '#tests/support/app.ts'
import { runs } from '#tests/support/runs.ts'
import type { TestUser } from '#tests/support/user.ts'
import { dayMs } from '#training/day-ms.ts'
import {
  expectBody,
  get,
  inputOf,
  log,
  remove,
  save,
  type Workout,
  type WorkoutInput,
  weigh,
} from '../training.ts'
import { anyWorkout, lifts } from '../workouts/arbitrary-workout.ts'

const app = await testApp({ now: Date.parse('2026-06-30T18:00:00Z') })

/** The days on which the workouts may start, all within the range of the figures. */
const days = Array.from({ length: 40 }, (_, day) => Date.parse('2026-05-22T10:00:00Z') + day * dayMs)

const history = fc.array(
  fc.record({
    workout: anyWorkout,
    replaced: fc.option(anyWorkout),
    day: fc.constantFrom(...days),
    end: fc.constantFrom('stays', 'deleted', 'restored', 'first' as const),
  }),
  { minLength: 1, maxLength: 5 },
)

const paths = [
  ...lifts.map((id) => `/api/analytics/records?exerciseId=${id}`),
  ...lifts.map((id) => `/api/recommendations/progression?exerciseId=${id}`),
  '/api/analytics/records',
  '/api/analytics/records?kind=most_reps_at_weight',
  '/api/recommendations/progression',
  '/api/analytics/fatigue',
  '/api/analytics/summary',
  '/api/analytics/calendar',
  '/api/analytics/load',
  '/api/analytics/strength',
  '/api/analytics/volume',
]

async function allFigures(user: TestUser): Promise<unknown[]> {
  const figures: unknown[] = []
  for (const path of paths) figures.push(expectBody(await user.send('GET', path), 200))
  const body = { minutes: 60, at: '2026-06-30T18:00:00Z' }
  figures.push(expectBody(await user.send('POST', '/api/recommendations/workout', { body }), 200))
  return figures
}

/** The workout with an id and a duration of one hour on one of the days. */
function withTimes(day: number, workout: WorkoutInput, id: string): WorkoutInput & { id: string } {
  const startedAt = new Date(day).toISOString()
  return { ...workout, id, startedAt, endedAt: new Date(day + 3_600_000).toISOString() }
}

test('after any changes, deletions and restores, the figures equal those of a new account with the same data', async () => {
  await fc.assert(
    fc.asyncProperty(history, async (changes) => {
      const edited = await app.register()
      await weigh(edited, '2026-05-01T07:00:00Z', 80)
      const remaining: WorkoutInput[] = []
      for (const { workout, replaced, day, end } of changes) {
        const id = Bun.randomUUIDv7()
        const logged = await log(edited, withTimes(day, workout, id))
        if (replaced) await save(edited, withTimes(day + 7_200_000, replaced, id), logged.etag)
        if (end === 'deleted' || end === 'restored') await remove(edited, `/api/workouts/${id}`)
        const restore = (body: object) => edited.send('POST', `/api/workouts/${id}/restore`, { body })
        if (end === 'restored') expectBody(await restore({}), 200)
        if (end === 'first' && replaced) expectBody(await restore({ revision: 1 }), 200)
        if (end === 'deleted') continue
        remaining.push(inputOf((await get<Workout>(edited, `/api/workouts/${id}`)).body))
      }
      const fresh = await app.register()
      await weigh(fresh, '2026-05-01T07:00:00Z', 80)
      for (const workout of remaining.reverse()) await log(fresh, workout)
      expect(await allFigures(edited)).toEqual(await allFigures(fresh))
    }),
    { numRuns: runs(4) },
  )
}, 60_000)
