import type { LocalWorkout } from '#client/index.ts'
import { loadingFor } from '#training/plates/loading.ts'
import { warmUpReps, warmUpWeights } from '#training/plates/warm-up.ts'
import { weightUnits } from '#training/units.ts'
import { barOf } from '../parts/plates.tsx'
import { exerciseOf } from '../state/catalogue.ts'
import { edit } from '../state/edits.ts'
import { createId } from '../state/id.ts'
import { platePairs, settings } from '../state/settings.ts'
import { changeExercise } from './change.ts'
import { gramsInUnit } from './figures.ts'
import type { LoggedExercise, LoggedSet } from './model.ts'
import { valuesOf } from './values.ts'

function warmUpsOf(exercise: LoggedExercise): LoggedSet[] {
  const { unit } = settings.value
  const { canonical } = weightUnits[unit]
  const equipment = exerciseOf(exercise.exerciseId)?.equipment
  const first = exercise.sets.find(({ type }) => type !== 'warmup')
  const weight = first && valuesOf(first).weight
  if (weight === undefined) return []
  const bar = barOf(equipment)
  const loading = loadingFor({
    equipment,
    unit,
    plates: platePairs.value,
    barGrams: bar === undefined ? undefined : bar * canonical,
  })
  return warmUpWeights(weight * canonical, loading).map((grams) => {
    const warmUp = { value: gramsInUnit(grams), unit }
    return {
      id: createId(),
      type: 'warmup',
      weight: warmUp,
      target: { reps: { min: warmUpReps, max: warmUpReps }, weight: warmUp },
    }
  })
}

/** Whether an exercise is heavy enough for warm-ups and has none. */
export const canWarmUp = (exercise: LoggedExercise): boolean =>
  exercise.sets.every(({ type }) => type !== 'warmup') && warmUpsOf(exercise).length > 0

/** Adds warm-ups before the working sets. */
export function addWarmUps(workout: LocalWorkout, exercise: LoggedExercise): void {
  const warmUps = warmUpsOf(exercise)
  void edit(
    workout.id,
    changeExercise(exercise.id, (current) =>
      current.sets.some(({ type }) => type === 'warmup')
        ? current
        : { ...current, sets: [...warmUps, ...current.sets] },
    ),
  )
}
