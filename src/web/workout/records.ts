import { signal } from '@preact/signals'
import type { LocalWorkout } from '#client/index.ts'
import { figure } from '../figures/ask.ts'
import type { AllRecords } from '../figures/questions.ts'
import { fromGramsIn } from './figures.ts'
import type { LoggedSet } from './model.ts'

/** A record one-rep max, in this device's unit. */
export interface Beaten {
  readonly set: LoggedSet
  readonly exerciseId: string
  readonly oneRepMax: number
  /** By how much. */
  readonly gain: number
}

/** The same in grams. */
export interface BeatenGrams {
  readonly setId: string
  readonly exerciseId: string
  readonly oneRepMaxGrams: number
  readonly gainGrams: number
}

/** Finds the records of a workout in progress, against the bests of all finished ones. */
type RecordsNow = (workout: LocalWorkout, before: ReadonlyMap<string, number>) => readonly BeatenGrams[]

/** Set once the workout pages are loaded, so that Today doesn't wait for it. */
export const recordsNow = signal<RecordsNow | undefined>(undefined)

/** The records of finished workouts, by workout. */
const byWorkout = new WeakMap<AllRecords, ReadonlyMap<string, readonly BeatenGrams[]>>()

function beatenIn(all: AllRecords, workoutId: string): readonly BeatenGrams[] {
  const known = byWorkout.get(all) ?? Map.groupBy(all.beaten, (one) => one.workoutId)
  byWorkout.set(all, known)
  return known.get(workoutId) ?? []
}

/** The sets of a workout that beat the best one-rep max before them. The first session sets none. */
export function recordsIn(workout: LocalWorkout): ReadonlyMap<string, Beaten> {
  const all = figure('records', undefined)
  if (!all) return new Map()
  const grams = all.workoutIds.has(workout.id)
    ? beatenIn(all, workout.id)
    : (recordsNow.value?.(workout, all.bests) ?? [])
  const sets = new Map(workout.exercises.flatMap((one) => one.sets.map((set) => [set.id, set])))
  return new Map(
    grams.flatMap(({ setId, exerciseId, oneRepMaxGrams, gainGrams }) => {
      const set = sets.get(setId)
      if (!set) return []
      const [oneRepMax, gain] = [fromGramsIn(oneRepMaxGrams), fromGramsIn(gainGrams)]
      return [[setId, { set, exerciseId, oneRepMax, gain }]]
    }),
  )
}
