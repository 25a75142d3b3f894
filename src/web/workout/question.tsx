import { Icon } from '../parts/icon.tsx'
import { edit } from '../state/edits.ts'
import { settings } from '../state/settings.ts'
import { countText, numberText } from '../words.ts'
import { applyValue } from './actions.ts'
import type { Doubt } from './advice-types.ts'
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
  doubt: Doubt | undefined
}) {
  if (!doubt) return null
  const { unit } = settings.value
  const { weight, reps } = valuesOf(set)
  // The correction may be of the reps even though the weight looks wrong.
  const repairsWeight = doubt.weight !== undefined && doubt.weight !== weight
  const isWeight = repairsWeight || (doubt.reps === undefined && doubt.about === 'weight')
  const typed = isWeight ? `${numberText(weight ?? 0)} ${unit}` : countText(reps ?? 0, 'rep')
  const suggestion = repairsWeight
    ? numberText(doubt.weight ?? 0)
    : doubt.reps === undefined
      ? undefined
      : String(doubt.reps)
  const suggestionText = isWeight ? `${suggestion} ${unit}` : countText(doubt.reps ?? 0, 'rep')
  const repair = () => {
    // The typed value has also been filled in for the following sets, so they are repaired, too.
    if (repairsWeight) applyValue(workout, exercise, set, 'weight', doubt.weight, 'same')
    if (doubt.reps !== undefined && doubt.reps !== reps)
      applyValue(workout, exercise, set, 'reps', doubt.reps, 'same')
  }
  // Stored with the set, so that neither another device nor the server asks again.
  const confirm = () =>
    void edit(
      workout.id,
      changeSet(set.id, (logged) => ({ ...logged, confirmed: true })),
    )
  return (
    <div class="question" role="alert">
      <div class="say">
        <Icon name="circle-question-mark" />
        <p>
          <b>
            {suggestion === undefined ? `${typed}: is that right?` : `${typed}: did you mean ${suggestion}?`}
          </b>
          <small>{doubt.reason}</small>
        </p>
      </div>
      <div class="acts">
        {suggestion !== undefined && (
          <button type="button" class="btn yes" onClick={repair}>
            Make it {suggestionText}
          </button>
        )}
        <button type="button" class="btn" onClick={confirm}>
          Keep {typed}
        </button>
      </div>
    </div>
  )
}
