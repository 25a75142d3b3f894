import { dayMs } from '#training/day-ms.ts'
import { userDays } from '#training/days.ts'
import { loadingFor } from '#training/plates/loading.ts'
import type { Scheme } from '#training/progression/schemes.ts'
import type { PrescribedSet, ProgressionInput, TrainedSet } from '#training/progression/types.ts'
import type { ExerciseFacts } from '#training/types.ts'
import { toGrams, type WeightUnit } from '#training/units.ts'

/** The current time of all histories. */
export const now = Date.UTC(2026, 5, 1, 12)

/** A barbell press, with facts that a test may override. */
export const press: ExerciseFacts = {
  id: 'press',
  tracking: 'weight_reps',
  category: 'push',
  engagement: [
    { muscle: 'chest', percent: 90 },
    { muscle: 'triceps', percent: 45 },
  ],
}

/** A logged set; its weight in the unit of the test. */
export interface LoggedSet extends Partial<Omit<TrainedSet, 'reps'>> {
  readonly weight?: number | undefined
  readonly reps?: number | undefined
}

/** A workout of the exercise `press`, a number of days before `now`. */
export function workout(daysAgo: number, sets: readonly LoggedSet[], unit: WeightUnit = 'kg'): TrainedSet[] {
  const performedAt = now - daysAgo * dayMs
  return sets.map(({ weight, ...set }, index) => ({
    id: `${performedAt}-${index}`,
    workoutId: `w${performedAt}`,
    exerciseId: press.id,
    performedAt,
    type: 'normal',
    ...(weight === undefined ? {} : { weightGrams: toGrams({ value: weight, unit }) }),
    ...set,
  }))
}

/** Even sets: a weight and the reps of each. */
export const setsAt = (weight: number, reps: readonly number[], more: LoggedSet = {}): LoggedSet[] =>
  reps.map((count) => ({ weight, reps: count, ...more }))

export function progressionInput(
  sets: readonly TrainedSet[],
  scheme: Scheme | undefined,
  more: Partial<ProgressionInput> = {},
): ProgressionInput {
  const unit = more.unit ?? 'kg'
  const incrementGrams = scheme && 'incrementGrams' in scheme ? scheme.incrementGrams : undefined
  return {
    facts: press,
    sets,
    scheme,
    unit,
    loading: loadingFor({ unit, incrementGrams }),
    bodyweightAt: () => undefined,
    days: userDays({ timeZone: 'UTC' }),
    now,
    ...more,
  }
}

/** Prescribed sets as text: kilograms × reps. */
export const formatSets = (sets: readonly PrescribedSet[]): string[] =>
  sets.map(
    ({ weightGrams, assistanceGrams, reps, openEnded }) =>
      `${weightGrams === undefined ? (assistanceGrams === undefined ? '' : `-${assistanceGrams / 1000}`) : weightGrams / 1000}×${reps?.min}${openEnded ? '+' : ''}`,
  )
