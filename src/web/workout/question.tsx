import { Icon } from '../parts/icon.tsx'
import { edit } from '../state/edits.ts'
import { settings } from '../state/settings.ts'
import { plain } from '../words.ts'
import { apply } from './actions.ts'
import type { Doubted } from './advice-types.ts'
import { changeSet } from './change.ts'
import type { LoggedExercise, LoggedSet, WorkoutFrame } from './model.ts'
import { valuesOf } from './values.ts'

/** Asks about a set that looks like a typing error, below the set rather than over it. */
export function Question({
  workout,
  exercise,
  set,
  doubt,
}: {
  workout: WorkoutFrame
  exercise: LoggedExercise
  set: LoggedSet
  doubt: Doubted | undefined
}) {
  if (!doubt) return null
  const { unit } = settings.value
  const { weight, reps } = valuesOf(set)
  // The correction may be of the reps even though the weight looks wrong.
  const repairsWeight = doubt.weight !== undefined && doubt.weight !== weight
  const isWeight = repairsWeight || (doubt.reps === undefined && doubt.about === 'weight')
  const typed = isWeight ? `${plain(weight ?? 0)} ${unit}` : `${reps ?? 0} reps`
  const meant = repairsWeight
    ? plain(doubt.weight ?? 0)
    : doubt.reps === undefined
      ? undefined
      : String(doubt.reps)
  const what = isWeight ? `${meant} ${unit}` : `${meant} reps`
  const repair = () => {
    if (repairsWeight) apply(workout, exercise, set, 'weight', doubt.weight, 'this')
    if (doubt.reps !== undefined && doubt.reps !== reps)
      apply(workout, exercise, set, 'reps', doubt.reps, 'this')
  }
  // Stored with the set, so that neither another device nor the server asks again.
  const keep = () =>
    void edit(
      workout.id,
      changeSet(set.id, (one) => ({ ...one, confirmed: true })),
    )
  return (
    <div class="question" role="alert">
      <div class="say">
        <Icon name="circle-question-mark" />
        <p>
          <b>{meant === undefined ? `${typed}: is that right?` : `${typed}: did you mean ${meant}?`}</b>
          <small>{doubt.reason}</small>
        </p>
      </div>
      <div class="acts">
        {meant !== undefined && (
          <button type="button" class="btn yes" onClick={repair}>
            Change to {what}
          </button>
        )}
        <button type="button" class="btn" onClick={keep}>
          Keep {typed}
        </button>
      </div>
    </div>
  )
}
