import { defineProcessState } from '#db/engine/process/state.ts'
import { listRunWorkouts } from '#db/runs/run-workouts.ts'
import type { StoredRun } from '#db/runs/runs.ts'
import type { Reader } from '#db/schema/index.ts'
import type { WorkoutContent } from '#db/schema/workouts.ts'
import { findSeq } from '#db/sync/change-numbers.ts'
import { LruMap } from '#lib/lru-map.ts'
import { foldRun, inProgressOf } from '#training/programs/fold-run.ts'
import type { Program } from '#training/programs/program.ts'
import type { RunState, RunWorkout } from '#training/programs/program-run.ts'
import { readRun, readRunWorkout } from '#training/programs/read.ts'
import { programsOf } from './program-at.ts'

/** A workout of a run, in the forms of the log and of the fold. */
interface StoredRunWorkout {
  readonly content: WorkoutContent
  readonly workout: RunWorkout
}

/** A run's current state, the program that it follows, and its workouts. */
export interface CurrentRun {
  readonly state: RunState
  /** The program at the revision that the run currently follows. */
  readonly program: Program
  readonly workouts: ReadonlyMap<string, StoredRunWorkout>
}

/** A previously folded run. */
interface FoldedRun extends CurrentRun {
  readonly seq: number
  /** The run's revision. */
  readonly revision: number
}

/** The number of cached runs: a few megabytes if each has years of workouts. */
const maxRuns = 16

const foldedRunsOf = defineProcessState({
  name: 'folded runs',
  acrossNodes: 'valid: each has its seq, and later writes of other nodes are read',
  create: () => new LruMap<string, FoldedRun>(maxRuns),
})

/**
 * Folds a run. The result is cached: after a change, only the changes are read, and nothing is folded
 * again if only a workout in progress changed.
 */
export async function foldCurrentRun(db: Reader, run: StoredRun): Promise<CurrentRun> {
  const { userId, id } = run
  // Must be read before the data, which is then from this state or from a later one with a different seq.
  const { seq, horizon } = await findSeq(db, userId)
  const cache = foldedRunsOf(db)
  const key = `${userId}/${id}`
  const cached = cache.get(key)
  if (cached?.seq === seq && cached.revision === run.revision) return cached
  // Changes since an earlier seq don't include expired tombstones.
  const before = cached && cached.seq >= horizon && cached.seq <= seq ? cached : undefined
  const changed = await listRunWorkouts(db, { userId, runId: id, after: before?.seq })
  const workouts = new Map(before?.workouts)
  let mustFold = before?.revision !== run.revision
  for (const [workoutId, content] of changed) {
    const previous = workouts.get(workoutId)
    const stored = content && readStoredWorkout(content)
    mustFold ||= previous?.workout.endedAt !== undefined || stored?.workout.endedAt !== undefined
    if (stored) workouts.set(workoutId, stored)
    else workouts.delete(workoutId)
  }
  const runWorkouts = Array.from(workouts.values(), ({ workout }) => workout)
  const current = mustFold || !before ? await fold(db, run, runWorkouts) : withInProgress(before, runWorkouts)
  const folded: FoldedRun = { ...current, workouts, seq, revision: run.revision }
  // Not cached inside a transaction, which may be rolled back.
  if (!db.isTransaction) cache.set(key, folded)
  return folded
}

/** The same state with the workout that is now in progress. */
function withInProgress({ state, program }: CurrentRun, runWorkouts: readonly RunWorkout[]) {
  const inProgress = state.next && inProgressOf(runWorkouts, state.next)
  return { state: { ...state, inProgress }, program }
}

async function fold(db: Reader, { userId, id, content }: StoredRun, runWorkouts: readonly RunWorkout[]) {
  const programAt = await programsOf(db, userId, content)
  const state = foldRun(programAt, readRun(id, content), runWorkouts)
  const program = programAt(state.revision)
  if (!program) throw new Error('a run follows a program that does not exist')
  return { state, program }
}

function readStoredWorkout(content: WorkoutContent): StoredRunWorkout | undefined {
  const workout = readRunWorkout(content)
  return workout && { content, workout }
}
