import { instant } from '#db/values/instant.ts'
import type { Schemas } from '#generated/types.ts'
import { fatigueMethod } from '#training/fatigue/recovery.ts'
import type { FatigueContribution, FatigueForecast, MuscleFatigue } from '#training/fatigue/types.ts'
import { rounded } from '#training/units.ts'
import { methodOf } from './method.ts'
import { muscleGroup } from './muscle-group.ts'

/** The report of `GET /api/analytics/fatigue`. */
export function fatigueReport(
  at: number,
  timeZone: string,
  muscles: readonly MuscleFatigue[],
): Schemas['FatigueReport'] {
  return { at: instant(at), timeZone, muscles: muscles.map(muscleOf), methods: [methodOf(fatigueMethod)] }
}

/** A short form of how recovered a muscle is. */
export function readinessOf(of: MuscleFatigue): Schemas['MuscleReadiness'] {
  return {
    muscle: of.muscle,
    fatigue: percent(of.fatigue),
    readiness: percent(of.readiness),
    state: of.state,
    ...(of.recoveredAt !== undefined && { recoveredAt: instant(of.recoveredAt) }),
  }
}

function muscleOf(of: MuscleFatigue): Schemas['MuscleFatigue'] {
  const { lastTrainedAt, recoveredEarliest, recoveredLatest } = of
  return {
    ...readinessOf(of),
    group: muscleGroup(of.muscle),
    readinessLow: percent(of.readinessLow),
    readinessHigh: percent(of.readinessHigh),
    ...(lastTrainedAt !== undefined && { lastTrainedAt: instant(lastTrainedAt) }),
    ...(recoveredEarliest !== undefined && { recoveredEarliest: instant(recoveredEarliest) }),
    ...(recoveredLatest !== undefined && { recoveredLatest: instant(recoveredLatest) }),
    contributions: of.contributions.map(contributionOf),
    forecast: of.forecast.map(forecastOf),
  }
}

function contributionOf(of: FatigueContribution): Schemas['FatigueContribution'] {
  const { kind, workoutId, startedAt, stimulus, initialFatigue, recoveryHours, fatigue, setIds } = of
  return {
    kind,
    ...(workoutId !== undefined && { workoutId }),
    startedAt: instant(startedAt),
    ...(stimulus !== undefined && { stimulus: rounded(stimulus, 2) }),
    initialFatigue: percent(initialFatigue),
    recoveryHours: rounded(recoveryHours, 2),
    fatigue: percent(fatigue),
    setIds: [...setIds],
  }
}

function forecastOf({ at, fatigue, readiness, state }: FatigueForecast): Schemas['FatigueForecast'] {
  return { at: instant(at), fatigue: percent(fatigue), readiness: percent(readiness), state }
}

const percent = (value: number) => rounded(value, 2)
