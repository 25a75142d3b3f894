export { adherenceOf, type SlotAdherence, type StepAdherence } from './adherence.ts'
export { Bases } from './bases.ts'
export { checkProgram, type ProgramFault } from './check-program.ts'
export { chooseExercises, exercisesOfDay, needsHistory, type SlotExercise } from './choose-exercises.ts'
export { foldRun, inProgressOf, type ProgramAt } from './fold-run.ts'
export { madeSets, madeWorkout } from './made.ts'
export {
  type AvailableLoads,
  MissingBaseError,
  nearestLoad,
  type PlannedRunSet,
  type PlannedSlot,
  planStep,
} from './plan-step.ts'
export type { Program } from './program.ts'
export {
  type ProgramContent,
  type RunContent,
  readProgram,
  readRun,
  readRunWorkout,
  startingBases,
} from './read.ts'
export { type Gear, loadingOf, type PlanningContext, type ReadySlot, readySlots } from './ready-slots.ts'
export type { BaseNow, ProgramStep, Run, RunDecision, RunSet, RunState, RunWorkout } from './run.ts'
export { presentRunState } from './run-state.ts'
export { firstSets, type LoggedWorkout, slotHistory } from './slot-history.ts'
export { startingBase, startPercentOf } from './starting-base.ts'
export { stepAt } from './step-at.ts'
export { asPrescribed, stepSeconds, stepWorkout, weightOf } from './step-workout.ts'
export { maxCyclesAhead } from './steps.ts'
