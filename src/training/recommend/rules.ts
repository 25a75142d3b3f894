/**
 * Limits of a workout: the number of exercises and minutes that make sense, and the fractional sets per muscle and
 * workout after which further sets are worth less, about 11 (Remmert et al. 2025, SportRxiv 537, a preprint: “not upper
 * limits”).
 */
export const recommendationRules = {
  maxExercises: 10,
  maxMinutes: 240,
  /** The longest workout that is planned as a brief one, with fewer sets of each exercise. */
  maxBriefMinutes: 30,
  usefulSetsOfMuscle: 11,
} as const
