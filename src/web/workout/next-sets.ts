import { edit } from '../state/edits.ts'
import type { NextSets, PlannedSet } from './advice-types.ts'
import { changeExercise } from './change.ts'
import { inUnit, weightOf } from './figures.ts'
import { isDone, isWork, type LoggedExercise, type LoggedSet, type WorkoutFrame } from './model.ts'

/** The planned weight in this device's unit, negative for assistance; undefined if there is none. */
const loadOf = ({ target, ...set }: PlannedSet): number | undefined =>
  target?.weight ? inUnit(target.weight) : weightOf(set)

const aimsAt = (set: LoggedSet, next: PlannedSet | undefined): boolean => {
  const { min, max } = set.target?.reps ?? {}
  const { reps, durationSeconds } = next?.target ?? {}
  const isWithin = !reps || min === undefined || (min <= reps.min && reps.min <= (max ?? min))
  const load = next && loadOf(next)
  return (
    isWithin &&
    (load === undefined || load === (loadOf(set) ?? 0)) &&
    (durationSeconds === undefined || durationSeconds === set.target?.durationSeconds)
  )
}

/** The coach's prescription if it differs from the plan of the sets that aren't done; otherwise undefined. */
export function nextIfDifferent(exercise: LoggedExercise, next: NextSets | undefined): NextSets | undefined {
  const isChanged = exercise.sets
    .filter(isWork)
    .some((set, index) => !isDone(set) && !aimsAt(set, nextAt(next, index)))
  return isChanged ? next : undefined
}

/** The prescribed set at an index, where sets beyond the last one repeat it. */
const nextAt = (next: NextSets | undefined, index: number) => next?.sets[index] ?? next?.sets.at(-1)

/** Applies the coach's prescription to the sets that aren't done. */
export function applyNext(workout: WorkoutFrame, { id }: LoggedExercise, next: NextSets): void {
  void edit(
    workout.id,
    changeExercise(id, (exercise) => {
      const work = exercise.sets.filter(isWork)
      const sets = exercise.sets.map((set) => {
        if (!isWork(set) || isDone(set)) return set
        const { weight: _, assistance: __, ...others } = set
        return { ...others, ...nextAt(next, work.indexOf(set)), type: set.type }
      })
      return { ...exercise, sets }
    }),
  )
}
