import type { SetRow, WorkoutExerciseRow, WorkoutRow } from '#db/workouts/rows.ts'
import { dayMs } from '#training/day-ms.ts'
import { randomFrom } from './random.ts'

/** The last day of all synthetic training, fixed so that every run requests the same figures. */
export const lastDay = '2026-06-30'

const end = Date.parse(`${lastDay}T18:00:00.000Z`)
/** Ten years, in milliseconds. */
const span = 3652 * dayMs

/** A four-day split of five lifts a day; two of the twenty are bodyweight lifts. No weight is per hand. */
const lifts = [
  'barbell-bench-press',
  'barbell-overhead-press',
  'machine-chest-press',
  'triceps-pushdown',
  'cable-crunch',
  'barbell-back-squat',
  'leg-press',
  'leg-extension',
  'lying-leg-curl',
  'machine-standing-calf-raise',
  'pull-up',
  'barbell-row',
  'lat-pulldown',
  'seated-cable-row',
  'barbell-curl',
  'barbell-deadlift',
  'barbell-romanian-deadlift',
  'barbell-hip-thrust',
  'dip',
  'barbell-shrug',
] as const

const bodyweightLifts: ReadonlySet<string> = new Set(['pull-up', 'dip'])

/** Exercises and sets of every workout: 20 sets, like those of `POST /api/workouts`. */
const exercisesPerWorkout = 5
const setsPerExercise = 4
/** Sets of every workout. */
export const setsPerWorkout = exercisesPerWorkout * setsPerExercise

/** A user's training: a number of workouts, evenly spread over ten years; the same for the same seed. */
export interface Trainee {
  readonly userId: string
  readonly workouts: number
  readonly seed: number
}

/**
 * A workout to generate: its number among the user's workouts, from 0, and its time, in milliseconds
 * since 1970.
 */
export interface ScheduledWorkout {
  readonly userId: string
  readonly number: number
  readonly startedAt: number
  /** Determines its loads and ids. */
  readonly seed: number
}

/** A workout with all of its rows. */
export interface GeneratedWorkout {
  readonly workout: WorkoutRow
  readonly exercises: readonly WorkoutExerciseRow[]
  readonly sets: readonly SetRow[]
}

/** All users' workouts in chronological order, like those that a real server stores. */
export function schedule(trainees: readonly Trainee[]): ScheduledWorkout[] {
  const scheduled = trainees.flatMap(({ userId, workouts, seed }) => {
    const random = randomFrom(seed)
    return Array.from({ length: workouts }, (_, number) => {
      const startedAt = end - span + Math.floor(((number + 1) / workouts) * span) - random.below(7200) * 1000
      return { userId, number, startedAt, seed: random.below(2 ** 32) }
    })
  })
  return scheduled.sort((a, b) => a.startedAt - b.startedAt)
}

/** The rows of one workout: 5 exercises, 20 sets, loads that rise over the years. */
export function generateWorkout({ userId, number, startedAt, seed }: ScheduledWorkout): GeneratedWorkout {
  const random = randomFrom(seed)
  const id = random.uuid(startedAt)
  const exercises: WorkoutExerciseRow[] = []
  const sets: SetRow[] = []
  for (let position = 0; position < exercisesPerWorkout; position++) {
    const exerciseId = lifts[(number * exercisesPerWorkout + position) % lifts.length] ?? lifts[0]
    const exercise = { id: random.uuid(startedAt), position, exerciseId }
    exercises.push({ ...exercise, slot: null, supersetGroup: null, notes: null })
    for (let set = 0; set < setsPerExercise; set++) {
      const isWarmup = position === 0 && set === 0
      const kilograms =
        20 + position * 10 + Math.floor(((startedAt - (end - span)) / span) * 60) + random.below(5) * 2.5
      sets.push({
        id: random.uuid(startedAt),
        workoutExerciseId: exercise.id,
        position: set,
        type: isWarmup ? 'warmup' : 'normal',
        ...weight(bodyweightLifts.has(exerciseId) ? undefined : kilograms),
        ...unsetColumns,
        reps: 5 + random.below(6),
        rpe: isWarmup ? null : 7 + random.below(6) / 2,
        restSeconds: 180,
        confirmed: null,
        completedAt: startedAt + (position * setsPerExercise + set) * 180_000,
        exerciseId,
        performedAt: startedAt,
      })
    }
  }
  return {
    workout: {
      userId,
      id,
      name: `Day ${number % 4}`,
      notes: null,
      searchText: `day ${number % 4}`,
      startedAt,
      endedAt: startedAt + 3_780_000,
      timeZone: 'UTC',
      localStartedAt: startedAt,
      energy: 1 + random.below(5),
      exertion: 6 + random.below(8) / 2,
      planRunId: null,
      plan: null,
      phase: null,
      overreached: null,
      bodyweightValue: null,
      bodyweightUnit: null,
      bodyweightGrams: null,
      revision: 1,
      createdAt: startedAt,
      updatedAt: startedAt,
      deletedAt: null,
      seq: number + 1,
    },
    exercises,
    sets,
  }
}

function weight(kilograms: number | undefined): Pick<SetRow, 'weightValue' | 'weightUnit' | 'weightGrams'> {
  if (kilograms === undefined) return { weightValue: null, weightUnit: null, weightGrams: null }
  return { weightValue: kilograms, weightUnit: 'kg', weightGrams: kilograms * 1000 }
}

const unsetColumns = {
  assistanceValue: null,
  assistanceUnit: null,
  assistanceGrams: null,
  durationSeconds: null,
  distanceValue: null,
  distanceUnit: null,
  distanceMillimeters: null,
  rir: null,
  side: null,
  notes: null,
  target: null,
} as const
