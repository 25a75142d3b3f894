import type { LocalWorkout } from '#client/index.ts'
import { exerciseOf } from '../state/catalogue.ts'
import { oneRepMaxOf, volumeOf } from './figures.ts'
import { isDone, isWork } from './model.ts'

/** The sums of a workout, without warm-ups; the volume in the unit of this device. */
export interface Totals {
  readonly volume: number
  readonly sets: number
  readonly reps: number
  readonly seconds: number | undefined
}

export function totalsOf({ exercises, startedAt, endedAt }: LocalWorkout): Totals {
  let volume = 0
  let sets = 0
  let reps = 0
  for (const exercise of exercises) {
    const hands = exerciseOf(exercise.exerciseId)?.perHand ? 2 : 1
    for (const set of exercise.sets) {
      if (!isDone(set) || !isWork(set)) continue
      sets++
      reps += set.reps ?? 0
      volume += volumeOf(set) * hands
    }
  }
  const seconds = endedAt === undefined ? undefined : (Date.parse(endedAt) - Date.parse(startedAt)) / 1000
  return { volume, sets, reps, seconds }
}

/** The best one-rep max among sets. */
export function bestOneRepMax(sets: Iterable<Parameters<typeof oneRepMaxOf>[0]>): number {
  let best = 0
  for (const set of sets) best = Math.max(best, oneRepMaxOf(set) ?? 0)
  return best
}
