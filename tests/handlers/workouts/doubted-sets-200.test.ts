import { expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import type { TestUser } from '#tests/support/user.ts'
import { dayMs } from '#training/day-ms.ts'
import { importAll } from '../imports/import-file.ts'
import { get, log, reps, type SetInput, save, type Workout, weigh, workoutOf } from '../training.ts'

const start = Date.parse('2026-06-01T18:00:00Z')
const app = await testApp({ now: start + 30 * dayMs })
const bench = 'barbell-bench-press'
const timeOf = (dayIndex: number) => new Date(start + dayIndex * dayMs).toISOString()

/** Registers a user who logs bench presses of 8 × 85 kg every third day. */
async function registerBencher(): Promise<TestUser> {
  const user = await app.register()
  for (let dayIndex = 0; dayIndex < 15; dayIndex += 3)
    await log(user, workoutOf(timeOf(dayIndex), bench, reps(8, 85), reps(8, 85)))
  return user
}

const kilograms = (value: number): SetInput['weight'] => ({ value, unit: 'kg' })

const meant85 = { weight: { value: 85, unit: 'kg' }, reps: 8 } as const

/** The figures that list the excluded sets. */
const figures = [
  `/api/analytics/progress?exerciseId=${bench}`,
  '/api/analytics/progress',
  `/api/analytics/records?exerciseId=${bench}`,
  '/api/analytics/records',
  '/api/analytics/strength',
  `/api/analytics/volume?from=2026-06-01&to=2026-07-01`,
  '/api/analytics/calendar?from=2026-06-01&to=2026-07-01',
  '/api/analytics/summary',
  '/api/analytics/fatigue',
  `/api/recommendations/progression?exerciseId=${bench}`,
]

test('a probable typing error is listed in every response with its workout, and excluded from figures', async () => {
  const user = await registerBencher()
  const withError = workoutOf(timeOf(27), bench, reps(8, 85), reps(8, 850))
  const { body } = await log(user, withError)
  const setId = body.exercises[0]?.sets[1]?.id ?? ''
  const doubts = [{ exerciseId: bench, workoutId: body.id, setId, reason: 'load_high', meant: meant85 }]
  expect(body).toMatchObject({ doubts, totals: { volume: { value: 680, unit: 'kg' }, sets: 1, reps: 8 } })
  expect((await get(user, `/api/workouts/${body.id}`)).body).toEqual(body)
  expect((await get<Schemas['WorkoutList']>(user, '/api/workouts?limit=1')).body.items).toEqual([body])
  const pulled = await user.send('GET', '/api/sync/changes?limit=200')
  expect(pulled.json<Schemas['SyncChanges']>().items.at(-1)).toMatchObject({
    resource: 'workout',
    value: body,
  })
  for (const path of figures) {
    const { body: figure } = await get<{ doubts?: Schemas['DoubtedSets'] }>(user, path)
    expect([path, figure.doubts]).toMatchObject([path, [{ setId, reason: 'load_high' }]])
    // Ids are removed, because their random digits might match.
    const text = JSON.stringify({ ...figure, doubts: [] }).replace(
      /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g,
      '',
    )
    expect(text).not.toMatch(/850|6800|1076/)
  }
})

test('a confirmed set counts like any other', async () => {
  const user = await registerBencher()
  const { body, etag } = await log(user, workoutOf(timeOf(27), bench, reps(8, 850)))
  expect(body.doubts).toHaveLength(1)
  const { id } = body
  const confirmed = { ...workoutOf(timeOf(27), bench, reps(8, 850, { confirmed: true })), id }
  const saved = await save(user, confirmed, etag)
  expect(saved.body.doubts).toBeUndefined()
  expect(saved.body.exercises[0]?.sets[0]).toMatchObject({ confirmed: true })
  expect(saved.body.totals.volume.value).toBe(6800)
  const path = `/api/analytics/records?exerciseId=${bench}&kind=heaviest_weight`
  expect(JSON.stringify((await get(user, path)).body)).toContain('850')
})

test('a value that a second workout repeats counts in both', async () => {
  const user = await registerBencher()
  const first = await log(user, workoutOf(timeOf(20), bench, reps(1, 170)))
  expect(first.body.doubts).toMatchObject([{ reason: 'load_high' }])
  const second = await log(user, workoutOf(timeOf(23), bench, reps(1, 170)))
  expect(second.body.doubts).toBeUndefined()
  expect((await get<Schemas['Workout']>(user, `/api/workouts/${first.body.id}`)).body.doubts).toBeUndefined()
})

test('a set can become doubtful when workouts are added before it', async () => {
  const user = await app.register()
  const early = await log(user, workoutOf(timeOf(20), bench, reps(8, 260)))
  expect(early.body.doubts).toBeUndefined()
  for (let dayIndex = 0; dayIndex < 15; dayIndex += 3)
    await log(user, workoutOf(timeOf(dayIndex), bench, reps(8, 26)))
  const later = await get<Schemas['Workout']>(user, `/api/workouts/${early.body.id}`)
  expect(later.body.doubts).toMatchObject([{ meant: { weight: kilograms(26), reps: 8 } }])
  expect(later.etag).not.toBe(early.etag)
})

test.each([
  {
    name: 'pounds with a repeated digit',
    exerciseId: bench,
    usual: { weight: { value: 225, unit: 'lb' } },
    typed: { weight: { value: 2225, unit: 'lb' } },
    meant: { weight: { value: 225, unit: 'lb' }, reps: 8 },
  },
  {
    name: 'added weight',
    exerciseId: 'pull-up',
    usual: { weight: kilograms(20) },
    typed: { weight: kilograms(200) },
    meant: { weight: kilograms(20), reps: 8 },
  },
  {
    name: 'separate sides',
    exerciseId: 'dumbbell-row',
    usual: { weight: kilograms(32), side: 'left' },
    typed: { weight: kilograms(320), side: 'left' },
    meant: { weight: kilograms(32), reps: 8 },
  },
  {
    name: 'a drop set',
    exerciseId: bench,
    usual: { weight: kilograms(85) },
    typed: { weight: kilograms(850), type: 'drop' },
    meant: meant85,
  },
] satisfies { name: string; exerciseId: string; usual: object; typed: object; meant: object }[])(
  'the probable value has the form of the input: $name',
  async ({ exerciseId, usual, typed, meant }) => {
    const user = await app.register()
    await weigh(user, timeOf(-1), 80)
    const set = (fields: object): SetInput => ({ type: 'normal', reps: 8, ...fields })
    for (let dayIndex = 0; dayIndex < 15; dayIndex += 3)
      await log(user, workoutOf(timeOf(dayIndex), exerciseId, set(usual), set(usual)))
    const { body } = await log(user, workoutOf(timeOf(27), exerciseId, set(usual), set(typed)))
    expect(body.doubts).toMatchObject([{ meant }])
  },
)

test('an exported account includes doubtful sets and confirmations', async () => {
  const user = await registerBencher()
  await log(user, workoutOf(timeOf(26), bench, reps(8, 850)))
  await log(user, workoutOf(timeOf(27), bench, reps(1, 1000, { confirmed: true })))
  const file = (await user.send('GET', '/api/users/me/export')).text
  const other = await app.register()
  await importAll(app, other, file)
  const { items } = (await get<Schemas['WorkoutList']>(other, '/api/workouts?limit=2')).body
  expect(items[0]?.exercises[0]?.sets[0]).toMatchObject({ confirmed: true })
  expect(items.map(({ doubts }) => doubts?.[0]?.meant)).toEqual([undefined, meant85])
})

test('the response to replacing an old workout has the same doubts as a later read', async () => {
  const user = await app.register()
  const first = start - 400 * dayMs
  const atStart = (index: number) => new Date(first + index * dayMs).toISOString()
  const etags: string[] = []
  const saved: Workout[] = []
  // Far more workouts than are recomputed after a recent change. A replacement below repeats the load of 300 kg.
  for (let dayIndex = 0; dayIndex < 300; dayIndex++) {
    const { body, etag } = await log(
      user,
      workoutOf(atStart(dayIndex), bench, reps(8, dayIndex === 200 ? 300 : 85)),
    )
    saved.push(body)
    etags.push(etag)
  }
  const reasons: string[] = []
  for (const [index, weight] of [
    [5, 850],
    [20, 87.5],
    [40, 300],
    [130, 850],
    [150, 85],
    [290, 840],
  ] as const) {
    await get(user, '/api/analytics/summary')
    const { body } = await save(
      user,
      { id: saved[index]?.id ?? '', ...workoutOf(atStart(index), bench, reps(8, weight)) },
      etags[index] ?? '',
    )
    expect(body).toEqual((await get<Workout>(user, `/api/workouts/${body.id}`)).body)
    reasons.push(body.doubts?.[0]?.reason ?? 'none')
  }
  expect(reasons).toEqual(['load_high', 'none', 'none', 'load_high', 'none', 'load_high'])
})
