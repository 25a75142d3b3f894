/**
 * Bounds of a workout: the exercises and minutes that make sense, and the fractional sets per muscle that
 * were found to add something in one session, about 11 (Remmert et al. 2025, SportRxiv 537, a preprint: “not upper
 * limits”), past which sets are worth less.
 */
export const recommendationRules = {
  mostExercises: 10,
  mostMinutes: 240,
  /** Up to here a workout counts as short. */
  briefMinutes: 30,
  usefulSetsOfMuscle: 11,
} as const
