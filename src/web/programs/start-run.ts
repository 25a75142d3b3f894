import type { Schemas } from '#generated/types.ts'
import { type ProgramStep, revisionToFollow } from '#training/programs/index.ts'
import { go } from '../route.ts'
import { createId } from '../state/id.ts'
import { log } from '../state/log.ts'
import { startWorkout } from '../workout/start-workout.ts'
import type { KnownProgram } from './known.ts'
import { activeRuns, type CurrentRun, workoutOf } from './runs.ts'

let starting: Promise<void> | undefined

/** Starts a program from these bases, and pauses any other active one. A double tap starts it once. */
export const startRun = (program: KnownProgram, lifts: readonly Schemas['LiftBase'][]): Promise<void> =>
  (starting ??= begin(program, lifts).finally(() => {
    starting = undefined
  }))

/** Pauses the active program, before another one becomes active. */
export async function pauseActive(): Promise<void> {
  for (const { run } of activeRuns.value) await log().runs.put({ ...run, status: 'paused' })
}

async function begin(program: KnownProgram, lifts: readonly Schemas['LiftBase'][]): Promise<void> {
  await pauseActive()
  const { programs, runs } = log()
  const own = programs.get(program.id)
  await runs.put({
    id: createId(),
    programId: program.id,
    programRevision: own ? revisionToFollow(own, runs.list()) : program.revision,
    status: 'active',
    lifts: [...lifts],
    decisions: [],
  })
  go('today')
}

/** Starts the workout of a step. */
export async function startStep(current: CurrentRun, step: ProgramStep): Promise<void> {
  await startWorkout(() => workoutOf(current, step).workout)
  go('workout')
}

/** Adds a decision to a run. */
export async function decide({ run }: CurrentRun, decision: DecisionDraft): Promise<void> {
  const fullDecision = { ...decision, id: createId(), at: new Date().toISOString() }
  await log().runs.put({ ...run, decisions: [...run.decisions, fullDecision] })
}

/** A decision without its id or time; distributes over the kinds. */
type DecisionDraft = Schemas['RunDecision'] extends infer One
  ? One extends unknown
    ? Omit<One, 'id' | 'at'>
    : never
  : never
