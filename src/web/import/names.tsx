import { useSignal } from '@preact/signals'
import { Icon } from '../parts/icon.tsx'
import { nameOf } from '../state/catalogue.ts'
import { count } from '../words.ts'
import { NameSheet } from './name-sheet.tsx'
import { chosen, type Import, type ImportedName, needsReview, unreviewed } from './state.ts'

/** The exercise names in the file, and which exercises they mean. */
export function Names({ report }: { report: Import }) {
  const showsAll = useSignal(unreviewed.value === 0)
  const open = useSignal<ImportedName | undefined>(undefined)
  const looked = report.exercises.filter(needsReview)
  const shown = showsAll.value ? report.exercises : looked
  return (
    <>
      {looked.length > 0 && (
        <fieldset class="seg">
          <legend class="sr">Show</legend>
          <button type="button" aria-pressed={!showsAll.value} onClick={() => (showsAll.value = false)}>
            To review · {looked.length}
          </button>
          <button type="button" aria-pressed={showsAll.value} onClick={() => (showsAll.value = true)}>
            All · {report.exercises.length}
          </button>
        </fieldset>
      )}
      <section class="section">
        <h2 class="sr">Exercises</h2>
        <div class="card flush rows tall">
          {shown.map((one) => (
            <button type="button" key={one.name} onClick={() => (open.value = one)}>
              <span class="main">
                <small>
                  {one.name} · {count(one.sets, 'set')}
                </small>
                <b class="flex">
                  <Icon name="corner-down-right" size="s" />
                  {meaningOf(one)}
                </b>
              </span>
              <Badge name={one} />
              <Icon name="chevron-right" />
            </button>
          ))}
        </div>
      </section>
      {open.value && <NameSheet name={open.value} onClose={() => (open.value = undefined)} />}
    </>
  )
}

function meaningOf({ name, exerciseId, exerciseName }: ImportedName): string {
  const own = chosen.value.get(name)
  if (own !== undefined) return nameOf(own)
  return exerciseName ?? (exerciseId ? nameOf(exerciseId) : 'New exercise')
}

function Badge({ name }: { name: ImportedName }) {
  if (!needsReview(name) || chosen.value.has(name.name)) {
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
