export { foldSession } from './fold.ts'
export { chanceOf, chanceOfLevel, type Forecast, type ForecastLabel, forecast } from './forecast.ts'
export { type Doubt, doubtOf, type Oddity, type Repair } from './gate.ts'
export { type LiftMeasure, measuredSet } from './lift-set.ts'
export {
  type DoubtedSet,
  type MemoryData,
  MemoryFold,
  type MemoryOptions,
  memoryVersion,
  type Remembered,
} from './memory-fold.ts'
export { type Plateau, plateauOf } from './plateau.ts'
export { prescribeLift } from './prescribe.ts'
export type { LiftPrescription, LiftRule, Loads, PrescribeOptions } from './prescription.ts'
export {
  type LifterState,
  type LiftSession,
  type LiftSet,
  type LiftState,
  newLift,
  newLifter,
} from './state.ts'
export { isDeloadDay, isLow, mainLoad, repRange, stepOf, usualGap, workingLoad } from './structure.ts'
