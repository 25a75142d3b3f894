import { Icon } from '../parts/icon.tsx'
import type { Exercise } from '../state/catalogue.ts'
import { describe } from '../state/exercise-words.ts'
import { sessionsOf } from '../state/history.ts'
import { setText } from '../workout/figures.ts'

/** An exercise to choose, with its first set from last time. */
export function ExerciseRow({
  exercise,
  isChosen,
  isInWorkout,
  onChoose,
}: {
  exercise: Exercise
  isChosen: boolean
  /** Whether the workout already has it. */
  isInWorkout: boolean
  onChoose: () => void
}) {
  const [last] = sessionsOf(exercise.id)
  const set = last?.sets[0]
  return (
    <button type="button" aria-pressed={isChosen} onClick={onChoose}>
      <span class={isChosen ? 'lead on' : 'lead'}>
        <Icon name={isChosen ? 'check' : 'plus'} />
      </span>
      <span class="main">
        <b>{exercise.name}</b>
        <small>
          {describe(exercise)}
          {isInWorkout && ' · in this workout'}
        </small>
      </span>
      {set && (
        <span class="val small">
          <span class="sr">last time </span>
          {setText(set)}
        </span>
      )}
    </button>
  )
}
