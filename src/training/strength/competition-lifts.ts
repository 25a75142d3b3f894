/** The lifts of a powerlifting competition, in its order. */
export const competitionLifts = ['squat', 'bench_press', 'deadlift'] as const

export type CompetitionLift = (typeof competitionLifts)[number]

/**
 * The catalogue's exercises that would pass in a competition, so that a record of one counts for the lift:
 * with a straight bar, through the whole range of motion, without a machine, a box, boards, bands or chains
 * (IPF technical rules). A pause makes a lift harder, not a different lift.
 */
export const competitionExercises = {
  squat: ['barbell-back-squat', 'low-bar-back-squat', 'barbell-pause-squat'],
  bench_press: ['barbell-bench-press', 'paused-bench-press'],
  deadlift: ['barbell-deadlift', 'sumo-deadlift'],
} as const satisfies Record<CompetitionLift, readonly string[]>

/** The ids of all exercises that count for a lift. */
export const competitionExerciseIds: readonly string[] = competitionLifts.flatMap(
  (lift): readonly string[] => competitionExercises[lift],
)
