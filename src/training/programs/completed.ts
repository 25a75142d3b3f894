import type { PerformedSet } from '../types.ts'
import type { WeightUnit } from '../units.ts'
import type { ProgramStep, RunWorkout } from './program-run.ts'
import type { ReadySlot } from './ready-slots.ts'

/** The workout of a step with every set completed as prescribed; `number` is its index in the program. */
export function completedWorkout(
  plan: ProgramStep,
  slots: readonly ReadySlot[],
  number: number,
  unit: WeightUnit,
): RunWorkout {
  return {
    id: String(number),
    startedAt: number,
    endedAt: number,
    plan,
    exercises: slots.map(({ slot, exerciseId, sets }) => ({
      slot: slot.key,
      exerciseId,
      sets: sets.map(({ key, type, reps, weightGrams, durationSeconds, distanceMillimeters }) => ({
        type,
        reps: reps?.min,
        weightGrams,
        unit,
        durationSeconds,
        distanceMillimeters,
        target: { key, reps, weightGrams },
      })),
    })),
  }
}

/** The sets of a step as if each had been done with its minimum reps, for volume figures. */
export function completedSets(slots: readonly ReadySlot[], performedAt: number): PerformedSet[] {
  return slots.flatMap(({ slot, exerciseId, sets }) =>
    sets.map(({ type, reps, weightGrams, durationSeconds, distanceMillimeters }, index) => ({
      id: `${slot.key}/${index}`,
      workoutId: '',
      exerciseId,
      performedAt,
      type,
      reps: reps?.min ?? (durationSeconds === undefined ? 1 : undefined),
      weightGrams,
      durationSeconds,
      distanceMillimeters,
    })),
  )
}
