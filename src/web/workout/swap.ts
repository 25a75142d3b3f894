import type { LocalWorkout } from '#client/index.ts'
import type { Schemas } from '#generated/types.ts'
import { defaultFormula, formulas } from '#training/e1rm.ts'
import { platesFor } from '../parts/plates.tsx'
import { exerciseOf, trackingOf } from '../state/catalogue.ts'
import { createId } from '../state/id.ts'
import type { Edit } from '../state/pending.ts'
import { settings } from '../state/settings.ts'
import { isDone, isWork, type LoggedExercise, type LoggedSet } from './model.ts'
import { plannedExercise } from './plan.ts'
import { plannedCopy } from './planned-copy.ts'
import { stepOf } from './step.ts'
import { weightIn } from './target.ts'

/**
 * Replaces an exercise with another one, which gets its own weights from last time. Completed sets stay with the
 * replaced exercise, before the new one. In a slot of a program, the new exercise gets the slot's sets.
 */
export function swapExercise(exerciseEntryId: string, exerciseId: string, workout: LocalWorkout): Edit {
  const added = plannedExercise(exerciseId, workout)
  return (current) => {
    if (current.exercises.some(({ id }) => id === added.id)) return current
    return {
      ...current,
      exercises: current.exercises.flatMap((exercise) => {
        if (exercise.id !== exerciseEntryId) return [exercise]
        const doneSets = exercise.sets.filter(isDone)
        const openSets = exercise.sets.filter((set) => !isDone(set))
        const { supersetGroup, slot, exerciseId: replacedId } = exercise
        const isSlot = slot !== undefined && openSets.length > 0 && isLike(replacedId, exerciseId)
        const swapped = {
          ...added,
          sets: isSlot ? slotSets(openSets, added) : added.sets.slice(0, openSets.length || undefined),
          ...(slot !== undefined && { slot }),
          ...(supersetGroup !== undefined && { supersetGroup }),
        }
        return doneSets.length > 0 ? [{ ...exercise, sets: doneSets }, swapped] : [swapped]
      }),
    }
  }
}

/** Whether the sets of one exercise can be done with another one. */
function isLike(exerciseId: string, otherId: string): boolean {
  const isForReps = (id: string) => trackingOf(id).endsWith('reps')
  return trackingOf(exerciseId) === trackingOf(otherId) || (isForReps(exerciseId) && isForReps(otherId))
}

/**
 * The sets of a slot for another exercise. Their targets have no weight, so that its base isn't judged by them; the
 * weights to begin with are what the exercise's own last sets show, in the proportions of the slot.
 */
function slotSets(slot: readonly LoggedSet[], { exerciseId, sets }: LoggedExercise): LoggedSet[] {
  const known = sets.find((set) => isWork(set) && set.weight)
  const { equipment } = exerciseOf(exerciseId) ?? {}
  const heaviest = slot.reduce((best, set) => (weightIn(set) > weightIn(best) ? set : best))
  return slot.map((set) => {
    const share = weightIn(set) / weightIn(heaviest)
    // The weight with the same one-rep max as the known set.
    const load = known && (weightIn(known) * factorOf(known)) / factorOf(share ? heaviest : set)
    const value = load && loadable(load * (share || 1), equipment)
    const { weight: _, assistance: __, target, ...others } = plannedCopy(set)
    const { weight: ___, ...aim } = target ?? {}
    return {
      ...others,
      id: createId(),
      target: aim,
      ...(value && { weight: { value, unit: settings.value.unit } }),
    }
  })
}

/** The heaviest weight up to this one that the user's bar and plates make, or that is a multiple of the usual step. */
function loadable(weight: number, equipment: Schemas['Equipment'] | undefined): number {
  const onBar = platesFor(weight, equipment)
  if (onBar) return onBar.bar + 2 * onBar.perSide.reduce((sum, plate) => sum + plate, 0)
  const step = stepOf('weight', equipment)
  return Math.floor(weight / step) * step
}

/** The one-rep max of a set with these target reps, as a multiple of its weight. */
const factorOf = ({ target }: LoggedSet): number => formulas[defaultFormula].factor(target?.reps?.min ?? 1)
