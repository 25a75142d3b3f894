import { useSignal } from '@preact/signals'
import { Choices } from '../parts/choices.tsx'
import { Icon } from '../parts/icon.tsx'
import { nameOf } from '../state/catalogue.ts'
import { countText } from '../words.ts'
import { NameSheet } from './name-sheet.tsx'
import { chosenExercises, type Import, type ImportedName, needsReview, unreviewedCount } from './state.ts'

/** The exercise names in the file, and which exercises they mean. */
export function Names({ report }: { report: Import }) {
  const showsAll = useSignal(unreviewedCount.value === 0)
  const opened = useSignal<ImportedName | undefined>(undefined)
  const toReview = report.exercises.filter(needsReview)
  const shownNames = showsAll.value ? report.exercises : toReview
  return (
    <>
      {toReview.length > 0 && (
        <Choices
          look="segments"
          label="Show"
          choices={[
            [false, `To review · ${toReview.length}`],
            [true, `All · ${report.exercises.length}`],
          ]}
          value={showsAll.value}
          onChoose={(choice) => (showsAll.value = choice)}
        />
      )}
      <section class="section">
        <h2 class="sr">Exercises</h2>
        <div class="card flush rows tall">
          {shownNames.map((imported) => (
            <button type="button" key={imported.name} onClick={() => (opened.value = imported)}>
              <span class="main">
                <small>
                  {imported.name} · {countText(imported.sets, 'set')}
                </small>
                <b class="flex">
                  <Icon name="corner-down-right" size="s" />
                  {meaningOf(imported)}
                </b>
              </span>
              <Badge name={imported} />
              <Icon name="chevron-right" />
            </button>
          ))}
        </div>
      </section>
      {opened.value && <NameSheet name={opened.value} onClose={() => (opened.value = undefined)} />}
    </>
  )
}

function meaningOf({ name, exerciseId, exerciseName }: ImportedName): string {
  const chosenId = chosenExercises.value.get(name)
  if (chosenId !== undefined) return nameOf(chosenId)
  return exerciseName ?? (exerciseId ? nameOf(exerciseId) : 'New exercise')
}

function Badge({ name }: { name: ImportedName }) {
  if (!needsReview(name) || chosenExercises.value.has(name.name)) {
    return (
      <span class="badge ok">
        <Icon name="check" size="s" />
        Matched
      </span>
    )
  }
  if (name.newExercise) {
    return (
      <span class="badge">
        <Icon name="plus" size="s" />
        New
      </span>
    )
  }
  return (
    <span class="badge ask">
      <Icon name="circle-question-mark" size="s" />
      Check
    </span>
  )
}
