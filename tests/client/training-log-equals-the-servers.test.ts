import { expect, test } from 'bun:test'
import { openCatalogue } from '#client/catalogue/index.ts'
import { localStorageStore, type WorkoutToPut } from '#client/index.ts'
import { findProfile } from '#db/accounts/users.ts'
import { trainingLogOver } from '#services/analytics/log.ts'
import { testApp } from '#tests/support/app.ts'
import { bodyweightOver } from '#training/bodyweight.ts'
import { dayMs } from '#training/day-ms.ts'
import { userDays } from '#training/days.ts'
import { bodyweightShareOf } from '#training/load.ts'
import { bodyweights, performedSets, trainedSets } from '#training/log/from-workouts.ts'
import { workoutTotals } from '#training/totals.ts'
import { factsOf, type PerformedSet } from '#training/types.ts'
import { fromGrams } from '#training/units.ts'
import { randomOf } from './model/random.ts'
import { signUp } from './support/logs.ts'
import { webStorage } from './support/web-storage.ts'

const app = await testApp()
const random = randomOf(16)

const range = { from: 0, before: app.clock.now + 1 }
const enteredBodyweights = [
  { value: 180.5, unit: 'lb' },
  { value: 81.3, unit: 'kg' },
  { value: 183, unit: 'lb' },
] as const

const lifts = ['barbell-bench-press', 'pull-up', 'dumbbell-row', 'plank', 'assisted-pull-up', 'running']

function setOf(exerciseId: string) {
  const unit = random.of(['kg', 'lb'] as const)
  const weight = { value: random.below(400) / (unit === 'lb' ? 1 : 4), unit }
  const type = random.of(['warmup', 'normal', 'normal', 'drop', 'failure'] as const)
  const target = { reps: { min: 5, max: 8 }, weight }
  if (random.chance(0.1)) return { type, target }
  if (exerciseId === 'plank') return { type, durationSeconds: 1 + random.below(90) }
  if (exerciseId === 'running') return { type, distance: { value: 1 + random.below(9), unit: 'km' as const } }
  const isAssisted = exerciseId.startsWith('assisted')
  const reps = random.below(13)
  return {
    type,
    reps,
    ...(isAssisted ? { assistance: weight } : { weight }),
    ...(random.chance(0.3) && { rpe: 8 }),
    ...(random.chance(0.3) && { target, restSeconds: 90 }),
  }
}

function workoutOf(index: number): WorkoutToPut {
  const startedAt = app.clock.now - dayMs * index - random.below(dayMs)
  return {
    startedAt: new Date(startedAt).toISOString(),
    endedAt: new Date(startedAt + 3_600_000).toISOString(),
    timeZone: random.of(['Europe/Berlin', 'Asia/Tokyo', 'America/New_York']),
    ...(random.chance(0.3) && { bodyweight: { value: 150 + random.below(60), unit: 'lb' as const } }),
    exercises: [random.of(lifts), random.of(lifts)].map((exerciseId) => ({
      exerciseId,
      sets: [setOf(exerciseId), setOf(exerciseId), setOf(exerciseId)],
    })),
  }
}

/** A set without the members that a server leaves out where they make no difference. */
function comparable(performed: PerformedSet): object {
  const { timeZone, workoutBodyweightGrams, ...set } = performed
  // The id may be a getter, which spreading doesn't copy.
  return { ...set, id: performed.id }
}

/** A device with all exercises and a synced log of 40 workouts and 3 bodyweights. */
async function createLog() {
  const { replog } = await signUp(app)
  const storage = localStorageStore('names', webStorage())
  const catalogue = await openCatalogue(replog, { storage, auto: false })
  await catalogue.refresh()
  for (let index = 0; index < 40; index++) await replog.workouts.put(workoutOf(index))
  for (const [index, weight] of enteredBodyweights.entries()) {
    const measuredAt = new Date(app.clock.now - index * 9 * dayMs).toISOString()
    await replog.measurements.put({ kind: 'bodyweight', measuredAt, ...weight })
  }
  expect(await replog.sync()).toMatchObject({ state: 'synced', deadLetters: 0 })
  const profile = await findProfile(app.db, replog.user?.id ?? '')
  if (!profile) throw new Error('the user does not exist')
  return { replog, profile, days: userDays(profile), exercises: await catalogue.all() }
}

const log = await createLog()

for (const unit of ['kg', 'lb'] as const) {
  test(`for figures in ${unit}, the device’s sets and bodyweights are those of the server`, async () => {
    const { replog, profile, days, exercises } = log
    const { sets, context } = await trainingLogOver(app.db, profile, range, { days, unit })
    const localSets = performedSets(replog.workouts.list(), { unit, ...range })
    const bodyweightAt = bodyweightOver(bodyweights(replog.measurements.list(), unit), days)
    expect(localSets.map(comparable)).toEqual(sets.map(comparable))
    expect(localSets.map(({ timeZone }) => timeZone)).toEqual(
      sets.map(({ timeZone }) => timeZone ?? profile.timeZone),
    )
    // The server reads bodyweights only for lifts whose load includes a share of the bodyweight.
    const withBodyweight = (sets: readonly PerformedSet[]) =>
      sets.filter(({ exerciseId }) => bodyweightShareOf(factsOf(exercises, exerciseId)) > 0)
    expect(withBodyweight(localSets).length).toBeGreaterThan(10)
    expect(withBodyweight(localSets).map(bodyweightAt)).toEqual(
      withBodyweight(sets).map(context.bodyweightAt),
    )
    expect(trainedSets(replog.workouts.list(), { unit, ...range }).map(({ id }) => id)).toEqual(
      localSets.map(({ id }) => id),
    )
  })
}

test('the totals of each workout are those of the server', () => {
  const { replog, days, exercises } = log
  const bodyweightAt = bodyweightOver(bodyweights(replog.measurements.list(), 'kg'), days)
  for (const workout of replog.workouts.list()) {
    const sets = performedSets([workout], { unit: 'kg', ...range })
    const [first] = sets
    const totals = workoutTotals(
      { startedAt: Date.parse(workout.startedAt), endedAt: Date.parse(workout.endedAt ?? ''), sets },
      exercises,
      first && bodyweightAt(first),
    )
    expect(workout.totals).toMatchObject({
      volume: fromGrams(totals.volumeGrams, 'kg'),
      sets: totals.sets,
      reps: totals.reps,
    })
  }
})

test('only the requested sets are collected, and never warm-ups', () => {
  const { replog } = log
  const workouts = replog.workouts.list()
  const everySet = performedSets(workouts, { unit: 'kg', ...range })
  expect(everySet.map(({ type }) => type)).not.toContain('warmup')
  expect(everySet.map(({ performedAt }) => performedAt)).toEqual(
    everySet.map(({ performedAt }) => performedAt).toSorted((a, b) => a - b),
  )
  const middle = everySet[everySet.length >> 1]?.performedAt ?? 0
  const query = { unit: 'kg', from: middle, before: app.clock.now, exerciseId: 'pull-up' } as const
  expect(performedSets(workouts, query)).toEqual(
    everySet.filter(({ performedAt, exerciseId }) => performedAt >= middle && exerciseId === 'pull-up'),
  )
  expect(performedSets(workouts, { unit: 'kg', before: middle })).toEqual(
    everySet.filter(({ performedAt }) => performedAt < middle),
  )
})
