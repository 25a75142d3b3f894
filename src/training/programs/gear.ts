import { bodyweightShareOf, isAssistedExercise, isWeighted } from '../load.ts'
import { type Loading, type LoadingOptions, loadingFor } from '../plates/loading.ts'
import type { PlatePairs } from '../plates/rack.ts'
import type { WeightUnit } from '../units.ts'
import type { SlotExercise } from './choose-exercises.ts'

/** A lifter's equipment and plates. */
export interface Gear {
  /** The unit of the plates. */
  readonly unit: WeightUnit
  readonly plates?: readonly PlatePairs[] | undefined
  /** By default everything. */
  readonly equipment?: readonly string[] | undefined
}

/** The loads that a lifter has available for an exercise. */
export function loadingOf(
  { unit, plates }: Gear,
  exercise: SlotExercise,
  lifted: Pick<LoadingOptions, 'incrementGrams' | 'lightestGrams'> = {},
): Loading {
  return loadingFor({
    equipment: exercise.equipment,
    unit,
    plates,
    ...lifted,
    assisted: bodyweightShareOf(exercise) > 0,
    noLoad: isAssistedExercise(exercise),
    weighted: isWeighted(exercise),
  })
}
