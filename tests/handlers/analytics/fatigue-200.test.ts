import { expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import type { TestUser } from '#tests/support/user.ts'
import { expectBody, log, ownExercise, problemOf, reps, workoutOf } from '../training.ts'

const app = await testApp({ now: Date.parse('2026-06-10T10:00:00Z') })

async function muscleAt(
  user: TestUser,
  muscle: Schemas['Muscle'],
  at: string,
): Promise<Schemas['MuscleFatigue']> {
  const report = expectBody<Schemas['FatigueReport']>(
    await user.send('GET', `/api/analytics/fatigue?at=${at}`),
    200,
  )
  const fatigue = report.muscles.find((candidate) => candidate.muscle === muscle)
  if (!fatigue) throw new Error(`the report has no ${muscle}`)
  return fatigue
}

/** Logs nine sets for the biceps with two reps in reserve, which take 58.8 hours to recover from. */
async function logCurls(user: TestUser) {
  const { body } = await ownExercise(user, {
    category: 'pull',
    engagement: [{ muscle: 'biceps', percent: 90 }],
  })
  const sets = Array.from({ length: 9 }, () => reps(10, 20, { rir: 2 }))
  return log(user, workoutOf('2026-06-09T10:00:00Z', body.id, ...sets))
}

test('nine biceps sets with two reps in reserve take 58.8 hours to recover from, and the fatigue lists its workout and sets', async () => {
  const user = await app.register()
  const { body } = await logCurls(user)
  const after = await muscleAt(user, 'biceps', '2026-06-09T10:00:00.000Z')
  expect(after).toMatchObject({ fatigue: 77.69, readiness: 22.31, state: 'fatigued' })
  expect(after.contributions).toEqual([
    {
      kind: 'workout',
      workoutId: body.id,
      startedAt: '2026-06-09T10:00:00.000Z',
      stimulus: 9,
      initialFatigue: 77.69,
      recoveryHours: 58.79,
      fatigue: 77.69,
      setIds: body.exercises[0]?.sets.map(({ id }) => id) ?? [],
    },
  ])
  expect(after.forecast).toHaveLength(14)
  expect(await muscleAt(user, 'biceps', '2026-06-11T21:00:00Z')).toMatchObject({
    fatigue: 0,
    state: 'recovered',
  })
  expect((await muscleAt(user, 'biceps', '2026-06-08T10:00:00Z')).lastTrainedAt).toBeUndefined()
})

test('a soreness report overrides the model from its time on, and a later report for that time replaces it', async () => {
  const user = await app.register()
  await logCurls(user)
  const report = (soreness: number) =>
    user.send('PUT', '/api/analytics/fatigue/biceps', { body: { soreness, at: '2026-06-10T10:00:00Z' } })
  expectBody(await report(9), 200)
  expect(expectBody<Schemas['Soreness']>(await report(3), 200)).toEqual({
    muscle: 'biceps',
    soreness: 3,
    at: '2026-06-10T10:00:00.000Z',
  })
  expect(await muscleAt(user, 'biceps', '2026-06-10T10:00:00Z')).toMatchObject({
    fatigue: 30,
    state: 'recovering',
  })
  expect(await muscleAt(user, 'biceps', '2026-06-11T10:00:00Z')).toMatchObject({ fatigue: 15 })
  expect((await muscleAt(user, 'biceps', '2026-06-10T09:59:00Z')).fatigue).toBeGreaterThan(40)
})

test('after a soreness report is deleted, the earlier report applies, and then the model; deleting it again gets 404', async () => {
  const user = await app.register()
  await logCurls(user)
  const path = '/api/analytics/fatigue/biceps'
  const [first, second] = ['2026-06-10T08:00:00.000Z', '2026-06-10T10:00:00.000Z']
  const remainingFatigue = async () => (await muscleAt(user, 'biceps', second)).fatigue
  // 24 hours after nine sets, 77.69 × (1 − 24/58.79) remain.
  const model = await remainingFatigue()
  expect(model).toBe(45.97)
  expectBody(await user.send('PUT', path, { body: { soreness: 9, at: first } }), 200)
  const [reported] = (await muscleAt(user, 'biceps', second)).contributions
  expect(reported).toMatchObject({ kind: 'soreness', startedAt: first })
  // After 2 of 48 hours, 86.25 of 90 remain.
  expect(await remainingFatigue()).toBe(86.25)
  expectBody(await user.send('PUT', path, { body: { soreness: 1, at: second } }), 200)
  expect(await remainingFatigue()).toBe(10)
  const deleteReport = (at: string) => user.send('DELETE', `${path}?at=${at}`)
  expect((await deleteReport(second)).status).toBe(204)
  expect(await remainingFatigue()).toBe(86.25)
  expect(problemOf(await deleteReport(second))).toEqual([404, 'not_found'])
  expect((await deleteReport(reported?.startedAt ?? '')).status).toBe(204)
  expect(await remainingFatigue()).toBe(model)
  expect(problemOf(await user.send('DELETE', path))).toEqual([422, 'validation_failed', 'at required'])
})

test('a user who never trained has no fatigue', async () => {
  const user = await app.register()
  const report = expectBody<Schemas['FatigueReport']>(await user.send('GET', '/api/analytics/fatigue'), 200)
  expect(report.muscles).toHaveLength(24)
  expect(report.muscles.every(({ state, readiness }) => state === 'recovered' && readiness === 100)).toBe(
    true,
  )
})

test('implausible times are rejected', async () => {
  const user = await app.register()
  for (const at of ['1899-12-31T00:00:00Z', '9999-12-31T00:00:00Z']) {
    expect(problemOf(await user.send('GET', `/api/analytics/fatigue?at=${at}`))).toEqual([
      422,
      'validation_failed',
      'at range',
    ])
    const body = { soreness: 1, at }
    expect(problemOf(await user.send('PUT', '/api/analytics/fatigue/abs', { body }))).toEqual([
      422,
      'validation_failed',
      '/at range',
    ])
  }
})
