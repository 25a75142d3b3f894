export { checkProgram, type ProgramFault } from './check-program.ts'
export { foldRun, type ProgramAt } from './fold-run.ts'
export {
  type AvailableLoads,
  MissingBaseError,
  nearestLoad,
  type PlannedRunSet,
  type PlannedSlot,
  planStep,
} from './plan-step.ts'
export type { Program } from './program.ts'
export type { BaseNow, ProgramStep, Run, RunDecision, RunSet, RunState, RunWorkout } from './run.ts'
