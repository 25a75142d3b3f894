import { useSignal } from '@preact/signals'
import { Icon } from '../parts/icon.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { SheetHead } from '../parts/sheet-head.tsx'
import { recent, usual } from '../picker/find.ts'
import { describe, search } from '../state/catalogue.ts'

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
  const found = text === '' ? [...recent(), ...usual()] : search(text)
  return (
    <Sheet label={title} onClose={onClose}>
      <SheetHead title={title} onClose={onClose} />
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
        {found.slice(0, maxShown).map((exercise) => (
          <button type="button" key={exercise.id} onClick={() => onChoose(exercise.id)}>
            <span class="main">
              <b>{exercise.name}</b>
              <small>{describe(exercise)}</small>
            </span>
            <Icon name="plus" />
          </button>
        ))}
      </div>
      {found.length === 0 && (
        <p class="soft">
          {text === ''
            ? 'The exercises haven’t been downloaded yet. Try again when you’re online.'
            : `Nothing called “${text}”. You can create your own exercises during a workout.`}
        </p>
      )}
    </Sheet>
  )
}
