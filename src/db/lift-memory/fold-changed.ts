import type { MemoryFold } from '#training/lift-state/memory-fold.ts'
import { type FurtherAffected, PartialFold } from '#training/lift-state/partial-fold.ts'
import { TraceCursor } from '#training/lift-state/workout-trace.ts'
import { compareLogs, type LogChanges } from '../packed/compare-logs.ts'
import { exercisesIn } from '../packed/exercises-in.ts'
import { PackedSets } from '../packed/packed-sets.ts'
import { isSameWorkout, type LogToFold, type RememberedLog, type Snapshot } from './fold-tail.ts'

type ChangedLog = Omit<RememberedLog, 'digest'>

/** The number of workouts to fold in a step. */
const workoutsPerStep = 64

/**
 * Folds a tail of which only some workouts have changed since an earlier log with the same context, and only the lifts
 * that these affect; see `PartialFold`. Undefined if they are most of the sessions, which are faster to fold all.
 *
 * @param unchanged the number of workouts before the first change
 */
export function* foldChangedInSteps(
  log: LogToFold,
  previous: RememberedLog,
  unchanged: number,
): Generator<undefined, ChangedLog | undefined> {
  const start = previous.snapshots.findLast(({ count }) => count <= unchanged)
  if (!start) return undefined
  const { earlierIndexOf, changedRows } = compareLogs(previous.tail, log.tail, unchanged, isSameWorkout)
  const affected = exercisesIn(changedRows)
  const sessions = sessionsSince(previous, start.count)
  for (;;) {
    let affectedSessions = 0
    for (const id of affected) affectedSessions += sessions[previous.numbers.of(id)] ?? 0
    if (affectedSessions > 0.5 * sessions.reduce((sum, count) => sum + count, 0)) return undefined
    const result = yield* foldAffected(log, previous, { start, earlierIndexOf, affected })
    if (!('furtherAffected' in result)) return result
    for (const id of result.furtherAffected) affected.add(id)
  }
}

/** A fold from a snapshot before the first change. */
interface FoldFromSnapshot {
  readonly start: Snapshot
  readonly earlierIndexOf: LogChanges['earlierIndexOf']
  readonly affected: ReadonlySet<string>
}

function* foldAffected(
  log: LogToFold,
  previous: RememberedLog,
  { start, earlierIndexOf, affected }: FoldFromSnapshot,
): Generator<undefined, ChangedLog | FurtherAffected> {
  const { tail, context } = log
  const { numbers } = previous
  const fold = new PartialFold(start.fold, affected, numbers)
  const traces = previous.traces.slice(0, start.count)
  const snapshots = previous.snapshots.filter(({ count }) => count <= start.count)
  const earlierSnapshots = previous.snapshots.slice(snapshots.length)
  let nextEarlier = 0
  const addSnapshot = (count: number, earlier: MemoryFold): MemoryFold => {
    const now = fold.foldLike(earlier)
    if (snapshots.at(-1)?.count === count) snapshots.pop()
    snapshots.push({ count, fold: now })
    return now
  }
  for (let index = start.count; index < tail.length; index++) {
    const earlierIndex = earlierIndexOf(index)
    const setsOf = () => new PackedSets(tail, (whole) => whole, { from: index, before: index + 1 })
    const earlierTrace = earlierIndex === undefined ? undefined : previous.traces[earlierIndex]
    if (earlierIndex === undefined || !earlierTrace) traces.push(fold.addChanged(setsOf(), context.options))
    else {
      let earlier = earlierSnapshots[nextEarlier]
      for (; earlier && earlier.count <= earlierIndex; earlier = earlierSnapshots[++nextEarlier])
        addSnapshot(index, earlier.fold)
      const trace = fold.addUnchanged(earlierTrace, setsOf, context.options)
      if ('furtherAffected' in trace) return trace
      traces.push(trace)
    }
    if (index % workoutsPerStep === 0) yield
  }
  return { ...log, fold: addSnapshot(tail.length, previous.fold), snapshots, traces, numbers }
}

/** The number of sessions of each exercise, by its number, since the workout with this index. */
function sessionsSince({ traces }: RememberedLog, from: number): readonly number[] {
  const sessions: number[] = []
  const cursor = new TraceCursor()
  for (const trace of traces.slice(from))
    for (cursor.open(trace); cursor.next(); )
      sessions[cursor.exerciseNumber] = (sessions[cursor.exerciseNumber] ?? 0) + 1
  return sessions
}
