import type { LocalWorkout } from '#client/index.ts'
import { workoutTotals } from '#training/totals.ts'
import { bodyweightAt, exerciseIndex, performedSets } from '../figures/performed.ts'
import { settings } from '../state/settings.ts'
import { fromGramsIn } from './figures.ts'

/** The totals of a workout, without warm-ups; the volume is in this device's unit. */
export interface Totals {
  readonly volume: number
  readonly sets: number
  readonly reps: number
  /** Undefined while it is in progress. */
  readonly seconds: number | undefined
}

/** Cached totals: workout objects are immutable, so totals are valid until something else they depend on changes. */
let known = new WeakMap<LocalWorkout, Totals>()
let basis: readonly unknown[] = []

/** The totals of a workout, as the server would compute them. */
export function totalsOf(workout: LocalWorkout): Totals {
  const now = [settings.value.unit, exerciseIndex.value, bodyweightAt.value]
  if (now.some((one, index) => one !== basis[index])) known = new WeakMap()
  basis = now
  const totals = known.get(workout) ?? sumsOf(workout)
  known.set(workout, totals)
  return totals
}

function sumsOf(workout: LocalWorkout): Totals {
  const { totals, startedAt, endedAt } = workout
  // The server's totals are present unless the workout has unsent changes.
  if (totals && totals.volume.unit === settings.value.unit) {
    const { volume, sets, reps, durationSeconds } = totals
    return { volume: volume.value, sets, reps, seconds: durationSeconds }
  }
  const performed = performedSets([workout])
  const [first] = performed
  const sums = workoutTotals(
    {
      startedAt: Date.parse(startedAt),
      endedAt: endedAt === undefined ? undefined : Date.parse(endedAt),
      sets: performed,
    },
    exerciseIndex.value,
    first && bodyweightAt.value(first),
  )
  return {
    volume: fromGramsIn(sums.volumeGrams),
    sets: sums.sets,
    reps: sums.reps,
    seconds: sums.durationSeconds,
  }
}
