import { instant } from '#db/values/instant.ts'
import type { Schemas } from '#generated/types.ts'
import type { BestLift, Strength, StrengthTotal } from '#training/strength/strength.ts'
import { fromGrams, rounded } from '#training/units.ts'
import { methodOf } from './method.ts'

/** The figures of `GET /api/analytics/strength`. */
export function strengthReport(
  { lifts, lifted, estimated, missing, methods }: Strength,
  unit: Schemas['WeightUnit'],
) {
  return {
    status: lifted ? ('ok' as const) : ('insufficient_data' as const),
    lifts: lifts.map((best) => ({
      lift: best.lift,
      ...(best.lifted && { lifted: bestOf(best.lifted, unit) }),
      ...(best.estimated && { estimated: bestOf(best.estimated, unit) }),
    })),
    ...(lifted && { lifted: totalOf(lifted, unit) }),
    ...(estimated && { estimated: totalOf(estimated, unit) }),
    missing: [...missing],
    methods: methods.map(methodOf),
  }
}

function bestOf(best: BestLift, unit: Schemas['WeightUnit']): Schemas['BestLift'] {
  const { grams, exerciseId, workoutId, setId, performedAt, weightGrams, reps } = best
  return {
    value: fromGrams(grams, unit),
    exerciseId,
    workoutId,
    setId,
    performedAt: instant(performedAt),
    weight: fromGrams(weightGrams, unit),
    reps,
  }
}

function totalOf(
  { totalGrams, dots, wilks, setIds }: StrengthTotal,
  unit: Schemas['WeightUnit'],
): Schemas['StrengthTotal'] {
  return {
    total: fromGrams(totalGrams, unit),
    ...(dots !== undefined && { dots: rounded(dots, 2) }),
    ...(wilks !== undefined && { wilks: rounded(wilks, 2) }),
    setIds: [...setIds],
  }
}
