import { edit } from '../state/edits.ts'
import { settings } from '../state/settings.ts'
import { plain, times } from '../words.ts'
import type { NextSets } from './advice-types.ts'
import { changeExercise } from './change.ts'
import { inUnit } from './figures.ts'
import { isDone, isWork, type LoggedExercise, type LoggedSet, type WorkoutFrame } from './model.ts'

/** `92.5 kg × 5, 5, 4`; the reps once if they are the same. */
export function nextText({ weight, reps, isOpen }: NextSets): string {
  const same = reps.every((one) => one === reps[0])
  const all = same ? String(reps[0]) : reps.join(', ')
  return `${plain(weight)} ${settings.value.unit}${times}${all}${isOpen ? '+' : ''}`
}

const aimsAt = ({ target, weight: own }: LoggedSet, weight: number, reps: number | undefined): boolean => {
  const load = target?.weight ?? own
  const { min, max } = target?.reps ?? {}
  const isWithin = reps === undefined || min === undefined || (min <= reps && reps <= (max ?? min))
  return load !== undefined && inUnit(load) === weight && isWithin
}

/** The coach's prescription if it differs from the plan of the sets that aren't done; otherwise undefined. */
export function otherwise(exercise: LoggedExercise, next: NextSets | undefined): NextSets | undefined {
  if (!next) return undefined
  const open = exercise.sets.filter(isWork).map((set, index) => ({ set, reps: next.reps[index] }))
  const differs = open.some(({ set, reps }) => !isDone(set) && !aimsAt(set, next.weight, reps))
  return differs ? next : undefined
}

/** Applies the coach's prescription to the sets that aren't done. */
export function takeNext(workout: WorkoutFrame, { id }: LoggedExercise, next: NextSets): void {
  const weight = { value: next.weight, unit: settings.value.unit }
  void edit(
    workout.id,
    changeExercise(id, (exercise) => {
      let place = -1
      const sets = exercise.sets.map((set) => {
        if (!isWork(set)) return set
        place++
        const reps = next.reps[place] ?? next.reps.at(-1)
        if (isDone(set) || reps === undefined) return set
        const { assistance: _, ...rest } = set
        const openEnded = next.isOpen && place === next.reps.length - 1
        return {
          ...rest,
          weight,
          target: { weight, reps: { min: reps, max: reps }, ...(openEnded && { openEnded }) },
        }
      })
      return { ...exercise, sets }
    }),
  )
}
