import type { TrainedSet } from '../progression/types.ts'
import { type AvailableLoads, planStep } from './plan-step.ts'
import type { Program, ProgramLift } from './program.ts'
import type { RunState } from './program-run.ts'

/** The sets that the base of a lift stands for. */
interface BaseSets {
  readonly lift: ProgramLift
  readonly baseGrams: number
  readonly sets: readonly TrainedSet[]
}

/**
 * The heaviest sets that a program plans with the base of an exercise, as if they had just been done: before anything
 * is logged, its other slots begin from them. Undefined if the exercise has no base.
 *
 * @param at in milliseconds since 1970
 */
export function setsOfBase(
  program: Program,
  state: Pick<RunState, 'bases' | 'countedWorkouts'>,
  exerciseId: string,
  loadsFor: (exerciseId: string) => AvailableLoads,
  at: number,
): BaseSets | undefined {
  const lift = program.lifts?.find((other) => other.exerciseId === exerciseId && state.bases.has(other.key))
  if (!lift) return undefined
  const ownState = { ...state, swaps: new Map<string, string>() }
  for (const { key: week, days } of program.weeks)
    for (const day of days)
      for (const planned of planStep(program, ownState, { week, day }, loadsFor, { mayLackBases: true })) {
        const { slot, baseGrams = 0, sets = [] } = planned
        const heaviest = Math.max(0, ...sets.map(({ weightGrams = 0 }) => weightGrams))
        if (slot.lift !== lift.key || planned.exerciseId !== exerciseId || heaviest === 0) continue
        const atHeaviest = sets.filter(({ weightGrams }) => weightGrams === heaviest)
        return {
          lift,
          baseGrams,
          sets: atHeaviest.map(({ reps }) => ({
            id: '',
            workoutId: '',
            exerciseId,
            performedAt: at - 1,
            type: 'normal',
            reps: reps?.min ?? 1,
            weightGrams: heaviest,
          })),
        }
      }
  return undefined
}
