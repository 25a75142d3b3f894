/**
 * The science of Replog: pure functions that run the same on a server and in an offline browser. No I/O, no
 * clock, no randomness. Each function documents what its figure means and where it comes from;
 * `tests/training/vectors` has test vectors for other implementations.
 */
export * from './blocks.ts'
export * from './bodyweight.ts'
export * from './calendar.ts'
export * from './counting.ts'
export * from './days.ts'
export * from './e1rm.ts'
export * from './engagement.ts'
export * from './evidence-tiers.ts'
export * from './exercise-work.ts'
export * from './fatigue/day-readiness.ts'
export * from './fatigue/fatigue.ts'
export * from './fatigue/fatigue-method.ts'
export * from './fatigue/recovery.ts'
export * from './fatigue/stimulus.ts'
export * from './fatigue/types.ts'
export * from './goals.ts'
export * from './hampel.ts'
export * from './landmarks.ts'
export type * from './lift-state/index.ts'
export {
  chanceOf,
  doubtOf,
  expectedOf,
  foldSession,
  forecast,
  MemoryFold,
  measuredSet,
  memoryVersion,
  mostLifted,
  newLift,
  newLifter,
  plateauOf,
  prescribeLift,
} from './lift-state/index.ts'
export * from './load.ts'
export * from './log/from-workouts.ts'
export { gramsFor } from './log/performed-set.ts'
export * from './method.ts'
export * from './overall.ts'
export * from './overreaches.ts'
export * from './periods.ts'
export * from './plates/loading.ts'
export * from './plates/rack.ts'
export * from './plates/warm-up.ts'
export * from './progress.ts'
export * from './progress-points.ts'
export * from './progress-status.ts'
export * from './progression/apre.ts'
export * from './progression/deload.ts'
export * from './progression/five-three-one.ts'
export * from './progression/gzclp.ts'
export * from './progression/increments.ts'
export * from './progression/progression.ts'
export * from './progression/schemes.ts'
export * from './progression/types.ts'
export * from './recommend/athlete.ts'
export { type AthleteLog, athleteWindows, type ChosenScheme } from './recommend/athlete-log.ts'
export * from './recommend/recommend.ts'
export { recommendationRules } from './recommend/rules.ts'
export * from './recommend/types.ts'
export * from './records/history.ts'
export * from './records/kinds.ts'
export * from './records/records.ts'
export * from './records/set-history.ts'
export * from './rpe-chart.ts'
export * from './session-load/ewma.ts'
export * from './session-load/foster.ts'
export * from './session-load/training-load.ts'
export * from './simulate.ts'
export * from './streak.ts'
export * from './strength/competition-lifts.ts'
export * from './strength/scores.ts'
export * from './strength/strength.ts'
export * from './summary.ts'
export * from './theil-sen.ts'
export * from './top-set.ts'
export * from './totals.ts'
export * from './types.ts'
export * from './units.ts'
export * from './volume.ts'
export * from './volume-methods.ts'
