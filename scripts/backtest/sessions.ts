import { readLog } from '#interchange/read-log.ts'
import type { TrainedSet } from '#training/progression/types.ts'
import type { ExerciseFacts } from '#training/types.ts'
import { toGrams, toMillimeters, type WeightUnit } from '#training/units.ts'

/**
 * A lifter's log: workouts in chronological order, and the facts about its exercises that the file
 * contains.
 */
export interface Lifter {
  readonly workouts: readonly (readonly TrainedSet[])[]
  readonly exercises: ReadonlyMap<string, ExerciseFacts>
  /** The unit in which each exercise was logged last. */
  readonly unitOf: ReadonlyMap<string, WeightUnit>
}

/**
 * Reads an export file. Exercises are identified by name, and all of them count as lifts of a weight,
 * because the files don't contain the share of bodyweight.
 */
export async function readLifter(path: string): Promise<Lifter> {
  const { workouts } = await readLog(await Bun.file(path).bytes(), { timeZone: 'UTC' })
  const exercises = new Map<string, ExerciseFacts>()
  const unitOf = new Map<string, WeightUnit>()
  const trained = workouts
    .toSorted((a, b) => a.startedAt - b.startedAt)
    .map(({ key, startedAt, exercises: entries }) =>
      entries.flatMap(({ name, sets }) => {
        exercises.set(name, { id: name, tracking: 'weight_reps', category: 'push', engagement: [] })
        return sets.map(
          ({ line, type, weight, assistance, reps, rpe, durationSeconds, distance }): TrainedSet => {
            if (weight) unitOf.set(name, weight.unit)
            return {
              id: String(line),
              workoutId: key,
              exerciseId: name,
              performedAt: startedAt,
              type,
              reps,
              weightGrams: weight && Math.round(toGrams(weight)),
              assistanceGrams: assistance && Math.round(toGrams(assistance)),
              rpe,
              durationSeconds,
              distanceMillimeters: distance && toMillimeters(distance),
            }
          },
        )
      }),
    )
  return { workouts: trained, exercises, unitOf }
}
