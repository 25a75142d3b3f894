import { describe, expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { get, log, put, reps, type WorkoutInput } from '#tests/handlers/training.ts'
import { login } from '#tests/support/accounts.ts'
import { type TestApp, testApp } from '#tests/support/app.ts'
import { type TestUser, userWith } from '#tests/support/user.ts'
import { dayMs } from '#training/day-ms.ts'
import { prescribedSet } from '#training/recommend/planned-sets.ts'
import { train } from '../lifter.ts'
import { answersOf, chosenBy } from './answers-of.ts'

const now = Date.parse('2026-11-20T17:00:00Z')
const then = now - 30 * dayMs

/** Schemes with their defaults and with parameters, and exercises that the fictional lifter does. */
const choices: readonly (readonly [exerciseId: string, scheme: Schemas['ProgressionScheme']])[] = [
  ['barbell-bench-press', { scheme: 'linear', sets: 5, reps: 5 }],
  ['barbell-back-squat', { scheme: 'five_three_one', trainingMax: { value: 120, unit: 'kg' } }],
  ['barbell-row', { scheme: 'double', sets: 4, minReps: 6, maxReps: 9 }],
  ['barbell-overhead-press', { scheme: 'gzclp', tier: 2 }],
  ['barbell-deadlift', { scheme: 'rpe', sets: 2, reps: 3, rpe: 8.5 }],
  ['lat-pulldown', { scheme: 'sum', totalReps: 36, increment: { value: 5, unit: 'kg' } }],
  ['barbell-curl', { scheme: 'apre', repMax: 10 }],
  ['triceps-pushdown', { scheme: 'two_for_two', reps: 12 }],
  ['leg-press', { scheme: 'memory', range: { min: 15, max: 20 } }],
  ['pull-up', { scheme: 'double', sets: 3 }],
  ['plank', { scheme: 'linear' }],
  ['barbell-front-squat', { scheme: 'linear' }],
]

/** What the server prescribes for an exercise, and what the app shows as its next time. */
async function both(user: TestUser, exerciseId: string, unit: Schemas['WeightUnit'], at = now) {
  const path = `/api/recommendations/progression?exerciseId=${exerciseId}&unit=${unit}&at=${new Date(at).toISOString()}`
  const { body } = await get<Schemas['ProgressionReport']>(user, path)
  const { coach } = await answersOf(user, { at, unit })
  const { progressions = [], ...chosen } = await chosenBy(user)
  const choice = progressions.filter((other) => other.exerciseId === exerciseId)
  const { next, planned } = await coach({
    exerciseId,
    plates: [],
    bodyweightGoal: chosen.bodyweightGoal,
    ...(choice.length > 0 && { chosen: { ...chosen, progressions: choice } }),
  })
  const [item] = body.items
  const server = item?.status === 'prescription' ? item : undefined
  const format = { unit, plates: chosen.plates }
  return {
    server: server && {
      scheme: server.scheme,
      rule: server.rule,
      reasons: server.reasons,
      sets: server.sets,
      chance: server.chance,
      deload: server.deload?.text,
    },
    app: next && {
      scheme: next.scheme,
      rule: next.rule,
      reasons: next.reasons,
      sets: next.sets.map((set) => prescribedSet(set, format)),
      chance: next.chance && Math.round(next.chance * 10_000) / 10_000,
      deload: next.deload?.text,
    },
    planned,
  }
}

const bench = (startedAt: number, ...sets: WorkoutInput['exercises'][number]['sets']): WorkoutInput => ({
  startedAt: new Date(startedAt).toISOString(),
  endedAt: new Date(startedAt + 3_600_000).toISOString(),
  exercises: [{ exerciseId: 'barbell-bench-press', sets }],
})

/** A user with a log who chose all schemes a month ago, and has trained since. */
async function chooser(app: TestApp): Promise<TestUser> {
  const { email } = await app.register({ timeZone: 'Europe/Berlin' })
  const userNow = async () => userWith(app, (await login(app, { email })).json<Schemas['Tokens']>())
  const earlier = await userNow()
  await train(earlier, 26, then)
  for (const [id, scheme] of choices) await put(earlier, `/api/exercises/${id}/progression`, scheme, '*')
  app.clock.now = now
  const later = await userNow()
  await train(later, 4, now)
  return later
}

describe('next time, the app prescribes what the API does', () => {
  test.each(['kg', 'lb'] as const)('by each chosen scheme, in %s', async (unit) => {
    const user = await chooser(await testApp({ now: then }))
    for (const [id, { scheme }] of choices) {
      const { server, app, planned } = await both(user, id, unit)
      expect({ id, ...app }).toEqual({ id, ...server })
      if (id === 'barbell-front-squat') expect(server).toBeUndefined()
      else expect({ id, scheme: app?.scheme }).toEqual({ id, scheme })
      expect(planned?.map(({ weight, target }) => ({ weight, reps: target?.reps }))).toEqual(
        server?.sets.map(({ weight, reps: range }) => ({ weight, reps: range })),
      )
    }
  })

  test('by a chosen scheme after a doubted set, with soreness, plates, and after a break', async () => {
    const user = await chooser(await testApp({ now: then }))
    await log(user, bench(now - dayMs, reps(5, 800), reps(5, 100)))
    const report = { body: { soreness: 9, at: new Date(now - 3_600_000).toISOString() } }
    expect((await user.send('PUT', '/api/analytics/fatigue/chest', report)).status).toBe(200)
    const plates = [{ weight: { value: 10, unit: 'kg' }, pairs: 6 }]
    const profile = { body: { plates }, headers: { 'If-Match': '*' } }
    expect((await user.send('PATCH', '/api/users/me', profile)).status).toBe(200)
    for (const at of [now, now + 45 * dayMs])
      for (const [id] of choices) {
        const { server, app } = await both(user, id, 'kg', at)
        expect({ id, ...app }).toEqual({ id, ...server })
      }
  })
})
