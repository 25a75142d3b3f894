import type { Schemas } from '#generated/types.ts'
import type { DoubtedSet } from '#training/lift-state/index.ts'
import { fromGrams } from '#training/units.ts'

/** The `doubts` member of a report. It is omitted if there are none. */
export function presentDoubts(
  doubts: readonly DoubtedSet[],
  unit: Schemas['WeightUnit'] | ((doubted: DoubtedSet) => Schemas['WeightUnit']),
): { readonly doubts?: Schemas['DoubtedSets'] } {
  if (doubts.length === 0) return {}
  return {
    doubts: doubts.map((doubted) => doubtedSet(doubted, typeof unit === 'string' ? unit : unit(doubted))),
  }
}

function doubtedSet(
  { exerciseId, workoutId, setId, doubt, body }: DoubtedSet,
  unit: Schemas['WeightUnit'],
): Schemas['DoubtedSet'] {
  const { repair, reason } = doubt
  const meant = repair && { ...enteredAs(repair.load - body, unit), reps: Math.round(repair.reps) }
  return { exerciseId, workoutId, setId, reason, ...(meant && { meant }) }
}

/** A load without bodyweight, as entered; below zero, it is assistance. */
function enteredAs(
  kilograms: number,
  unit: Schemas['WeightUnit'],
): Pick<Schemas['WorkoutSetInput'], 'weight' | 'assistance'> {
  const grams = Math.round(kilograms * 1000)
  return grams < 0 ? { assistance: fromGrams(-grams, unit) } : { weight: fromGrams(grams, unit) }
}
