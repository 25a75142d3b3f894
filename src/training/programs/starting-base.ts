import type { RememberedLift } from '../lift-state/index.ts'
import type { Loading } from '../plates/loading.ts'
import { oneRepMaxOn } from '../progression/expected-one-rep-max.ts'
import type { ProgramLift } from './program.ts'

/** A lift's initial base, as a percentage of the one-rep max. */
export function startPercentOf({ base, startPercent }: Pick<ProgramLift, 'base' | 'startPercent'>): number {
  return startPercent ?? (base === 'training_max' ? 90 : 75)
}

/**
 * The initial base of a lift, in grams: a percentage of the one-rep max that its memory expects on a day, rounded to
 * the nearest weight that can be loaded. Undefined if the lift isn't measured by load.
 *
 * @param bodyGrams the part of the bodyweight that the lift moves
 */
export function startingBase(
  remembered: RememberedLift | undefined,
  {
    percent,
    day,
    bodyGrams,
    loading,
  }: {
    readonly percent: number
    readonly day: number
    readonly bodyGrams: number
    readonly loading: Pick<Loading, 'nearest'>
  },
): number | undefined {
  const expected = oneRepMaxOn(remembered, day)
  return expected && Math.max(0, loading.nearest((expected.valueGrams * percent) / 100 - bodyGrams))
}
