import { useSignal } from '@preact/signals'
import { Icon } from '../parts/icon.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { recentExercises, staples } from '../picker/find.ts'
import { search } from '../state/catalogue.ts'
import { describe } from '../state/exercise-words.ts'

const maxShown = 12

/** Chooses an exercise for a program. */
export function ExerciseSearch({
  title,
  onChoose,
  onClose,
}: {
  title: string
  onChoose: (exerciseId: string) => void
  onClose: () => void
}) {
  const query = useSignal('')
  const text = query.value.trim()
  const matches = text === '' ? [...new Set([...recentExercises(), ...staples()])] : search(text)
  return (
    <Sheet title={title} onClose={onClose}>
      <label class="field">
        <Icon name="search" />
        <span class="sr">Search exercises</span>
        <input
          type="search"
          placeholder="Search exercises"
          autocomplete="off"
          onInput={({ currentTarget }) => {
            query.value = currentTarget.value
          }}
        />
      </label>
      <div class="card flush rows tall-list">
        {matches.slice(0, maxShown).map((exercise) => (
          <button type="button" key={exercise.id} onClick={() => onChoose(exercise.id)}>
            <span class="main">
              <b>{exercise.name}</b>
              <small>{describe(exercise)}</small>
            </span>
            <Icon name="plus" />
          </button>
        ))}
      </div>
      {matches.length === 0 && (
        <p class="soft">
          {text === ''
            ? 'The exercises haven’t been downloaded yet. Try again when you’re online.'
            : `Nothing called “${text}”. You can create your own exercises during a workout.`}
        </p>
      )}
    </Sheet>
  )
}
