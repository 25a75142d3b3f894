import { edit } from '../state/edits.ts'
import { settings } from '../state/settings.ts'
import { numberText, timesSign } from '../words.ts'
import type { NextSets } from './advice-types.ts'
import { changeExercise } from './change.ts'
import { inUnit } from './figures.ts'
import { isDone, isWork, type LoggedExercise, type LoggedSet, type WorkoutFrame } from './model.ts'

/** `92.5 kg × 5, 5, 4`; the reps once if they are the same. */
export function nextText({ weight, reps, isOpen }: NextSets): string {
  const isSame = reps.every((count) => count === reps[0])
  const repsText = isSame ? String(reps[0]) : reps.join(', ')
  return `${numberText(weight)} ${settings.value.unit}${timesSign}${repsText}${isOpen ? '+' : ''}`
}

const aimsAt = (
  { target, weight: setWeight }: LoggedSet,
  weight: number,
  reps: number | undefined,
): boolean => {
  const load = target?.weight ?? setWeight
  const { min, max } = target?.reps ?? {}
  const isWithin = reps === undefined || min === undefined || (min <= reps && reps <= (max ?? min))
  return load !== undefined && inUnit(load) === weight && isWithin
}

/** The coach's prescription if it differs from the plan of the sets that aren't done; otherwise undefined. */
export function nextIfDifferent(exercise: LoggedExercise, next: NextSets | undefined): NextSets | undefined {
  if (!next) return undefined
  const workSets = exercise.sets.filter(isWork).map((set, index) => ({ set, reps: next.reps[index] }))
  const isChanged = workSets.some(({ set, reps }) => !isDone(set) && !aimsAt(set, next.weight, reps))
  return isChanged ? next : undefined
}

/** Applies the coach's prescription to the sets that aren't done. */
export function applyNext(workout: WorkoutFrame, { id }: LoggedExercise, next: NextSets): void {
  const weight = { value: next.weight, unit: settings.value.unit }
  void edit(
    workout.id,
    changeExercise(id, (exercise) => {
      let index = -1
      const sets = exercise.sets.map((set) => {
        if (!isWork(set)) return set
        index++
        const reps = next.reps[index] ?? next.reps.at(-1)
        if (isDone(set) || reps === undefined) return set
        const { assistance: _, ...others } = set
        const openEnded = next.isOpen && index === next.reps.length - 1
        return {
          ...others,
          weight,
          target: { weight, reps: { min: reps, max: reps }, ...(openEnded && { openEnded }) },
        }
      })
      return { ...exercise, sets }
    }),
  )
}
