import { expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { HttpRun } from './http-run.ts'

const app = await testApp({ now: Date.parse('2026-03-20T17:00:00Z') })
const run = await HttpRun.createWithProgram(await app.register())
const timeOf = (day: number) => `2026-03-${String(day).padStart(2, '0')}T17:00:00.000Z`

test('adherence compares steps, slots and weeks with the plan', async () => {
  const complete = await run.train(timeOf(2))
  // A light day with one rep too few in each set, and a heavy day with a lighter front squat instead of the squat,
  // without curls.
  await run.train(timeOf(4), ({ target }) => (target?.reps?.min ?? 1) - 1)
  const { data: started } = await run.start({ startedAt: timeOf(9) })
  if (!started) throw new Error('the workout was not started')
  const [squat] = started.exercises
  if (!squat) throw new Error('the workout has no exercise')
  const lighter = squat.sets.map((set, index) =>
    index === 0 ? { ...set, weight: { value: 90, unit: 'kg' as const } } : set,
  )
  const partial = await run.finish({
    ...started,
    exercises: [{ ...squat, exerciseId: 'barbell-front-squat', sets: lighter }],
  })
  const decision = {
    id: crypto.randomUUID(),
    at: timeOf(10),
    kind: 'skip',
    step: { cycle: 1, week: 'w2', day: 'light' },
  } as const
  await run.user.client.POST('/api/runs/{id}/decisions', { params: run.params, body: decision })
  const { data } = await run.user.client.GET('/api/runs/{id}/adherence', { params: run.params })
  expect(data?.steps).toMatchObject([
    { step: { week: 'w1', day: 'heavy' }, outcome: 'done', workoutId: complete.id },
    { step: { week: 'w1', day: 'light' }, outcome: 'done' },
    { step: { week: 'w2', day: 'heavy' }, outcome: 'partial', workoutId: partial.id },
    { step: { week: 'w2', day: 'light' }, outcome: 'skipped' },
  ])
  expect(data?.slots).toEqual([
    { slot: 'squat', plannedSets: 8, doneSets: 8, plannedReps: 40, doneReps: 38, loadsWithin: 7, swapped: 1 },
    { slot: 'curl', plannedSets: 6, doneSets: 3, plannedReps: 48, doneReps: 24, loadsWithin: 0, swapped: 0 },
  ])
  expect(data?.sessionsPerWeek).toBe(2)
  expect(data?.weeks).toEqual([
    { startsOn: '2026-03-02', sessions: 2 },
    { startsOn: '2026-03-09', sessions: 1 },
  ])
})
