import { expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { log, reps, workoutOf } from '../training.ts'
import { errorsOf } from './sample.ts'

const app = await testApp({ now: Date.parse('2026-03-02T17:00:00Z') })
const user = await app.register()
for (const day of [16, 19, 23, 26]) {
  const at = `2026-02-${day}T17:00:00.000Z`
  await log(user, workoutOf(at, 'barbell-back-squat', reps(5, 120), reps(5, 120), reps(5, 120)))
}

test('a plan can be stored and run unchanged, with weights that are derived from the log', async () => {
  const { data: plan } = await user.client.POST('/api/programs/plan', {
    body: { goal: 'strength', sessionsPerWeek: 3, minutes: 60, experience: 'intermediate' },
  })
  if (!plan) throw new Error('the response has no plan')
  expect(plan.lifts).toHaveLength(1)
  expect(plan.lifts[0]?.lift).toBe('barbell-back-squat')
  expect(plan.lifts[0]?.base.value).toBeCloseTo(120 * (1 + 5 / 30) * 0.9, -1)
  const stored = await user.client.POST('/api/programs', { body: plan.program })
  expect(stored.response.status).toBe(201)
  const programId = stored.data?.id ?? ''
  const { data: run } = await user.client.POST('/api/runs', {
    body: { programId, programRevision: 1, lifts: plan.lifts },
  })
  const { data: next } = await user.client.GET('/api/runs/{id}/next', {
    params: { path: { id: run?.id ?? '' } },
  })
  expect(next?.workout?.exercises[0]?.exerciseId).toBe('barbell-back-squat')
  expect(next?.workout?.exercises[0]?.sets[0]?.weight?.value).toBeGreaterThan(80)
  const { data: preview } = await user.client.POST('/api/programs/preview', {
    body: { program: plan.program, lifts: plan.lifts },
  })
  for (const { days } of preview?.weeks ?? []) {
    for (const { estimatedSeconds } of days) expect(estimatedSeconds).toBeLessThanOrEqual(66 * 60)
  }
})

test('weeks planned with the default landmarks end at MV, and weeks planned with custom landmarks stay below the MRV', async () => {
  const body = { goal: 'hypertrophy', sessionsPerWeek: 6, minutes: 90, experience: 'advanced' } as const
  const chestOf = async (weeks: number) => {
    const { data: plan } = await lifter.client.POST('/api/programs/plan', { body: { ...body, weeks } })
    return plan?.muscles.find(({ muscle }) => muscle === 'chest')
  }
  const lifter = await app.register()
  expect((await chestOf(5))?.sets).toEqual([10, 14, 18, 22, 8])
  const items = [{ muscle: 'chest', mv: 8, mev: 10, mav: { min: 12, max: 20 }, mrv: 22 }]
  const saved = await lifter.send('PUT', '/api/analytics/landmarks', {
    body: { items },
    headers: { 'If-Match': '*' },
  })
  expect(saved.status).toBe(200)
  const withCustomLandmarks = await chestOf(6)
  expect(withCustomLandmarks?.sets).toEqual([10, 13, 16, 18, 21, 5])
  expect(withCustomLandmarks?.reason).toContain('your own')
})

test('the weight of sets with a target effort is derived from the log', async () => {
  const { data: plan } = await user.client.POST('/api/programs/plan', {
    body: { goal: 'hypertrophy', sessionsPerWeek: 4, minutes: 75, experience: 'intermediate' },
  })
  const { data: preview } = await user.client.POST('/api/programs/preview', {
    body: { program: plan?.program ?? failWithoutPlan() },
  })
  const weights = preview?.weeks.map(
    ({ days }) =>
      days.flatMap(({ slots }) => slots.filter(({ slot }) => slot === 'barbell-back-squat'))[0]?.sets[0]
        ?.weight,
  )
  // Six reps with a one-rep max of about 139 kg, at RPE 7, 7.5, 8.5, 9 and 6.
  expect(weights).toHaveLength(5)
  expect(weights?.[0]?.value).toBeGreaterThan(95)
  expect(weights?.[3]?.value).toBeGreaterThan(weights?.[0]?.value ?? 0)
  expect(weights?.[4]?.value).toBeLessThan(weights?.[0]?.value ?? 0)
})

test.each([
  ['strength', 'Strength, 3 days a week'],
  ['size', 'Hypertrophy, 3 days a week'],
  ['health', 'General fitness, 3 days a week'],
  ['sport', 'General fitness, 3 days a week'],
] as const)('without a goal in the request, that of the profile applies: %s', async (goal, name) => {
  const lifter = await app.register()
  const changed = await lifter.send('PATCH', '/api/users/me', {
    body: { goal },
    headers: { 'If-Match': '*' },
  })
  expect(changed.status).toBe(200)
  const { data } = await lifter.client.POST('/api/programs/plan', {
    body: { sessionsPerWeek: 3, minutes: 60 },
  })
  expect(data?.program.name).toBe(name)
})

test('without a goal in the request or the profile, a block is for general fitness', async () => {
  const lifter = await app.register()
  const body = { sessionsPerWeek: 3, minutes: 60 }
  const { data } = await lifter.client.POST('/api/programs/plan', { body })
  expect(data?.program.name).toBe('General fitness, 3 days a week')
})

test('422 if no exercise fits the equipment, or for an unknown exercise', async () => {
  const body = { goal: 'general' as const, sessionsPerWeek: 2, minutes: 30 }
  const none = await user.client.POST('/api/programs/plan', { body: { ...body, equipment: [] } })
  expect(errorsOf(none.error)).toEqual([['/equipment', 'range']])
  const unknown = await user.client.POST('/api/programs/plan', {
    body: { ...body, exclude: ['barbell-row', 'no-such'] },
  })
  expect(errorsOf(unknown.error)).toEqual([['/exclude/1', 'unknown_exercise']])
  expect((await user.client.GET('/api/runs')).data?.items).toHaveLength(1)
})

function failWithoutPlan(): never {
  throw new Error('the response has no plan')
}
