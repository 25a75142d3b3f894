import { instant } from '#db/values/instant.ts'
import type { Schemas } from '#generated/types.ts'
import { fatigueMethod } from '#training/fatigue/fatigue-method.ts'
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

/** A muscle's readiness, in short form. */
export function readinessOf(fatigue: MuscleFatigue): Schemas['MuscleReadiness'] {
  return {
    muscle: fatigue.muscle,
    fatigue: percent(fatigue.fatigue),
    readiness: percent(fatigue.readiness),
    state: fatigue.state,
    ...(fatigue.recoveredAt !== undefined && { recoveredAt: instant(fatigue.recoveredAt) }),
  }
}

function muscleOf(fatigue: MuscleFatigue): Schemas['MuscleFatigue'] {
  const { lastTrainedAt, recoveredEarliest, recoveredLatest } = fatigue
  return {
    ...readinessOf(fatigue),
    group: muscleGroup(fatigue.muscle),
    readinessLow: percent(fatigue.readinessLow),
    readinessHigh: percent(fatigue.readinessHigh),
    ...(lastTrainedAt !== undefined && { lastTrainedAt: instant(lastTrainedAt) }),
    ...(recoveredEarliest !== undefined && { recoveredEarliest: instant(recoveredEarliest) }),
    ...(recoveredLatest !== undefined && { recoveredLatest: instant(recoveredLatest) }),
    contributions: fatigue.contributions.map(contributionOf),
    forecast: fatigue.forecast.map(forecastOf),
  }
}

function contributionOf(contribution: FatigueContribution): Schemas['FatigueContribution'] {
  const { kind, workoutId, startedAt, stimulus, initialFatigue, recoveryHours, fatigue, setIds } =
    contribution
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
