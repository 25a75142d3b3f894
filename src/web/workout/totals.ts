import type { LocalWorkout } from '#client/index.ts'
import { bodyweightShareOf } from '#training/load.ts'
import { workoutTotals } from '#training/totals.ts'
import { bodyweightAt, exerciseIndex, performedSets } from '../figures/performed.ts'
import { exerciseOf, hasCatalogue } from '../state/catalogue.ts'
import { settings } from '../state/settings.ts'
import { gramsInUnit } from './figures.ts'
import { countSets, isWork } from './model.ts'

/** The totals of a workout, without warm-ups; the volume is in this device's unit. */
export interface Totals {
  readonly volume: number
  readonly sets: number
  readonly reps: number
  /** Undefined while it is in progress. */
  readonly seconds: number | undefined
}

/** Cached totals: workout objects are immutable, so totals are valid until something else they depend on changes. */
let totalsCache = new WeakMap<LocalWorkout, Totals>()
let basis: readonly unknown[] = []

/** The totals of a workout, as the server would compute them. */
export function totalsOf(workout: LocalWorkout): Totals {
  const currentBasis = [settings.value.unit, exerciseIndex.value, bodyweightAt.value]
  if (currentBasis.some((part, index) => part !== basis[index])) totalsCache = new WeakMap()
  basis = currentBasis
  const totals = totalsCache.get(workout) ?? sumsOf(workout)
  totalsCache.set(workout, totals)
  return totals
}

function sumsOf(workout: LocalWorkout): Totals {
  const { totals, startedAt, endedAt } = workout
  // The server's totals are present unless the workout has unsent changes.
  if (totals && totals.volume.unit === settings.value.unit && isSelfContained(workout)) {
    const { volume, sets, reps, durationSeconds } = totals
    return { volume: volume.value, sets, reps, seconds: durationSeconds }
  }
  const performedInWorkout = performedSets([workout])
  const [first] = performedInWorkout
  const sums = workoutTotals(
    {
      startedAt: Date.parse(startedAt),
      endedAt: endedAt === undefined ? undefined : Date.parse(endedAt),
      sets: performedInWorkout,
    },
    exerciseIndex.value,
    first && bodyweightAt.value(first),
  )
  return {
    volume: gramsInUnit(sums.volumeGrams),
    // The exercises may not be loaded yet; until then, the sets of all of them count.
    sets: hasCatalogue.value ? sums.sets : countSets(workout, isWork).done,
    reps: sums.reps,
    seconds: sums.durationSeconds,
  }
}

/** Whether totals depend on nothing that may have changed since: a bodyweight, or an exercise of the user's own. */
const isSelfContained = ({ exercises }: LocalWorkout): boolean =>
  exercises.every(({ exerciseId }) => {
    const exercise = exerciseOf(exerciseId)
    return !exercise || (exercise.source === 'builtin' && bodyweightShareOf(exercise) === 0)
  })
