import { expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'

const timeOf = (number: number) => new Date(Date.UTC(2026, 2, 2 + number, 17)).toISOString()
const kg = (value: number) => ({ value, unit: 'kg' as const })

test('each step of a cycle of Boring But Big can be started once, and the training max rises', async () => {
  const app = await testApp({ now: Date.parse('2026-04-02T17:00:00Z') })
  const user = await app.register()
  const { data: run, error } = await user.client.POST('/api/runs', {
    body: {
      programId: '531-boring-but-big',
      programRevision: 1,
      lifts: [
        { lift: 'squat', base: kg(120) },
        { lift: 'bench', base: kg(90) },
        { lift: 'deadlift', base: kg(140) },
        { lift: 'press', base: kg(55) },
      ],
    },
  })
  expect(error).toBeUndefined()
  const path = { id: run?.id ?? '' }
  const squatWeights: number[][] = []
  const phases: Schemas['TrainingPhase'][] = []
  for (let n = 0; n < 16; n++) {
    const next = await user.client.GET('/api/runs/{id}/next', { params: { path } })
    const started = await user.client.POST('/api/runs/{id}/start', {
      params: { path },
      body: { startedAt: timeOf(n) },
    })
    expect(started.response.status).toBe(201)
    const second = await user.client.POST('/api/runs/{id}/start', { params: { path }, body: {} })
    expect(second.response.status).toBe(409)
    expect(second.response.headers.get('location')).toBe(`/api/workouts/${started.data?.id}`)
    if (next.data?.step?.day === 'squat') {
      squatWeights.push((started.data?.exercises[0]?.sets ?? []).map(({ weight }) => weight?.value ?? 0))
    }
    const workout = started.data as Schemas['Workout']
    if (workout.phase) phases.push(workout.phase)
    const { totals: _, revision: __, createdAt: ___, updatedAt: ____, ...input } = workout
    const replaced = await user.client.PUT('/api/workouts/{id}', {
      params: { path: { id: workout.id }, header: { 'If-Match': '*' } },
      body: {
        ...input,
        endedAt: new Date(Date.parse(workout.startedAt) + 3_600_000).toISOString(),
        exercises: workout.exercises.map((exercise) => ({
          ...exercise,
          sets: exercise.sets.map((set) => ({ ...set, reps: set.target?.reps?.min ?? 0 })),
        })),
      },
    })
    expect(replaced.response.status).toBe(200)
  }
  expect(squatWeights).toEqual([
    [77.5, 90, 102.5],
    [85, 95, 107.5],
    [90, 102.5, 115],
    [47.5, 60, 72.5],
  ])
  // The fourth week.
  expect(phases).toEqual(Array.from({ length: 4 }, () => 'deload'))
  const { data } = await user.client.GET('/api/runs/{id}', { params: { path } })
  expect(data?.state.bases.find(({ lift }) => lift === 'squat')).toMatchObject({
    base: kg(125),
    from: kg(120),
  })
  expect(data?.state).toMatchObject({ done: 16, next: { cycle: 2, week: 'w1', day: 'press' }, extra: [] })
  const adherence = await user.client.GET('/api/runs/{id}/adherence', { params: { path } })
  expect(adherence.data?.steps).toHaveLength(16)
})
