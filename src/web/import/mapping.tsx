import { useSignal } from '@preact/signals'
import type { Schemas } from '#generated/types.ts'
import { Icon } from '../parts/icon.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { SheetHead } from '../parts/sheet-head.tsx'
import { describe, exerciseOf, search } from '../state/catalogue.ts'
import type { Choice } from './requests.ts'

const shown = 20

/** What a name of the file means. */
export function Mapping({
  name: { name, exerciseId, candidates = [] },
  onClose,
  onChoose,
}: {
  name: Schemas['ImportedName']
  onClose: () => void
  onChoose: (choice: Choice) => void
}) {
  const query = useSignal('')
  const offered =
    candidates.length > 0 ? candidates.map((one) => one.exerciseId) : exerciseId ? [exerciseId] : []
  const found =
    query.value.trim() === '' ? offered.flatMap((id) => exerciseOf(id) ?? []) : search(query.value)
  const list = found.length > 0 || query.value !== '' ? found : search(name)
  return (
    <Sheet label={`What ${name} is`} onClose={onClose}>
      <SheetHead title={name} text="Which exercise is it?" onClose={onClose} />
      <label class="field">
        <Icon name="search" />
        <span class="sr">Search exercises</span>
        <input
          type="search"
          placeholder="Search exercises"
          value={query.value}
          onInput={(event) => {
            query.value = event.currentTarget.value
          }}
        />
      </label>
      <div class="card flush rows">
        {list.slice(0, shown).map((exercise) => (
          <button
            type="button"
            key={exercise.id}
            onClick={() => onChoose({ exerciseId: exercise.id, exerciseName: exercise.name })}
          >
            <span class="main">
              <b>{exercise.name}</b>
              <small>{describe(exercise)}</small>
            </span>
            {exercise.id === exerciseId && <Icon name="check" />}
          </button>
        ))}
        {list.length === 0 && <p class="soft">Nothing called that.</p>}
      </div>
    </Sheet>
  )
}
