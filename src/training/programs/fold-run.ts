import { Bases } from './bases.ts'
import { isDone } from './judge.ts'
import type { Program } from './program.ts'
import type { ProgramStep, Run, RunDecision, RunState, RunWorkout } from './program-run.ts'
import { Steps } from './steps.ts'

/** Returns a revision of the program that a run follows; undefined if it is unknown. */
export type ProgramAt = (revision: number) => Program | undefined

type Event =
  | { readonly time: number; readonly id: string; readonly decision: RunDecision }
  | { readonly time: number; readonly id: string; readonly workout: RunWorkout }

/**
 * The state of a run: a pure function of the program, the decisions and the workouts, whatever their order.
 * Nothing else is stored, so finishing, editing, deleting or restoring a workout changes the state.
 *
 * @throws {RangeError} if `programAt` has no program for the run's own revision
 */
export function foldRun(programAt: ProgramAt, run: Run, workouts: readonly RunWorkout[]): RunState {
  let revision = run.programRevision
  let program = programAt(revision)
  if (!program) throw new RangeError(`no program of revision ${revision}`)
  const steps = new Steps(program)
  const bases = new Bases(run.startingBases)
  const swaps = new Map<string, string>()
  const extra: string[] = []
  const countedWorkouts: RunWorkout[] = []
  for (const event of eventsOf(run, workouts)) {
    if ('workout' in event) {
      const { workout } = event
      if (steps.finish(workout.plan)) {
        bases.judge(program, workout)
        countedWorkouts.push(workout)
      } else {
        extra.push(workout.id)
      }
      continue
    }
    const { decision } = event
    switch (decision.kind) {
      case 'skip':
        steps.skip(decision.step)
        break
      case 'repeat':
        steps.repeat(decision.week)
        break
      case 'go_to':
        steps.goTo(decision.step)
        break
      case 'set_base':
        bases.set(decision.lift, decision.baseGrams)
        break
      case 'swap':
        swaps.set(decision.slot, decision.exerciseId)
        break
      case 'use_revision': {
        const newProgram = programAt(decision.revision)
        if (!newProgram) break
        program = newProgram
        revision = decision.revision
        steps.follow(newProgram)
        break
      }
    }
  }
  const next = steps.next()
  return {
    revision,
    next,
    inProgress: next && inProgressOf(workouts, next),
    bases: new Map(bases.for(next?.cycle ?? Number.POSITIVE_INFINITY)),
    swaps,
    done: steps.done,
    skipped: steps.skipped,
    skippedSteps: steps.skippedSteps(),
    extra,
    countedWorkouts,
  }
}

/** The events in chronological order, ties by id; each decision once. An unfinished workout is not an event. */
function eventsOf({ decisions }: Run, workouts: readonly RunWorkout[]): Event[] {
  const decisionsById = new Map(decisions.map((decision) => [decision.id, decision]))
  const events: Event[] = Array.from(decisionsById.values(), (decision) => ({
    time: decision.at,
    id: decision.id,
    decision,
  }))
  for (const workout of workouts) {
    if (isFinished(workout)) events.push({ time: workout.startedAt, id: workout.id, workout })
  }
  return events.sort((a, b) => a.time - b.time || (a.id < b.id ? -1 : 1))
}

function isFinished({ endedAt, exercises }: RunWorkout): boolean {
  return endedAt !== undefined && exercises.some(({ sets }) => sets.some(isDone))
}

/** The id of the earliest workout in progress for a step, if there is one. */
export function inProgressOf(
  workouts: Iterable<RunWorkout>,
  { cycle, week, day }: ProgramStep,
): string | undefined {
  let first: RunWorkout | undefined
  for (const workout of workouts) {
    const { plan, endedAt, startedAt, id } = workout
    if (endedAt !== undefined || plan.cycle !== cycle || plan.week !== week || plan.day !== day) continue
    const isEarlier =
      !first || startedAt < first.startedAt || (startedAt === first.startedAt && id < first.id)
    if (isEarlier) first = workout
  }
  return first?.id
}
