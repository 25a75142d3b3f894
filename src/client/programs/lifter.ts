import type { Schemas } from '#generated/types.ts'
import { localZone } from '#lib/local-zone.ts'
import { type BodyweightAt, bodyweightOver } from '#training/bodyweight.ts'
import { type Days, userDays } from '#training/days.ts'
import { lightestLifted } from '#training/lift-state/lightest-lifted.ts'
import { MemoryFold } from '#training/lift-state/memory-fold.ts'
import { bodyweightShareOf } from '#training/load.ts'
import { bodyweights, trainedSets } from '#training/log/from-workouts.ts'
import { type Gear, loadingOf, type SlotExercise, startingBase } from '#training/programs/index.ts'
import type { TrainedSet } from '#training/progression/types.ts'
import { ListedSets } from '#training/records/set-cursor.ts'
import type { LocalWorkout, Replog } from '../types.ts'

/** What the device knows about the lifter. */
export interface Lifter {
  readonly gear: Gear
  readonly days: Days
  readonly bodyweightAt: BodyweightAt
}

/** The lifter of a log; a guest has the settings of the device. */
export function lifterOf(
  {
    user,
    measurements,
  }: Pick<Replog, 'user'> & { readonly measurements: Pick<Replog['measurements'], 'list'> },
  guestUnit: Schemas['WeightUnit'],
): Lifter {
  const unit = user?.unit ?? guestUnit
  const days = userDays({
    timeZone: user?.timeZone ?? localZone(),
    dayStartHour: user?.dayStartHour,
  })
  return {
    gear: { unit, plates: user?.plates, equipment: user?.equipment },
    days,
    bodyweightAt: bodyweightOver(bodyweights(measurements.list(), unit), days),
  }
}

/** At most this many of an exercise's sets before a run are considered, as on the server. */
const maxEarlierSets = 60

/** The last sets of an exercise before a time, oldest first. */
export function setsBefore(
  workouts: readonly LocalWorkout[],
  exerciseId: string,
  { unit, before }: { readonly unit: Schemas['WeightUnit']; readonly before: number },
): TrainedSet[] {
  return trainedSets(workouts, { unit, before, exerciseId }).slice(-maxEarlierSets)
}

/** The starting weight of a lift, in grams, from the log on the device; undefined if the log doesn't show one. */
export function baseFromLog(
  workouts: readonly LocalWorkout[],
  exercise: SlotExercise,
  { gear, days, bodyweightAt }: Lifter,
  { percent, at }: { readonly percent: number; readonly at: number },
): number | undefined {
  const sets = trainedSets(workouts, { unit: gear.unit, before: at + 1, exerciseId: exercise.id })
  const last = sets.at(-1)
  if (!last) return undefined
  const fold = new MemoryFold()
  fold.add(new ListedSets(sets), { exercises: new Map([[exercise.id, exercise]]), bodyweightAt, days })
  const share = bodyweightShareOf(exercise)
  const bodyweight = share > 0 ? bodyweightAt(last) : 0
  if (bodyweight === undefined) return undefined
  const remembered = fold.of(exercise.id)
  return startingBase(remembered, {
    percent,
    day: days.dayOf(at),
    bodyGrams: bodyweight * share,
    loading: loadingOf(gear, exercise, { lightestGrams: lightestLifted(remembered) }),
  })
}
