import { Icon } from '../parts/icon.tsx'
import { Plates, platesFor, platesText } from '../parts/plates.tsx'
import { exerciseOf } from '../state/catalogue.ts'
import { settings } from '../state/settings.ts'
import { plain } from '../words.ts'
import { tick } from './actions.ts'
import { entry, open } from './entry.ts'
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
import type { Beaten } from './records.ts'
import { fieldText, lastOf } from './row-values.ts'
import { type Values, valuesOf } from './values.ts'

const letters = { warmup: 'W', normal: '', drop: 'D', failure: 'F' } as const
const typeNames = { warmup: 'warm-up', normal: 'set', drop: 'drop set', failure: 'set to failure' } as const

/** The number of a set among those of its kind, or its letter. */
export function numberOf(exercise: LoggedExercise, set: LoggedSet): string {
  if (letters[set.type]) return letters[set.type]
  return String(
    exercise.sets.filter(({ type }) => type !== 'warmup').findIndex(({ id }) => id === set.id) + 1,
  )
}

/** One set: its number, last time, its values, and whether it is done. */
export function SetRow({
  workout,
  exercise,
  set,
  name,
  isNext,
  record,
  isAsked,
  onMenu,
}: {
  workout: WorkoutFrame
  exercise: LoggedExercise
  set: LoggedSet
  name: string
  isNext: boolean
  record: Beaten | undefined
  isAsked: boolean
  onMenu: () => void
}) {
  const about = exerciseOf(exercise.exerciseId)
  const last = lastOf(workout.id, exercise, set)
  const values = valuesOf(set, last)
  const done = isDone(set)
  const fields = fieldsOf[about?.tracking ?? 'weight_reps']
  const number = numberOf(exercise, set)
  const label = `${name}, ${typeNames[set.type]} ${number}`
  const loaded = isNext ? platesFor(values.weight, about?.equipment) : undefined
  return (
    <div class={`set ${done ? 'done' : isNext ? 'now' : 'todo'}`} data-set={set.id} {...longPress(onMenu)}>
      <button
        type="button"
        class="no"
        aria-label={`${label}: kind, note, delete`}
        aria-haspopup="dialog"
        onClick={onMenu}
      >
        {number}
      </button>
      <span class="last">
        {record ? (
          <span class="badge record">
            <Icon name="trophy" size="s" />
            <span class="sr">Record, estimated 1RM </span>+{plain(Math.round(record.gain * 10) / 10)}{' '}
            {settings.value.unit}
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
          isAsked={isAsked && field === 'weight'}
          isEdited={entry.value?.setId === set.id && entry.value.field === field}
          onOpen={() => open(exercise.id, set.id, field)}
        />
      ))}
      <button
        type="button"
        class="tick"
        aria-pressed={done}
        aria-label={`${label} done`}
        onClick={() => tick(workout, exercise, set)}
      >
        <Icon name="check" size="l" />
      </button>
      {isNext && (loaded || values.rpe !== undefined) && (
        <div class="under">
          <span class="flex">
            {loaded && <Plates loaded={loaded} height={30} />}
            {loaded && <span>{platesText(loaded)}</span>}
          </span>
          {values.rpe !== undefined && <span class="muted">RPE {plain(values.rpe)}</span>}
        </div>
      )}
    </div>
  )
}

function Cell({
  field,
  values,
  label,
  isAsked,
  isEdited,
  onOpen,
}: {
  field: Field
  values: Values
  label: string
  isAsked: boolean
  isEdited: boolean
  onOpen: () => void
}) {
  const now = entry.value
  const text = isEdited && now?.text !== undefined ? now.text || '–' : fieldText(field, values)
  return (
    <button
      type="button"
      class={`cell${isEdited ? ' edit' : ''}${isAsked ? ' flag' : ''}`}
      data-field={field}
      aria-label={`${label}, ${spoken(field, values)}`}
      onClick={onOpen}
    >
      {text}
    </button>
  )
}

/** A field as a screen reader says it. */
function spoken(field: Field, values: Values): string {
  const text = fieldText(field, values)
  if (text === '–') return `${field === 'duration' ? 'time' : field} not set`
  switch (field) {
    case 'weight':
      return `weight ${text} ${settings.value.unit === 'kg' ? 'kilograms' : 'pounds'}`
    case 'reps':
      return `${text} reps`
    case 'duration':
      return `time ${text}`
    case 'distance':
      return `distance ${text} ${values.distance?.unit ?? 'km'}`
    case 'rpe':
      return `RPE ${text}`
  }
}
