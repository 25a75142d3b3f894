import { expect, test } from 'bun:test'
import fc from 'fast-check'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import { runs } from '#tests/support/runs.ts'
import type { TestUser } from '#tests/support/user.ts'
import { get, listAll, log, ownExercise, type SetInput, type Workout, weigh } from '../training.ts'
import { recount } from './recount.ts'

const app = await testApp({ now: Date.parse('2026-11-20T12:00:00Z') })

type Exercise = Schemas['Exercise']
type Report = Schemas['VolumeReport']
/** The values that an arbitrary generates. */
type Generated<Of> = Of extends fc.Arbitrary<infer Value> ? Value : never

/** An instant around the days on which Berlin and New York change their clocks. */
const instant = fc
  .integer({ min: Date.parse('2026-10-20T00:00:00Z'), max: Date.parse('2026-11-08T00:00:00Z') })
  .map((milliseconds) => new Date(milliseconds).toISOString())

const weight = fc.record({
  value: fc.integer({ min: 0, max: 800 }).map((quarters) => quarters / 4),
  unit: fc.constantFrom('kg' as const, 'lb' as const),
})

const set: fc.Arbitrary<SetInput> = fc.record(
  {
    type: fc.constantFrom('warmup' as const, 'normal' as const, 'normal' as const, 'failure' as const),
    reps: fc.integer({ min: 0, max: 15 }),
    weight,
    assistance: weight,
    durationSeconds: fc.integer({ min: 0, max: 60 }),
    side: fc.constantFrom('left' as const, 'right' as const, 'both' as const),
  },
  { requiredKeys: ['type'] },
)

const contents = fc.record(
  {
    startedAt: instant,
    timeZone: fc.constantFrom('Europe/Berlin', 'America/New_York', '-04:00', '+14:00'),
    bodyweight: weight,
    exercises: fc.array(fc.record({ exercise: fc.nat(), sets: fc.array(set, { maxLength: 4 }) }), {
      maxLength: 4,
    }),
  },
  { requiredKeys: ['startedAt', 'exercises'] },
)

const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('log' as const), contents }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('save' as const), workout: fc.nat(), contents }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('delete' as const), workout: fc.nat() }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('restore' as const),
      workout: fc.nat(),
      revision: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('weigh' as const),
      measuredAt: instant,
      kilograms: fc.integer({ min: 60, max: 90 }),
    }),
  },
)

const profile = fc.record({
  timeZone: fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu'),
  dayStartHour: fc.constantFrom(0, 2, 4),
})

const queries = fc.record({
  days: fc
    .tuple(fc.integer({ min: 18, max: 40 }), fc.integer({ min: 18, max: 40 }))
    .map((days) =>
      days
        .toSorted((a, b) => a - b)
        .map((day) => new Date(Date.UTC(2026, 9, day)).toISOString().slice(0, 10)),
    ),
  bucket: fc.constantFrom('day', 'week', 'month'),
})

/** Creates custom exercises with every relevant field. Resolves to their ids and those of built-in ones. */
async function createLifts(user: TestUser): Promise<string[]> {
  const customExercises = [
    {
      perHand: true,
      engagement: [
        { muscle: 'biceps', percent: 85 },
        { muscle: 'forearms', percent: 20 },
      ],
    },
    {
      tracking: 'bodyweight_reps',
      bodyweightShare: 0.64,
      engagement: [
        { muscle: 'chest', percent: 50 },
        { muscle: 'abs', percent: 19 },
      ],
    },
    { unilateral: true, engagement: [{ muscle: 'glutes', percent: 70 }] },
    { category: 'mobility', engagement: [{ muscle: 'lats', percent: 90 }] },
    { engagement: [{ muscle: 'chest', percent: 0 }] },
  ] as const
  const customIds = []
  for (const { engagement, ...fields } of customExercises)
    customIds.push((await ownExercise(user, { ...fields, engagement: [...engagement] })).body.id)
  return ['barbell-bench-press', 'pull-up', 'plank', 'barbell-back-squat', ...customIds]
}

