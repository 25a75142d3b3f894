import { describe, expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import type { TestUser } from '#tests/support/user.ts'
import { dayMs } from '#training/day-ms.ts'
import { unserializable } from '../../training/arbitraries.ts'
import { expectBody, get, type Workout, type WorkoutInput } from '../training.ts'

const now = Date.parse('2026-06-29T08:00:00Z')
const app = await testApp({ now })
const bench = 'barbell-bench-press'

const timeOf = (daysAgo: number) => new Date(now - daysAgo * dayMs).toISOString()
const setOf = (value: number, reps: number): Schemas['WorkoutSetInput'] => ({
  type: 'normal',
  reps,
  weight: { value, unit: 'kg' },
})
const workout = (daysAgo: number, ...sets: Schemas['WorkoutSetInput'][]): WorkoutInput => ({
  startedAt: timeOf(daysAgo),
  exercises: [{ exerciseId: bench, sets }],
})

/** Logs with too little or too much data, and the largest weight in kilograms that may be prescribed. */
const logs: Readonly<Record<string, readonly [maxWeight: number, log: readonly WorkoutInput[]]>> = {
  'no set': [0, [workout(3)]],
  'one workout': [65, [workout(3, setOf(60, 8), setOf(60, 8))]],
  'no reps': [
    60,
    [workout(9, setOf(60, 0)), workout(6, setOf(60, 0)), workout(3, setOf(60, 0), setOf(55, 0))],
  ],
  'no weight': [0, [workout(6, { type: 'normal', reps: 8 }), workout(3, { type: 'normal', reps: 8 })]],
  'one weight for years': [
    62.5,
    Array.from({ length: 200 }, (_, index) => workout(1400 - 7 * index, setOf(60, 8), setOf(60, 8))),
  ],
  'two units': [
    65,
    [
      workout(12, setOf(60, 8)),
      workout(9, { type: 'normal', reps: 8, weight: { value: 135, unit: 'lb' } }),
      workout(6, setOf(60, 8)),
      workout(3, { type: 'normal', reps: 8, weight: { value: 135, unit: 'lb' } }),
    ],
  ],
  'sets dated in the future': [
    65,
    [workout(3, setOf(60, 8)), workout(-30, setOf(500, 8)), workout(-3000, setOf(1, 1))],
  ],
  'workouts in the same minute': [
    65,
    Array.from({ length: 6 }, () => workout(3, setOf(60, 8), setOf(60, 8))),
  ],
  'the largest and the smallest values': [
    2500,
    [
      workout(9, setOf(2000, 1000), setOf(0.01, 1)),
      workout(6, setOf(0.01, 1000)),
      workout(3, setOf(2000, 1)),
    ],
  ],
  'planned sets without reps': [
    0,
    [workout(3, { type: 'normal', target: { reps: { min: 5, max: 5 }, weight: { value: 60, unit: 'kg' } } })],
  ],
}

async function registerWithLog(workouts: readonly WorkoutInput[]): Promise<TestUser> {
  const user = await app.register()
  for (const body of workouts) expectBody<Workout>(await user.send('POST', '/api/workouts', { body }), 201)
  return user
}

const reads = [
  `/api/recommendations/progression?exerciseId=${bench}`,
  '/api/recommendations/progression',
  `/api/analytics/progress?exerciseId=${bench}`,
  '/api/analytics/progress',
  `/api/analytics/records?exerciseId=${bench}`,
  '/api/analytics/records',
  '/api/analytics/strength',
  '/api/analytics/fatigue',
  `/api/analytics/fatigue?at=${new Date(now + 40 * dayMs).toISOString()}`,
  '/api/analytics/volume',
  '/api/analytics/summary',
  '/api/analytics/load',
  '/api/workouts',
] as const

const posts = [
  ['/api/recommendations/workout', { minutes: 60 }],
  ['/api/programs/plan', { goal: 'strength', sessionsPerWeek: 3, minutes: 60 }],
  ['/api/programs/plan', { goal: 'hypertrophy', sessionsPerWeek: 4, minutes: 45 }],
] as const

/** Strings that appear in a response only by mistake. */
const mistakes = /NaN|Infinity|undefined|null|\[object/

describe.each(Object.entries(logs))('a log with %s', (_, [maxWeight, log]) => {
  test('gets valid responses', async () => {
    const user = await registerWithLog(log)
    for (const path of reads) {
      const { body } = await get<object>(user, path)
      expect([path, unserializable(body), mistakes.exec(JSON.stringify(body))?.[0]]).toEqual([
        path,
        undefined,
        undefined,
      ])
    }
    for (const [path, body] of posts) {
      const recommended = expectBody<object>(await user.send('POST', path, { body }), 200)
      expect([path, unserializable(recommended), mistakes.exec(JSON.stringify(recommended))?.[0]]).toEqual([
        path,
        undefined,
        undefined,
      ])
    }
  })

  test('gets only weights that can be loaded and are not too heavy', async () => {
    const user = await registerWithLog(log)
    const next = await get<Schemas['ProgressionReport']>(user, reads[0])
    const loggedWeights = new Set(
      log.flatMap(({ exercises }) => exercises.flatMap(({ sets }) => sets.map(weightOf))),
    )
    for (const item of next.body.items) {
      if (item.status !== 'prescription') {
        expect(item.reasons[0]).toMatch(/\w/)
        continue
      }
      expect(item.sets.length).toBeGreaterThan(0)
      for (const set of [...item.sets, ...(item.ifMissed?.sets ?? []), ...(item.deload?.sets ?? [])]) {
        const weight = weightOf(set)
        expect(set.reps?.min ?? 1).toBeGreaterThanOrEqual(1)
        if (weight === undefined) continue
        expect(weight).toBeLessThanOrEqual(maxWeight)
        expect(loggedWeights.has(weight) || Math.abs(weight / 2.5 - Math.round(weight / 2.5)) < 1e-6).toBe(
          true,
        )
      }
    }
  })
})

test('a log of 50,000 sets gets valid responses', async () => {
  const user = await app.register()
  const changes = await user.send('GET', '/api/sync/changes?limit=1')
  const { epoch } = expectBody<Schemas['SyncChanges']>(changes, 200)
  for (let from = 0; from < 250; from += 50) {
    const mutations = Array.from({ length: 50 }, (_, index): Schemas['SyncMutation'] => {
      const id = Bun.randomUUIDv7()
      const sets = Array.from({ length: 200 }, (_, set) => setOf(60 + ((from + index) % 40), 5 + (set % 4)))
      return {
        mutationId: Bun.randomUUIDv7(),
        resource: 'workout',
        id,
        op: 'put',
        value: { ...workout(252 - from - index, ...sets), id },
      }
    })
    expectBody(await user.send('POST', '/api/sync/push', { body: { epoch, mutations } }), 200)
  }
  for (const path of reads) {
    const { body } = await get<object>(user, path)
    expect([path, unserializable(body), mistakes.exec(JSON.stringify(body))?.[0]]).toEqual([
      path,
      undefined,
      undefined,
    ])
  }
})

function weightOf({ weight }: { readonly weight?: Schemas['Weight'] | undefined }): number | undefined {
  return weight?.unit === 'lb' ? Math.round(weight.value * 45359.237) / 100_000 : weight?.value
}
