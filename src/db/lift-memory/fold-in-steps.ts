import type { FoldedWorkout } from '#training/lift-state/fold-workout.ts'
import { traceOf } from '#training/lift-state/partial-fold.ts'
import { ExerciseNumbers, emptyTrace } from '#training/lift-state/workout-trace.ts'
import { workoutsPerOldCheckpoint } from './checkpoints.ts'
import { foldChangedInSteps } from './fold-changed.ts'
import {
  continueFold,
  countSameWorkouts,
  type LogToFold,
  type RememberedLog,
  type Snapshot,
  snapshotInterval,
} from './fold-tail.ts'

/** The minimum number of workouts to fold again for which it pays to fold only the affected lifts. */
const minPartial = 64
/**
 * Snapshots are kept within this many workouts from the end, where almost all changes are; further back, one for every
 * `workoutsPerOldCheckpoint` workouts.
 */
const maxSnapshotDistance = 160

/** Folds the tail from the last valid snapshot of the `previous` log, a few workouts at a time. */
export function* foldInSteps(
  log: LogToFold,
  previous: RememberedLog | undefined,
  until: number,
): Generator<undefined, RememberedLog> {
  const { fold, context } = log
  const tail =
    until === Number.MAX_SAFE_INTEGER ? log.tail : log.tail.filter(({ startedAt }) => startedAt <= until)
  const digest = context.digestOf(log.exerciseIds, Number.MAX_SAFE_INTEGER)
  const numbers = previous?.numbers ?? new ExerciseNumbers()
  const unchanged = previous?.digest === digest ? countSameWorkouts(previous.tail, tail) : 0
  if (previous?.digest === digest && tail.length - unchanged >= minPartial) {
    const refolded = yield* foldChangedInSteps({ ...log, tail }, previous, unchanged)
    if (refolded) return { ...refolded, snapshots: retainedSnapshots(refolded.snapshots), digest }
  }
  const snapshots = previous?.snapshots.filter(({ count }) => count === 0 || count <= unchanged) ?? [
    { count: 0, fold },
  ]
  let last = snapshots.at(-1) ?? { count: 0, fold }
  const traces = previous?.traces.slice(0, last.count) ?? []
  // A fold passes over workouts without sets.
  const addEmptyTraces = (isNext: () => boolean) => {
    while (isNext()) traces.push(emptyTrace)
  }
  const addTrace = (workout: FoldedWorkout) => {
    addEmptyTraces(() => tail[traces.length]?.workoutId !== workout.workoutId)
    traces.push(traceOf(numbers, workout))
  }
  while (last.count < tail.length) {
    const next = nextSnapshot(last.count, tail.length)
    last = { count: next, fold: continueFold(last, tail, next, context, addTrace) }
    addEmptyTraces(() => traces.length < next)
    if (tail.length - next <= maxSnapshotDistance || next % workoutsPerOldCheckpoint === 0)
      snapshots.push(last)
    yield
  }
  return { ...log, tail, fold: last.fold, snapshots: retainedSnapshots(snapshots), traces, numbers, digest }
}

/**
 * The next workout at which to take a snapshot: at regular intervals, and before the last one, which
 * changes most often.
 */
function nextSnapshot(count: number, end: number): number {
  const next = count - (count % snapshotInterval) + snapshotInterval
  return next < end ? next : count < end - 1 ? end - 1 : end
}

/** The first snapshot, those at about regular intervals, and the last two. */
function retainedSnapshots(snapshots: readonly Snapshot[]): Snapshot[] {
  const end = snapshots.at(-1)?.count ?? 0
  let lastRetained = 0
  return snapshots.filter(({ count }, index) => {
    const interval = end - count <= maxSnapshotDistance ? snapshotInterval : workoutsPerOldCheckpoint
    const isNext = Math.floor(count / interval) > Math.floor(lastRetained / interval)
    if (!isNext && index > 0 && index < snapshots.length - 2) return false
    lastRetained = count
    return true
  })
}
