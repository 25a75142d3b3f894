import { useComputed } from '@preact/signals'
import { Icon } from '../parts/icon.tsx'
import { Plates, platesFor, platesText } from '../parts/plates.tsx'
import { route } from '../route.ts'
import { exerciseOf } from '../state/catalogue.ts'
import { isRejected } from '../state/log.ts'
import { settings } from '../state/settings.ts'
import { countText, numberText } from '../words.ts'
import { commitTyped, toggleDone } from './actions.ts'
import { keypadEntry, openKeypad, typedText } from './entry.ts'
import { setText } from './figures.ts'
import { longPress } from './long-press.ts'
import {
  type Field,
  fieldsOf,
  isDone,
  type LoggedExercise,
  type LoggedSet,
  type WorkoutFrame,
} from './model.ts'
import { recordText } from './record-text.ts'
import type { RecordSet } from './records.ts'
import { fieldText, lastOf } from './row-values.ts'
import { type Values, valuesOf } from './values.ts'

const letters = { warmup: 'W', normal: '', drop: 'D', failure: 'F' } as const
const kindNames = { warmup: 'warm-up', drop: 'drop set', failure: 'set to failure' } as const

/** The number of a normal set among the sets that aren't warm-ups, or the letter of another type of set. */
export function numberOf(exercise: LoggedExercise, set: LoggedSet): string {
  if (letters[set.type]) return letters[set.type]
  return String(
    exercise.sets.filter(({ type }) => type !== 'warmup').findIndex(({ id }) => id === set.id) + 1,
  )
}

/** `set 2`, `warm-up`. */
export const setName = (exercise: LoggedExercise, set: LoggedSet): string =>
  set.type === 'normal' ? `set ${numberOf(exercise, set)}` : kindNames[set.type]

/** One set: its number, last time, its values, and whether it is done. */
export function SetRow({
  workout,
  exercise,
  set,
  name,
  isNext,
  record,
  isDoubted,
  onMenu,
}: {
  workout: WorkoutFrame
  exercise: LoggedExercise
  set: LoggedSet
  name: string
  isNext: boolean
  record: RecordSet | undefined
  isDoubted: boolean
  onMenu: () => void
}) {
  const details = exerciseOf(exercise.exerciseId)
  const last = lastOf(workout.id, exercise, set)
  const values = valuesOf(set, last)
  const isCompleted = isDone(set)
  const fields = fieldsOf[details?.tracking ?? 'weight_reps']
  const label = `${name}, ${setName(exercise, set)}`
  // The field that the server rejected, if the user comes from the rejected changes, until the workout is changed.
  const { query } = route.value
  const rejected =
    query.get('set') === set.id &&
    isRejected(workout.id) &&
    (fields.find((field) => query.get('field')?.startsWith(field)) ?? fields[0])
  const loaded = isNext ? platesFor(values.weight, details?.equipment) : undefined
  return (
    <div
      class={`set ${isCompleted ? 'done' : isNext ? 'now' : 'todo'}`}
      data-set={set.id}
      {...longPress(onMenu)}
    >
      <button
        type="button"
        class="no"
        aria-label={`${label}: kind, note, delete`}
        aria-haspopup="dialog"
        onClick={onMenu}
      >
        {numberOf(exercise, set)}
      </button>
      <span class="last">
        {record ? (
          <span class="badge record">
            <Icon name="trophy" size="s" />
            <span class="sr">Record, {recordText(record).name} </span>
            {recordText(record).gain}
          </span>
        ) : last ? (
          <>
            <span class="sr">Last time </span>
            {setText(last)}
          </>
        ) : (
          <span aria-hidden="true">–</span>
        )}
      </span>
      {fields.length === 1 && <span />}
      {fields.map((field) => (
        <Cell
          key={field}
          field={field}
          values={values}
          label={label}
          isFlagged={isDoubted ? field === 'weight' : rejected === field}
          setId={set.id}
          onOpen={() => {
            commitTyped(workout.id)
            openKeypad(exercise.id, set.id, field)
          }}
        />
      ))}
      <button
        type="button"
        class="tick"
        aria-pressed={isCompleted}
        aria-label={`${label} done`}
        onClick={() => toggleDone(workout, exercise, set)}
      >
        <Icon name="check" size="l" />
      </button>
      {isNext && (loaded || values.rpe !== undefined) && (
        <div class="under">
          <span class="flex">
            {loaded && <Plates loaded={loaded} height={30} />}
            {loaded && <span>{platesText(loaded)}</span>}
          </span>
          {values.rpe !== undefined && <span class="muted">RPE {numberText(values.rpe)}</span>}
        </div>
      )}
    </div>
  )
}

function Cell({
  field,
  values,
  label,
  isFlagged,
  setId,
  onOpen,
}: {
  field: Field
  values: Values
  label: string
  isFlagged: boolean
  setId: string
  onOpen: () => void
}) {
  // Computed, so that a key press re-renders only the cell that is being edited.
  const entry = useComputed(() => {
    const typing = keypadEntry.value
    return typing?.setId === setId && typing.field === field ? typing : undefined
  }).value
  const text = entry?.text === undefined ? fieldText(field, values) : typedText(entry.text, field)
  return (
    <button
      type="button"
      class={`cell${entry ? ' edit' : ''}${isFlagged ? ' flag' : ''}`}
      data-field={field}
      aria-label={`${label}, ${spokenText(field, values)}`}
      onClick={onOpen}
    >
      {text}
    </button>
  )
}

/** A field as a screen reader says it. */
function spokenText(field: Field, values: Values): string {
  const text = fieldText(field, values)
  if (text === '–') return `${field === 'duration' ? 'time' : field} not set`
  switch (field) {
    case 'weight':
      return `weight ${text} ${settings.value.unit === 'kg' ? 'kilograms' : 'pounds'}`
    case 'reps':
      return `${countText(values.reps ?? 0, 'rep')}${values.isOpen ? ' or more' : ''}`
    case 'duration':
      return `time ${text}`
    case 'distance':
      return `distance ${text} ${values.distance?.unit ?? 'km'}`
    case 'rpe':
      return `RPE ${text}`
  }
}
