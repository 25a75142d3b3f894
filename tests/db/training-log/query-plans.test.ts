import { expect, spyOn, test } from 'bun:test'
import { runSql } from '#db/engine/sqlite/run-sql.ts'
import { log, put, reps, weigh, workoutOf } from '#tests/handlers/training.ts'
import { testApp } from '#tests/support/app.ts'

const app = await testApp({ now: Date.parse('2026-03-10T12:00:00Z') })

const paths = [
  'analytics/volume',
  'analytics/volume?bucket=day&muscle=lats',
  'analytics/progress',
  'analytics/progress?exerciseId=pull-up',
  'analytics/records',
  'analytics/records?exerciseId=pull-up',
  'analytics/fatigue',
  'analytics/summary',
  'analytics/calendar',
  'analytics/load',
  'analytics/strength',
  'analytics/strength?from=2026-01-01&to=2026-03-01',
  'analytics/landmarks',
  'recommendations/progression',
  'recommendations/progression?exerciseId=pull-up',
  'recommendations/progression?exerciseId=plank',
  'exercises/pull-up/progression',
]

/** Few workouts have overreached muscles; scanning all others would take longer than any other query. */
const overreachedStep =
  /^SEARCH packedWorkouts USING COVERING INDEX packedWorkoutsByOverreach \(userId=\? AND startedAt</

/**
 * The steps allowed on tables that grow with the number of users: all begin with the user, and use covering indexes if
 * possible.
 */
const allowedSteps = [
  // Packed rows are ordered by time, or by exercise and time.
  /^SEARCH packedWorkouts( EXISTS)? USING PRIMARY KEY \(userId=\? AND startedAt[<>=]/,
  /^SEARCH performedExercises USING PRIMARY KEY \(userId=\?( AND exerciseId[>=]|\))/,
  /^SEARCH workouts( EXISTS)? USING (COVERING )?INDEX workoutsByStart \(userId=\?/,
  /^SEARCH packedWorkouts USING PRIMARY KEY \(userId=\?\)/,
  // Rows that have changed since the last read.
  /^SEARCH (workouts|measurements) USING INDEX (workouts|measurements)BySeq \(userId=\? AND seq>\?\)/,
  /^SEARCH measurements USING COVERING INDEX measurementsByKind \(userId=\? AND kind=\? AND measuredAt/,
  /^SEARCH (progressions|soreness|landmarks|users) USING (PRIMARY KEY|INDEX) ?\S* ?\S* ?\((userId|id)=\?/,
]

test('analytics and recommendations find sets and workouts by an index that begins with the user', async () => {
  const user = await app.register()
  await weigh(user, '2026-03-01T07:00:00Z', 80)
  for (const day of ['07', '08', '09'])
    await log(user, workoutOf(`2026-03-${day}T10:00:00Z`, 'pull-up', reps(5)))
  const pullUps = { exerciseId: 'pull-up', sets: [reps(5)] }
  await log(user, { startedAt: '2026-03-06T10:00:00Z', exercises: [pullUps, pullUps] })
  const current = await user.send('GET', '/api/exercises/plank/progression')
  await put(user, '/api/exercises/plank/progression', { scheme: 'linear' }, current.headers.get('ETag') ?? '')

  const prepare = spyOn(app.sqlite, 'prepare')
  for (const path of paths)
    expect([path, (await user.send('GET', `/api/${path}`)).status]).toEqual([path, 200])
  const workout = workoutOf('2026-03-10T10:00:00Z', 'pull-up', reps(5))
  // The read after this folds only the new workout.
  await log(user, workout)
  expect((await user.send('GET', '/api/analytics/records')).status).toBe(200)
  await user.send('POST', '/api/analytics/simulate', { body: workout })
  await user.send('POST', '/api/recommendations/workout', { body: { minutes: 60 } })
  const texts = [...new Set(prepare.mock.calls.map(([text]) => text))].filter((text) =>
    /^(select|with)\b/.test(text),
  )
  prepare.mockRestore()

  const growingTables = /"(workouts|packedWorkouts|performedExercises|measurements)"/
  const queries = texts.filter((text) => growingTables.test(text))
  expect(queries.length).toBeGreaterThanOrEqual(14)
  for (const text of queries) {
    const steps = runSql(app.sqlite, `explain query plan ${text}`)
      .map((row) => String(row[3]))
      .filter(
        (step) => /^(SEARCH|SCAN)/.test(step) && !/^SCAN (json_each|listed|trained|CONSTANT)/.test(step),
      )
    const allowed = text.includes('"overreached" is not null') ? [overreachedStep] : allowedSteps
    for (const step of steps)
      expect([text, step, allowed.some((pattern) => pattern.test(step))]).toEqual([text, step, true])
  }
})
