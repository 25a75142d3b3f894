import { bodyweightShareOf } from '../load.ts'
import type { SetCursor } from '../records/set-cursor.ts'
import { isKnown } from './doubt.ts'
import { type DoubtedSet, judgeLift, type MemoryContent } from './judge.ts'
import { measuredSet } from './lift-set.ts'
import { collectSet, type ExerciseCollector, type MemoryOptions } from './workout-sets.ts'

/**
 * Whether no set of later workouts can be doubted, because each lift has been done before, at the same load, and for
 * ordinary reps. Folding such workouts makes nothing unknown, so the same memory can judge further ones. May be false
 * for sets that wouldn't be doubted, such as those of lifts that move the body.
 */
export function hasOnlyKnownLoads(
  { lifts }: MemoryContent,
  sets: SetCursor,
  { exercises }: Pick<MemoryOptions, 'exercises'>,
): boolean {
  while (sets.next()) {
    const facts = exercises.get(sets.exerciseId)
    if (!facts || bodyweightShareOf(facts) > 0) return false
    const measured = measuredSet(sets, facts, undefined)
    if (!measured) continue
    const entry = lifts.get(sets.exerciseId)
    if (entry?.measure !== measured.measure) return false
    if (measured.measure === 'load' && !isKnown(entry.lift, measured.set)) return false
  }
  return true
}

/** The sets of a workout that would be doubted if it were folded in next. */
export function doubtsIn(memory: MemoryContent, sets: SetCursor, options: MemoryOptions): DoubtedSet[] {
  const workout = new Map<string, ExerciseCollector>()
  while (sets.next()) collectSet(workout, sets, options)
  if (workout.size === 0) return []
  const day = options.days.dayOf(sets.performedAt, sets.timeZone)
  const judged = [...workout].flatMap(([id, exercise]) =>
    exercise.sets.length > 0 ? judgeLift(memory, id, exercise, sets, day).folded.doubted : [],
  )
  return judged.flatMap(({ set }) => (set.workoutId === sets.workoutId ? set : []))
}
