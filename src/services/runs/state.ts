import { defineProcessState } from '#db/engine/process/state.ts'
import { listRunWorkouts } from '#db/runs/run-workouts.ts'
import type { StoredRun } from '#db/runs/runs.ts'
import type { Reader } from '#db/schema/index.ts'
import type { WorkoutContent } from '#db/schema/workouts.ts'
import { findSeq } from '#db/sync/change-numbers.ts'
import { LruMap } from '#lib/lru-map.ts'
import {
  foldRun,
  inProgressOf,
  type Program,
  type RunState,
  type RunWorkout,
} from '#training/programs/index.ts'
import { readRun, readRunWorkout } from '#training/programs/read.ts'
import { programsOf } from './program-at.ts'

/** A workout of a run, in the forms of the log and of the fold. */
interface RunEntry {
  readonly content: WorkoutContent
  readonly workout: RunWorkout
}

/** The current state of a run. */
export interface RunNow {
  readonly state: RunState
  /** The program at the revision that the run currently follows. */
  readonly program: Program
  readonly workouts: ReadonlyMap<string, RunEntry>
}

/** A previously folded run. */
interface Folded extends RunNow {
  readonly seq: number
  /** The run's revision. */
  readonly revision: number
}

/** The number of cached runs: a few megabytes if each has years of workouts. */
const maxRuns = 16

const foldedOf = defineProcessState({
  name: 'folded runs',
  acrossNodes: 'each is used up to its seq; later writes of other nodes are read',
  create: () => new LruMap<string, Folded>(maxRuns),
})

/**
 * Folds a run. The result is cached: after a change, only the changes are read, and nothing is folded
 * again if only a workout in progress changed.
 */
export async function runNow(db: Reader, run: StoredRun): Promise<RunNow> {
  const { userId, id, content } = run
  // Read before the data: data read afterward is from this state, or from a later one with a different
  // seq.
  const { seq, horizon } = await findSeq(db, userId)
  const cache = foldedOf(db)
  const key = `${userId}/${id}`
  const known = cache.get(key)
  if (known?.seq === seq && known.revision === run.revision) return known
  // Expired tombstones don't appear among the changes.
  const before = known && known.seq >= horizon && known.seq <= seq ? known : undefined
  const changed = await listRunWorkouts(db, { userId, runId: id, after: before?.seq })
  const workouts = new Map(before?.workouts)
  let settles = before?.revision !== run.revision
  for (const [workoutId, now] of changed) {
    const previous = workouts.get(workoutId)
    const entry = now && entryOf(now)
    settles ||= previous?.workout.endedAt !== undefined || entry?.workout.endedAt !== undefined
    if (entry) workouts.set(workoutId, entry)
    else workouts.delete(workoutId)
  }
  const all = Array.from(workouts.values(), ({ workout }) => workout)
  const now = settles || !before ? await fold(db, run, all) : withInProgress(before, all)
  const folded: Folded = { ...now, workouts, seq, revision: run.revision }
  // Not cached inside a transaction, which may be rolled back.
  if (!db.isTransaction) cache.set(key, folded)
  return folded

  function withInProgress({ state, program }: RunNow, list: readonly RunWorkout[]) {
    const inProgress = state.next && inProgressOf(list, state.next)
    return { state: { ...state, inProgress }, program }
  }

  async function fold(reader: Reader, { userId: owner }: StoredRun, list: readonly RunWorkout[]) {
    const programAt = await programsOf(reader, owner, content)
    const state = foldRun(programAt, readRun(id, content), list)
    const program = programAt(state.revision)
    if (!program) throw new Error('a run follows a program that does not exist')
    return { state, program }
  }
}

function entryOf(content: WorkoutContent): RunEntry | undefined {
  const workout = readRunWorkout(content)
  return workout && { content, workout }
}
