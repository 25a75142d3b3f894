import type { Schemas } from '#generated/types.ts'
import type { Figure } from './figure.ts'
import type { Options } from './options.ts'
import type { ServerProcess } from './server-process.ts'
import { median } from './statistics.ts'
import { call } from './sync/account.ts'

/** The number of workouts in the run, as in four years of four a week. */
const workoutsOfRun = 800
const maxBatch = 200
const target = { atMost: 10 }
/** The number of requests before the first measurement. */
const warmUps = 5
const startsPerRound = 5

/** A program whose sets are derived from bases, and one whose schemes use every session of their slot. */
const programIds = ['531-boring-but-big', 'gzclp'] as const

/**
 * Measures reading and starting the next workout of a run with 800 workouts, for a user with ten years of
 * training.
 */
export async function measurePrograms(
  { url }: ServerProcess,
  token: string,
  { rounds }: Pick<Options, 'rounds'>,
): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const id of programIds) {
    const runId = await createTrainedRun(url, token, id)
    const nextUrl = `${url}/api/runs/${runId}/next`
    const repeatTimes: number[] = []
    const firstTimes: number[] = []
    const startTimes: number[] = []
    for (let start = -warmUps; start < rounds * startsPerRound; start++) {
      const started = await timed(() => call<Schemas['Workout']>(`${url}/api/runs/${runId}/start`, token, {}))
      await finish(url, token, started.result)
      const first = await timed(() => call(nextUrl, token))
      const repeat = await timed(() => call(nextUrl, token))
      if (start < 0) continue
      startTimes.push(started.duration)
      firstTimes.push(first.duration)
      repeatTimes.push(repeat.duration)
    }
    const figure = (name: string, times: readonly number[]): Figure => ({
      name: `${name} of ${id} with ${workoutsOfRun} workouts`,
      unit: 'ms',
      value: median(times),
      target,
      parts: { slowestMs: Math.max(...times) },
    })
    figures.push(
      figure('next workout', repeatTimes),
      figure('next workout, first after a workout was saved,', firstTimes),
      figure('start of a workout', startTimes),
    )
  }
  return figures
}

async function timed<Result>(work: () => Promise<Result>): Promise<{ result: Result; duration: number }> {
  const started = performance.now()
  const result = await work()
  return { result, duration: performance.now() - started }
}

/** Creates a run with all of its workouts, two a day, with every set as planned. Returns its id. */
async function createTrainedRun(url: string, token: string, programId: string): Promise<string> {
  const program = await call<Schemas['Program']>(`${url}/api/programs/${programId}`, token)
  const lifts = (program.lifts ?? []).map(({ key }) => ({
    lift: key,
    base: { value: 60, unit: 'kg' as const },
  }))
  const run = await call<Schemas['Run']>(`${url}/api/runs`, token, {
    programId,
    programRevision: program.revision,
    lifts,
  } satisfies Schemas['RunInput'])
  const changes = await call<Schemas['SyncChanges']>(`${url}/api/sync/changes?limit=1`, token)
  const steps = program.weeks.flatMap(({ key: week, days }) => days.map((day) => ({ week, day })))
  const mutations = Array.from({ length: workoutsOfRun }, (_, index): Schemas['SyncMutation'] => {
    const step = steps[index % steps.length] ?? { week: '', day: '' }
    const cycle = Math.floor(index / steps.length) + 1
    const id = Bun.randomUUIDv7()
    const value = workoutOf(program, { runId: run.id, cycle, ...step }, index)
    return { mutationId: Bun.randomUUIDv7(), resource: 'workout', id, op: 'put', value: { ...value, id } }
  })
  for (let from = 0; from < mutations.length; from += maxBatch) {
    const batch = mutations.slice(from, from + maxBatch)
    await call(`${url}/api/sync/push`, token, { epoch: changes.epoch, mutations: batch })
  }
  return run.id
}

function workoutOf(
  { days }: Schemas['Program'],
  plan: Schemas['WorkoutPlan'],
  index: number,
): Schemas['WorkoutInput'] {
  const startedAt = Date.now() - (workoutsOfRun - index) * 43_200_000
  const slots = days.find(({ key }) => key === plan.day)?.slots ?? []
  const weight = { value: 60 + Math.floor(index / 40) * 2.5, unit: 'kg' as const }
  return {
    startedAt: new Date(startedAt).toISOString(),
    endedAt: new Date(startedAt + 3_600_000).toISOString(),
    plan,
    exercises: slots.map(({ key, exerciseId, lift }) => ({
      slot: key,
      exerciseId: exerciseId ?? exerciseOf[lift ?? ''] ?? 'barbell-back-squat',
      sets: Array.from({ length: 5 }, () => ({
        type: 'normal' as const,
        weight,
        reps: 5,
        target: { reps: { min: 5, max: 5 }, weight },
      })),
    })),
  }
}

const exerciseOf: Readonly<Record<string, string>> = {
  squat: 'barbell-back-squat',
  bench: 'barbell-bench-press',
  deadlift: 'barbell-deadlift',
  press: 'barbell-overhead-press',
}

async function finish(url: string, token: string, workout: Schemas['Workout']): Promise<void> {
  const { totals: _, revision: __, createdAt: ___, updatedAt: ____, ...input } = workout
  const response = await fetch(`${url}/api/workouts/${workout.id}`, {
    method: 'PUT',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', 'If-Match': '*' },
    body: JSON.stringify({
      ...input,
      endedAt: new Date(Date.parse(workout.startedAt) + 1000).toISOString(),
      exercises: workout.exercises.map((exercise) => ({
        ...exercise,
        sets: exercise.sets.map((set) => ({ ...set, reps: set.target?.reps?.min ?? 5 })),
      })),
    }),
  })
  if (!response.ok) throw new Error(`a workout of the run was rejected: ${response.status}`)
}
