import type { Database } from 'bun:sqlite'
import type { Schemas } from '#generated/types.ts'

/** What the totals of a workout are computed from. */
export interface Training {
  readonly startedAt: string
  readonly endedAt: string | undefined
  readonly exercises: Schemas['Workout']['exercises']
}

/** The facts about an exercise that determine the load of its sets. */
export interface LoadFacts {
  /** Whether the entered weight is per hand. */
  readonly perHand: number
  /** 0–1: the share of bodyweight that is moved. */
  readonly bodyweightShare: number
}

/** Prepares a function that computes the totals of a workout, with the bodyweight from the database. */
export function prepareTotals(
  sqlite: Database,
): (userId: string, training: Training) => Schemas['WorkoutTotals'] {
  const bodyweightRow = sqlite.prepare<{ canonical: number }, [string, number]>(
    `select canonical from measurements where "userId" = +? and kind = 'bodyweight' and "deletedAt" is null
     and "measuredAt" <= +? order by "measuredAt" desc limit 1`,
  )
  // Read once, because the catalogue doesn't change while the floor runs.
  const factsById = new Map(
    sqlite
      .prepare<LoadFacts & { id: string }, []>(
        'select id, "perHand", "bodyweightShare" from "catalogueExercises"',
      )
      .all()
      .map((row) => [row.id, row]),
  )
  return (userId, training) =>
    countTotals(
      training,
      factsById,
      movesBody(training, factsById)
        ? (bodyweightRow.get(userId, Date.parse(training.startedAt))?.canonical ?? 0)
        : 0,
    )
}

/** Whether the totals of a workout depend on bodyweight. */
export function movesBody({ exercises }: Training, factsById: ReadonlyMap<string, LoadFacts>): boolean {
  return exercises.some(({ exerciseId }) => (factsById.get(exerciseId)?.bodyweightShare ?? 0) > 0)
}

/** Computes totals from the facts about exercises and the bodyweight in grams. */
export function countTotals(
  { startedAt, endedAt, exercises }: Training,
  factsById: ReadonlyMap<string, LoadFacts>,
  bodyweightGrams: number,
): Schemas['WorkoutTotals'] {
  const start = Date.parse(startedAt)
  let grams = 0
  let count = 0
  let totalReps = 0
  for (const { exerciseId, sets } of exercises) {
    const { perHand = 0, bodyweightShare = 0 } = factsById.get(exerciseId) ?? {}
    for (const { type, weight, reps = 0 } of sets) {
      if (type === 'warmup' || reps === 0) continue
      count++
      totalReps += reps
      grams +=
        Math.round((weight?.value ?? 0) * 1000 * (1 + perHand) + bodyweightGrams * bodyweightShare) * reps
    }
  }
  return {
    volume: { value: Math.round(grams / 10) / 100, unit: 'kg' },
    sets: count,
    reps: totalReps,
    ...(endedAt !== undefined && { durationSeconds: Math.floor((Date.parse(endedAt) - start) / 1000) }),
  }
}