async function applySteps(
  user: TestUser,
  lifts: readonly string[],
  steps: readonly Generated<typeof step>[],
) {
  const ids: string[] = []
  const input = ({ exercises, ...workout }: Generated<typeof contents>) => ({
    ...workout,
    exercises: exercises.map(({ exercise, sets }) => ({
      exerciseId: lifts[exercise % lifts.length] ?? 'plank',
      sets,
    })),
  })
  for (const step of steps) {
    const path = 'workout' in step ? `/api/workouts/${ids[step.workout % ids.length]}` : ''
    if (path.endsWith('/undefined')) continue
    if (step.kind === 'log') ids.push((await log(user, input(step.contents))).body.id)
    else if (step.kind === 'weigh') await weigh(user, step.measuredAt, step.kilograms)
    else if (step.kind === 'save')
      await user.send('PUT', path, { body: input(step.contents), headers: { 'If-Match': '*' } })
    else if (step.kind === 'delete') await user.send('DELETE', path, { headers: { 'If-Match': '*' } })
    else
      await user.send('POST', `${path}/restore`, {
        body: step.revision === undefined ? undefined : { revision: step.revision },
      })
  }
}

test('after any saves, deletions and restores, the report equals a simple recount', async () => {
  const builtIn = await listAll<Exercise>(await app.register(), '/api/exercises?limit=200')
  await fc.assert(
    fc.asyncProperty(
      profile,
      fc.array(step, { minLength: 5, maxLength: 25 }),
      queries,
      async (settings, steps, query) => {
        const user = await app.register(settings)
        await applySteps(user, await createLifts(user), steps)
        const [from = '', to = ''] = query.days
        const { body } = await get<Report>(
          user,
          `/api/analytics/volume?from=${from}&to=${to}&bucket=${query.bucket}`,
        )
        const inputs = {
          workouts: await listAll<Workout>(user, '/api/workouts?limit=3'),
          exercises: [...builtIn, ...(await listAll<Exercise>(user, '/api/exercises?source=custom'))],
          measurements: await listAll<Schemas['Measurement']>(user, '/api/measurements?limit=2'),
        }
        expectEqualsRecount(body, body, settings, inputs)
        for (const bucket of body.buckets) expectEqualsRecount(body, bucket, settings, inputs)
      },
    ),
    { numRuns: runs(15) },
  )
}, 60_000)

function expectEqualsRecount(
  report: Report,
  part: Pick<Report, 'from' | 'to' | 'muscles'> | Schemas['VolumeBucket'],
  settings: { timeZone: string; dayStartHour: number },
  inputs: Parameters<typeof recount>[2],
): void {
  const expected = recount(part, settings, inputs)
  expect(
    Object.fromEntries(
      part.muscles.map(({ muscle, directSets, fractionalSets }) => [muscle, [directSets, fractionalSets]]),
    ),
  ).toEqual(
    Object.fromEntries(
      Object.entries(expected.muscles).map(([muscle, { direct, fractional }]) => [
        muscle,
        [direct, fractional],
      ]),
    ),
  )
  for (const { muscle, volumeLoad } of part.muscles) {
    const { volume } = expected.muscles[muscle] ?? { volume: Number.NaN }
    // The API computes with whole grams per rep, so the volumes may differ slightly.
    expect(Math.abs(volumeLoad.value - volume)).toBeLessThan(0.02 + expected.setIds.length * 0.03)
  }
  if ('exercises' in part) {
    expect(part.exercises.flatMap(({ setIds }) => setIds).sort()).toEqual(expected.setIds)
    for (const { exerciseId, sets } of part.exercises)
      expect([exerciseId, sets]).toEqual([exerciseId, expected.setsOf[exerciseId] ?? Number.NaN])
    const sets = new Map(part.exercises.map(({ exerciseId, sets: count }) => [exerciseId, count]))
    for (const { exerciseIds } of part.muscles)
      for (const id of exerciseIds) expect(sets.get(id)).toBeGreaterThan(0)
  } else
    expect([report.workouts, report.unknownLoadSets]).toEqual([expected.workouts, expected.unknownLoadSets])
}
