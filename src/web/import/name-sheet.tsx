import { useSignal } from '@preact/signals'
import { Sheet } from '../parts/sheet.tsx'
import { nameOf, search } from '../state/catalogue.ts'
import { countText } from '../words.ts'
import { chosenExercises, type ImportedName } from './state.ts'

/** Asks which exercise a name in the file means. */
export function NameSheet({ name, onClose }: { name: ImportedName; onClose: () => void }) {
  const query = useSignal('')
  const choose = (exerciseId: string) => {
    chosenExercises.value = new Map(chosenExercises.value).set(name.name, exerciseId)
    onClose()
  }
  const candidates = [
    ...(name.exerciseId ? [name.exerciseId] : []),
    ...(name.candidates ?? []).map(({ exerciseId }) => exerciseId),
  ]
  const offeredIds = query.value
    ? search(query.value)
        .slice(0, 8)
        .map(({ id }) => id)
    : [...new Set(candidates)]
  return (
    <Sheet
      label={`What ${name.name} means`}
      title={name.name}
      text={`${countText(name.sets, 'set')} in the file`}
      onClose={onClose}
    >
      <label class="field">
        <span class="sr">Search exercises</span>
        <input
          type="search"
          placeholder="Search exercises"
          onInput={({ currentTarget }) => {
            query.value = currentTarget.value
          }}
        />
      </label>
      <div class="rows">
        {offeredIds.map((id) => (
          <button type="button" key={id} onClick={() => choose(id)}>
            <span class="main">
              <b>{nameOf(id)}</b>
            </span>
          </button>
        ))}
        {offeredIds.length === 0 && (
          <p class="soft small">Search for the exercise, or keep it as a new one.</p>
        )}
      </div>
    </Sheet>
  )
}
