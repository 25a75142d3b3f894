import { expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import { stateOf } from '#tests/support/state.ts'
import { expectBody, log, problemOf, reps, workoutOf } from '../training.ts'

const app = await testApp({ now: Date.parse('2026-06-30T18:00:00Z') })
const path = '/api/analytics/simulate'
const workout = workoutOf(
  '2026-06-30T18:00:00.000Z',
  'barbell-bench-press',
  ...[1, 2, 3].map(() => reps(10, 100)),
)

test('the simulated fatigue, volume and sets equal those after saving, and nothing is stored', async () => {
  const user = await app.register()
  await log(user, workoutOf('2026-06-29T18:00:00.000Z', 'barbell-bench-press', reps(5, 100), reps(5, 100)))
  const before = await stateOf(app.db)
  const report = expectBody<Schemas['SimulationReport']>(
    await user.send('POST', path, { body: workout }),
    200,
  )
  expect(await stateOf(app.db)).toBe(before)
  expect(report.totals).toEqual({ volume: { value: 3000, unit: 'kg' }, sets: 3, reps: 30 })
  const chest = report.muscles.find(({ muscle }) => muscle === 'chest')
  expect(chest).toMatchObject({ directSets: 3, weekBefore: { directSets: 2 }, weekAfter: { directSets: 5 } })
  const { body } = await log(user, workout)
  const fatigue = await user.send('GET', '/api/analytics/fatigue?at=2026-06-30T18:00:00.000Z')
  const saved = expectBody<Schemas['FatigueReport']>(fatigue, 200)
  for (const { muscle, fatigueAfter } of report.muscles) {
    expect([muscle, saved.muscles.find((candidate) => candidate.muscle === muscle)?.fatigue]).toEqual([
      muscle,
      fatigueAfter,
    ])
  }
  // A simulation of the saved workout does not count it twice.
  const simulatedAgain = await user.send('POST', path, { body: { ...workout, id: body.id } })
  expect(expectBody<Schemas['SimulationReport']>(simulatedAgain, 200)).toEqual(report)
})

test('the simulated volume of a bodyweight lift includes the bodyweight of the workout, as after saving', async () => {
  const user = await app.register()
  const bodyweight = { value: 84, unit: 'kg' } as const
  const pullUps = { ...workoutOf('2026-06-30T18:00:00.000Z', 'pull-up', reps(5)), bodyweight }
  const report = expectBody<Schemas['SimulationReport']>(
    await user.send('POST', path, { body: pullUps }),
    200,
  )
  expect(report.totals).toMatchObject({ volume: { value: 420, unit: 'kg' }, reps: 5 })
  expect((await log(user, pullUps)).body.totals.volume).toEqual(report.totals.volume)
})

test('a workout that a save would reject is rejected', async () => {
  const user = await app.register()
  const unknown = workoutOf('2026-06-30T18:00:00Z', 'nothing', reps(5))
  expect(problemOf(await user.send('POST', path, { body: unknown }))).toEqual([
    422,
    'validation_failed',
    '/exercises/0/exerciseId unknown_exercise',
  ])
  const body = { ...workout, endedAt: '2026-06-30T17:00:00.000Z' }
  expect(problemOf(await user.send('POST', path, { body }))).toEqual([
    422,
    'validation_failed',
    '/endedAt end_before_start',
  ])
})
