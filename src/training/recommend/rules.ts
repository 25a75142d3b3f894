/**
 * Limits of a workout: the exercises and minutes that make sense, and the fractional sets per muscle beyond which more
 * sets in one session are worth less, about 11 (Remmert et al. 2025, SportRxiv 537, a preprint: “not upper limits”).
 */
export const recommendationRules = {
  mostExercises: 10,
  mostMinutes: 240,
  /** Up to here a workout counts as short. */
  briefMinutes: 30,
  usefulSetsOfMuscle: 11,
} as const
