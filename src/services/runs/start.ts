import { transact } from '#db/engine/transact.ts'
import { instant, milliseconds } from '#db/values/instant.ts'
import type { Schemas } from '#generated/types.ts'
import type { JsonText } from '#lib/json-text.ts'
import { inProgressOf } from '#training/programs/index.ts'
import { type Caller, create } from '../crud/operations.ts'
import type { Created, Deleted, IdTaken, Invalid, Missing } from '../crud/results.ts'
import { workouts as workoutsResource } from '../workouts/resource.ts'
import { findRun, readyWorkout, stepOf } from './next.ts'
import type { RunEnded } from './resource.ts'
import { foldCurrentRun } from './state.ts'

/** A workout for the step is in progress. */
export interface AlreadyStarted {
  readonly kind: 'already_started'
  readonly workoutId: string
}

/** A paused run must be resumed first. */
interface RunPaused {
  readonly kind: 'run_paused'
}

type StartResult =
  | Created<JsonText<Schemas['Workout']>>
  | Missing<'run'>
  | Deleted<'run'>
  | AlreadyStarted
  | RunEnded
  | RunPaused
  | IdTaken<'workout'>
  | Invalid

/** Stores the workout of the next or requested step, which starts now unless the client sends another time. */
export function startWorkout(
  caller: Caller,
  runId: string,
  { id, startedAt, week, day }: Schemas['StartInput'],
): Promise<StartResult> {
  const { user, db } = caller
  return transact(db, user.id, async (tx): Promise<StartResult> => {
    const run = await findRun(tx, user.id, runId)
    if ('kind' in run) return run
    if (id !== undefined) {
      const existing = await workoutsResource.find(tx, user.id, id)
      if (existing.kind === 'found') return { kind: 'id_taken', resource: 'workout' }
    }
    if (run.content.status === 'ended') return { kind: 'run_ended' }
    if (run.content.status === 'paused') return { kind: 'run_paused' }
    const current = await foldCurrentRun(tx, run)
    const step = stepOf(current, { week, day }, 'pointer')
    if (!step) return { kind: 'run_ended' }
    if ('kind' in step) return step
    const workouts = Array.from(current.workouts.values(), ({ workout }) => workout)
    const workoutId = inProgressOf(workouts, step)
    if (workoutId !== undefined) return { kind: 'already_started', workoutId }
    const at = startedAt === undefined ? caller.now() : milliseconds(startedAt)
    const ready = await readyWorkout(tx, user, run, current, step, { at, unit: user.unit })
    if ('kind' in ready) return ready
    return create(
      workoutsResource,
      { ...caller, db: tx },
      {
        ...ready.workout,
        ...(id !== undefined && { id }),
        startedAt: startedAt ?? instant(at),
      },
      // The program may contain exercises that were deleted after it was saved.
      { mayReferToDeleted: true },
    )
  })
}
