import type { LocalWorkout } from '#client/index.ts'
import { estimateOneRepMax } from '#training/e1rm.ts'
import { strengthLoad } from '#training/load.ts'
import { figure } from '../figures/ask.ts'
import { bodyweightAt, exerciseIndex, performedSets } from '../figures/performed.ts'
import type { AllRecords } from '../figures/questions.ts'
import { fromGramsIn } from './figures.ts'
import type { LoggedSet } from './model.ts'

/** A best one-rep max that was beaten, in the unit of this device. */
export interface Beaten {
  readonly set: LoggedSet
  readonly exerciseId: string
  readonly oneRepMax: number
  /** By how much. */
  readonly gain: number
}

interface Grams {
  readonly setId: string
  readonly exerciseId: string
  readonly oneRepMaxGrams: number
  readonly gainGrams: number
}

/** The records of finished workouts, by workout. */
const byWorkout = new WeakMap<AllRecords, ReadonlyMap<string, readonly Grams[]>>()

function beatenIn(all: AllRecords, workoutId: string): readonly Grams[] {
  const known = byWorkout.get(all) ?? Map.groupBy(all.beaten, (one) => one.workoutId)
  byWorkout.set(all, known)
  return known.get(workoutId) ?? []
}

/** The sets of a workout that beat the best one-rep max before them. The first session sets none. */
export function recordsIn(workout: LocalWorkout): ReadonlyMap<string, Beaten> {
  const all = figure('records', undefined)
  if (!all) return new Map()
  const grams = all.workoutIds.has(workout.id) ? beatenIn(all, workout.id) : beatenNow(workout, all.bests)
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

/** Those of a workout that goes on, against the bests of all that are over. */
function beatenNow(workout: LocalWorkout, before: ReadonlyMap<string, number>): Grams[] {
  const bests = new Map(before)
  return performedSets([workout]).flatMap((set) => {
    const { id: setId, exerciseId } = set
    const facts = exerciseIndex.value.get(exerciseId)
    const best = bests.get(exerciseId)
    const weight = facts && strengthLoad(set, facts, bodyweightAt.value(set))
    if (best === undefined || !weight) return []
    const oneRepMaxGrams = estimateOneRepMax({ ...set, weight })?.value ?? 0
    if (oneRepMaxGrams <= best) return []
    bests.set(exerciseId, oneRepMaxGrams)
    return [{ setId, exerciseId, oneRepMaxGrams, gainGrams: oneRepMaxGrams - best }]
  })
}
