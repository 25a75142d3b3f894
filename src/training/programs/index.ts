export { adherenceOf } from './adherence.ts'
export { Bases } from './bases.ts'
export { checkProgram } from './check-program.ts'
export { exercisesOfDay, exercisesWithLoads, needsHistory, type SlotExercise } from './choose-exercises.ts'
export { completedSets, completedWorkout } from './completed.ts'
export { foldRun, inProgressOf, type ProgramAt } from './fold-run.ts'
export { type Gear, loadingOf } from './gear.ts'
export {
  MissingBaseError,
  type PlannedRunSet,
  type PlannedSlot,
  planStep,
} from './plan-step.ts'
export type { Program } from './program.ts'
export type { ProgramStep, Run, RunDecision, RunState, RunWorkout } from './program-run.ts'
export {
  contentOfProgram,
  type ProgramContent,
  readProgram,
  readRun,
  readRunWorkout,
  startingBases,
} from './read.ts'
export type { KnownLift } from './ready-slots.ts'
export { type PlanningContext, type ReadySlot, readySlots } from './ready-slots.ts'
export { revisionsOf, revisionToFollow } from './revisions.ts'
export { presentRunState } from './run-state.ts'
export { type LoggedWorkout, startOf } from './slot-history.ts'
export { startingBase, startPercentOf } from './starting-base.ts'
export { stepAt } from './step-at.ts'
export { stepSeconds, stepWorkout, toPrescribedSet } from './step-workout.ts'
export { maxCyclesAhead } from './steps.ts'
export { percentsOf } from './words.ts'
