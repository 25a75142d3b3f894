import type { Schemas } from '#generated/types.ts'
import { dayMs } from '#training/day-ms.ts'

type Workout = Schemas['WorkoutInput']
type WorkoutSet = Workout['exercises'][number]['sets'][number]

/**
 * An exercise of the fictional lifter: the initial weight in kg, its increase in ten years and the steps in which it
 * increases, with the usual reps, seconds or kilometers of a set.
 */
interface Lift {
  readonly id: string
  readonly weight?: number
  readonly increase?: number
  readonly step?: number
  readonly reps?: number
  readonly seconds?: number
  readonly kilometers?: number
}

const days: readonly { readonly name: string; readonly lifts: readonly Lift[] }[] = [
  {
    name: 'Upper A',
    lifts: [
      { id: 'barbell-bench-press', weight: 60, increase: 50, reps: 5 },
      { id: 'barbell-row', weight: 50, increase: 45, reps: 8 },
      { id: 'incline-dumbbell-bench-press', weight: 16, increase: 20, reps: 8, step: 2 },
      { id: 'pull-up', reps: 7 },
      { id: 'dumbbell-lateral-raise', weight: 8, increase: 6, reps: 12, step: 2 },
    ],
  },
  {
    name: 'Lower A',
    lifts: [
      { id: 'barbell-back-squat', weight: 80, increase: 80, reps: 5 },
      { id: 'barbell-romanian-deadlift', weight: 70, increase: 70, reps: 8 },
      { id: 'leg-press', weight: 120, increase: 120, reps: 10, step: 5 },
      { id: 'lying-leg-curl', weight: 35, increase: 25, reps: 12, step: 5 },
      { id: 'plank', seconds: 45 },
    ],
  },
  {
    name: 'Upper B',
    lifts: [
      { id: 'barbell-overhead-press', weight: 40, increase: 30, reps: 5 },
      { id: 'lat-pulldown', weight: 50, increase: 35, reps: 10, step: 5 },
      { id: 'dip', reps: 9 },
      { id: 'barbell-curl', weight: 25, increase: 20, reps: 10 },
      { id: 'triceps-pushdown', weight: 20, increase: 20, reps: 12 },
    ],
  },
  {
    name: 'Lower B',
    lifts: [
      { id: 'barbell-deadlift', weight: 90, increase: 100, reps: 5 },
      { id: 'barbell-hip-thrust', weight: 70, increase: 80, reps: 8 },
      { id: 'leg-extension', weight: 40, increase: 30, reps: 12, step: 5 },
      { id: 'machine-standing-calf-raise', weight: 60, increase: 50, reps: 12, step: 5 },
      { id: 'running', kilometers: 5 },
    ],
  },
]

const week = 7 * dayMs
/** Monday, Tuesday, Thursday, Friday. */
const weekdays = [0, 1, 3, 4] as const

/** Pseudorandom numbers between 0 and 1, the same for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32
  }
}

function setsOf(
  { weight: initial, increase = 0, step = 2.5, reps = 0, seconds, kilometers }: Lift,
  share: number,
  random: () => number,
): WorkoutSet[] {
  const variation = () => Math.round(random() * 2) - 1
  if (seconds !== undefined)
    return [0, 1].map(() => ({ type: 'normal', durationSeconds: seconds + 15 * variation() }))
  if (kilometers !== undefined) {
    return [
      {
        type: 'normal',
        distance: { value: kilometers + variation(), unit: 'km' },
        durationSeconds: 1500 + 90 * variation(),
      },
    ]
  }
  if (initial === undefined)
    return [1, 0, -1].map((difference) => ({
      type: 'normal',
      reps: reps + difference + Math.round(share * 4),
    }))
  const kilograms = Math.round((initial + increase * share) / step) * step
  const weight = { value: kilograms, unit: 'kg' as const }
  const warmUp = { value: Math.round(kilograms / 2 / step) * step, unit: 'kg' as const }
  const workingSets = [0, 1, 2].map(
    (index): WorkoutSet => ({
      type: 'normal',
      weight,
      reps: Math.max(1, reps + variation() - (index === 2 ? 1 : 0)),
      ...(index === 2 && { rpe: 8.5 }),
      restSeconds: 150,
    }),
  )
  return reps === 5 ? [{ type: 'warmup', weight: warmUp, reps: 5 }, ...workingSets] : workingSets
}

/** The log of a lifter who trains four times a week, up to the day before `now`. */
export function logOf(weeks: number, now: number): Workout[] {
  const workouts: Workout[] = []
  const last = new Date(now - dayMs)
  const monday = last.getTime() - ((last.getDay() + 6) % 7) * dayMs
  for (let back = weeks - 1; back >= 0; back--) {
    for (const [index, weekday] of weekdays.entries()) {
      const startedAt = monday - back * week + weekday * dayMs
      const plan = days[index]
      if (startedAt > now - dayMs / 2 || !plan) continue
      const random = randomFrom(back * 8 + index + 1)
      const share = (1 - back / 520) ** 0.7
      let time = startedAt
      const exercises = plan.lifts.map((lift) => ({
        exerciseId: lift.id,
        sets: setsOf(lift, share, random).map((set) => {
          time += 170_000 + Math.round(random() * 40) * 1000
          return { ...set, completedAt: new Date(time).toISOString() }
        }),
      }))
      workouts.push({
        name: plan.name,
        startedAt: new Date(startedAt).toISOString(),
        endedAt: new Date(time + 60_000).toISOString(),
        exercises,
      })
    }
  }
  return workouts
}

/** A user who can send requests. */
interface Trainee {
  send(
    method: string,
    path: string,
    parts: { readonly body: unknown },
  ): Promise<{ readonly status: number; readonly text: string }>
}

/** Logs some weeks of training, and measurements of bodyweight, in an account. */
export async function train(user: Trainee, weeks: number, now: number): Promise<void> {
  for (const [index, value] of [82.4, 81.9, 81.6, 81.2].entries()) {
    const body = {
      kind: 'bodyweight',
      value,
      unit: 'kg',
      measuredAt: new Date(now - (30 - index * 9) * dayMs),
    }
    const { status, text } = await user.send('POST', '/api/measurements', { body })
    if (status !== 201) throw new Error(text)
  }
  const workouts = logOf(weeks, now)
  const mutationsPerPush = 200
  for (let start = 0; start < workouts.length; start += mutationsPerPush) {
    const mutations = workouts.slice(start, start + mutationsPerPush).map((workout) => {
      const id = crypto.randomUUID()
      return {
        mutationId: crypto.randomUUID(),
        resource: 'workout',
        id,
        op: 'put',
        baseRevision: 0,
        value: { ...workout, id },
      }
    })
    const { status, text } = await user.send('POST', '/api/sync/push', { body: { mutations } })
    if (status !== 200 || text.includes('"problem"')) throw new Error(text.slice(0, 1000))
  }
}
