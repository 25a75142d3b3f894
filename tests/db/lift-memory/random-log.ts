import type { PackedData } from '#db/packed/format.ts'
import { packExercises } from '#db/packed/pack.ts'
import { byTime, type PackedWorkoutRow } from '#db/packed/packed-workouts.ts'
import { dayMs } from '#training/day-ms.ts'
import type { ExerciseFacts } from '#training/types.ts'

/** Random numbers that a seed determines. */
export interface Random {
  /** An integer from 0 to `limit` − 1. */
  below(limit: number): number
  chance(share: number): boolean
  uuid(): string
}

export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  const below = (limit: number) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit)
  }
  const digits = (count: number) => Array.from({ length: count }, () => below(16).toString(16)).join('')
  return {
    below,
    chance: (share) => below(1_000_000) < share * 1_000_000,
    uuid: () => `${digits(8)}-${digits(4)}-7${digits(3)}-8${digits(3)}-${digits(12)}`,
  }
}

const factsOf = (
  id: string,
  tracking: ExerciseFacts['tracking'],
  equipment?: ExerciseFacts['equipment'],
) => ({
  id,
  tracking,
  equipment,
  category: 'core' as const,
  engagement: [],
})

/** Exercises of every measure; the last ones move the lifter's body. */
export const logFacts: readonly ExerciseFacts[] = [
  ...Array.from({ length: 12 }, (_, number) =>
    factsOf(`lift-${number}`, 'weight_reps', number % 2 === 0 ? 'barbell' : 'dumbbell'),
  ),
  factsOf('plank', 'duration'),
  factsOf('run', 'distance_duration'),
  factsOf('push-up', 'reps'),
  factsOf('pull-up', 'bodyweight_reps'),
  factsOf('dip', 'bodyweight_reps'),
]

const unsetFigures = {
  side: null,
  reps: null,
  weightGrams: null,
  assistanceGrams: null,
  durationSeconds: null,
  distanceMillimeters: null,
  rpe: null,
  rir: null,
  restSeconds: null,
  target: null,
  weightUnit: 'kg',
  assistanceUnit: 'kg',
  confirmed: null,
} as const

/** A workout of two to five lifts, whose loads rise with the days. A few are deloads, and a few sets typing errors. */
export function randomWorkout(random: Random, day: number, workoutId = random.uuid()): PackedWorkoutRow {
  const isDeload = random.chance(0.08)
  const share = isDeload ? 0.6 : 1
  const factIndexes = new Set(
    Array.from({ length: 2 + random.below(4) }, () => random.below(logFacts.length)),
  )
  const exercises = [...factIndexes].map((factIndex) => {
    const { id: exerciseId, tracking } = logFacts[factIndex] ?? factsOf('', 'reps')
    const usual = 30 + 5 * factIndex + Math.floor(day / 20) * 2.5
    const sets = Array.from(
      { length: random.below(5) },
      (): PackedData => ({
        ...unsetFigures,
        id: random.uuid(),
        type: random.chance(0.05) ? 'drop' : 'normal',
        ...figuresOf(random, tracking, Math.round((usual * share) / 2.5) * 2.5),
        confirmed: random.chance(0.02) || null,
        side: random.chance(0.03) ? (random.chance(0.5) ? 'left' : 'right') : null,
      }),
    )
    return { exerciseId, sets }
  })
  const startedAt = day * dayMs + random.below(3) * 3_600_000
  return {
    workoutId,
    startedAt,
    endedAt: null,
    timeZone: 'UTC',
    localStartedAt: startedAt,
    bodyweightGrams: random.chance(0.05) ? 81_000 : null,
    phase: isDeload && random.chance(0.3) ? 'deload' : null,
    packedSets: packExercises(workoutId, exercises),
  }
}

function figuresOf(
  random: Random,
  tracking: ExerciseFacts['tracking'],
  kilograms: number,
): Partial<PackedData> {
  const reps = random.chance(0.02) ? 0 : random.chance(0.01) ? 80 : 3 + random.below(8)
  const effort = random.chance(0.3) ? { rpe: 7 + random.below(6) / 2 } : {}
  const typed = random.chance(0.01) ? 10 : random.chance(0.01) ? 0.1 : random.chance(0.02) ? 1.5 : 1
  const load = { weightGrams: Math.round((kilograms + random.below(3) * 2.5) * typed * 1000) }
  switch (tracking) {
    case 'duration':
      return { durationSeconds: 30 + random.below(60) }
    case 'distance_duration':
      return random.chance(0.5)
        ? { durationSeconds: 600 }
        : { distanceMillimeters: 1e6 * (1 + random.below(5)) }
    case 'reps':
      return random.chance(0.1) ? { reps, ...load } : { reps }
    case 'bodyweight_reps':
      return random.chance(0.5) ? { reps, ...effort } : { reps, weightGrams: random.below(8) * 2500 }
    default:
      return { reps, ...load, ...effort }
  }
}

/** A log of workouts, one on most days, with a long break now and then. */
export function randomLog(random: Random, workouts: number): PackedWorkoutRow[] {
  let day = 0
  const rows = Array.from({ length: workouts }, () => {
    day += random.chance(0.01) ? 40 : random.below(3)
    return randomWorkout(random, day)
  })
  return rows.sort(byTime)
}

/** The log after a workout of it was deleted, replaced or moved, or another was added, at a place chosen at random. */
export function changedLog(random: Random, log: readonly PackedWorkoutRow[]): PackedWorkoutRow[] {
  const rows = [...log]
  const index = random.below(rows.length)
  const day = Math.floor((rows[index]?.startedAt ?? 0) / dayMs)
  const kind = random.below(4)
  if (kind > 0) rows.splice(index, 1)
  if (kind === 0) rows.push(randomWorkout(random, day))
  if (kind === 1) rows.push(randomWorkout(random, day, log[index]?.workoutId))
  if (kind === 2) rows.push(randomWorkout(random, random.below(400), log[index]?.workoutId))
  return rows.sort(byTime)
}
