export { type Doubt, type DoubtReason, doubtOf, type Repair } from './doubt.ts'
export { doubtsIn, hasOnlyKnownLoads } from './doubts-ahead.ts'
export { leadsToSingle } from './earn-weight.ts'
export { expectedOf } from './expected.ts'
export { foldSession } from './fold.ts'
export {
  chanceOf,
  chanceOfLevel,
  type Forecast,
  type ForecastLabel,
  forecast,
  withReserve,
} from './forecast.ts'
export type { DoubtedSet } from './judge.ts'
export { type LiftMeasure, measuredSet } from './lift-set.ts'
export { lightestLifted } from './lightest-lifted.ts'
export { type MemoryData, memoryData, restoreMemory } from './memory-data.ts'
export {
  MemoryFold,
  memoryVersion,
  type RememberedLift,
} from './memory-fold.ts'
export { mostLifted } from './most-lifted.ts'
export { type Plateau, plateauOf } from './plateau.ts'
export { prescribeLift } from './prescribe.ts'
export { isBodyweightOnly } from './prescribe-context.ts'
export type { LiftPrescription, LiftRule, Loads, OtherSet, PrescribeOptions } from './prescription.ts'
export { followsOnlySuccesses } from './raise-habit.ts'
export {
  type LifterState,
  type LiftSession,
  type LiftSet,
  type LiftState,
  newLift,
  newLifter,
} from './state.ts'
export {
  isDeloadDay,
  isLow,
  mainLoad,
  repRange,
  sessionsBack,
  stepOf,
  usualGap,
  workingLoad,
} from './structure.ts'
export type { MemoryOptions } from './workout-sets.ts'
