import type { Best } from './bests.ts'
import { addsVolumeTo } from './history.ts'
import { type PersonalRecord, type RecordMark, recordKinds } from './kinds.ts'
import type { SetCursor } from './set-cursor.ts'
import type { RecordOptions } from './set-history.ts'

/**
 * Turns bests into records with the sets that they came from.
 *
 * @param sets the cursor that produced the bests
 */
export function recordBuilder(sets: SetCursor, options: RecordOptions): (best: Best) => PersonalRecord {
  const markOf = (best: Best, value: number, position: number): RecordMark => {
    const { kind, exerciseId } = best
    const last = sets.markAt(position)
    const { workoutId, performedAt, timeZone } = last
    const sources =
      kind === 'most_workout_volume' ? sets.workoutMarks(position, addsVolumeTo(exerciseId, options)) : [last]
    return { value, workoutId, performedAt, timeZone, setIds: sources.map(({ id }) => id) }
  }
  return (best) => {
    const { kind, exerciseId, value, position, atLeastReps, atWeightGrams, reps, loadGrams, previous } = best
    return {
      kind,
      exerciseId,
      ...markOf(best, value, position),
      ...(atLeastReps !== undefined && { atLeastReps }),
      ...(atWeightGrams !== undefined && { atWeightGrams }),
      ...(reps >= 1 && { reps }),
      ...(loadGrams > 0 && { loadGrams }),
      ...(previous && { previous: markOf(best, previous.value, previous.position) }),
    }
  }
}

const rank = new Map(recordKinds.map((kind, index) => [kind, index]))

/** Compares an exercise's bests by kind, then by reps or weight, for the order in which they are listed. */
export const byKind = (a: Best, b: Best): number =>
  (rank.get(a.kind) ?? 0) - (rank.get(b.kind) ?? 0) ||
  (a.atLeastReps ?? 0) - (b.atLeastReps ?? 0) ||
  (a.atWeightGrams ?? 0) - (b.atWeightGrams ?? 0)
