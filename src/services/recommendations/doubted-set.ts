import type { Schemas } from '#generated/types.ts'
import { bodyweightShareOf } from '#training/load.ts'
import type { AthleteLog } from '#training/recommend/athlete.ts'
import { fromGrams } from '#training/units.ts'
import type { LiftMemory } from '../analytics/lift-memory.ts'
import { weightFormatOf } from './prescribed.ts'

/** A set that looks like a typing error, in the shape of the contract. */
export function doubtedSet(
  { exerciseId, doubt, mark }: ReturnType<LiftMemory['doubts']>[number],
  log: AthleteLog,
): Schemas['DoubtedSet'] {
  const { unit } = weightFormatOf(log, exerciseId)
  const facts = log.exercises.get(exerciseId)
  // The correction is a load, which for a lift that moves the body isn't the entered weight.
  const repair = facts && bodyweightShareOf(facts) === 0 ? doubt.repair : undefined
  return {
    exerciseId,
    workoutId: mark.workoutId,
    setId: mark.id,
    reason: doubt.oddity,
    ...(repair && {
      meant: { weight: fromGrams(Math.round(repair.load * 1000), unit), reps: Math.round(repair.reps) },
    }),
  }
}
