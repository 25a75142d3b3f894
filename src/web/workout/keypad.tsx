import { useLayoutEffect } from 'preact/hooks'
import type { LocalWorkout } from '#client/index.ts'
import { Choices } from '../parts/choices.tsx'
import { Icon } from '../parts/icon.tsx'
import { Plates, platesFor, platesText } from '../parts/plates.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { exerciseOf, nameOf } from '../state/catalogue.ts'
import { now } from '../state/clock.ts'
import { settings } from '../state/settings.ts'
import { clockText, minusSign, numberText } from '../words.ts'
import { commitEntry, commitTyped } from './actions.ts'
import {
  type KeypadEntry,
  keypadEntry,
  limits,
  numberOf,
  pressKey,
  type Scope,
  scopeFor,
  typedText,
} from './entry.ts'
import { setText } from './figures.ts'
import { localizedNumber } from './localized-number.ts'
import { type Field, fieldsOf, isDone, type LoggedExercise, type LoggedSet } from './model.ts'
import { restNow } from './rest.ts'
import { fieldText, lastOf } from './row-values.ts'
import { setName } from './set-row.tsx'
import { stepOf } from './step.ts'
import { aimText } from './target.ts'
import { valuesOf } from './values.ts'

const fieldNames = {
  weight: 'Weight',
  reps: 'Reps',
  duration: 'Time',
  distance: 'Distance',
  rpe: 'RPE',
} as const
const scopes: readonly (readonly [Scope, string])[] = [
  ['this', 'This set'],
  ['later', 'Later sets'],
  ['all', 'All sets'],
]

const close = () => {
  keypadEntry.value = undefined
}

interface EditedSet {
  readonly workout: LocalWorkout
  readonly exercise: LoggedExercise
  readonly set: LoggedSet
  readonly typing: KeypadEntry
}

/** The value that is being entered, and its set. */
export function editedSet(workout: LocalWorkout): EditedSet | undefined {
  const typing = keypadEntry.value
  const exercise = workout.exercises.find(({ id }) => id === typing?.exerciseEntryId)
  const set = exercise?.sets.find(({ id }) => id === typing?.setId)
  return typing && exercise && set && { workout, exercise, set, typing }
}

const labelOf = ({ exercise, set, typing }: EditedSet) =>
  `${fieldNames[typing.field]} of ${nameOf(exercise.exerciseId)}, ${setName(exercise, set)}`

/** The sheet for entering a value of a set. */
export function KeypadSheet({ workout }: { workout: LocalWorkout }) {
  useLayoutEffect(() => close, [])
  const edited = editedSet(workout)
  if (!edited) return null
  return (
    <Sheet label={labelOf(edited)} onClose={close}>
      <Keypad {...edited} />
    </Sheet>
  )
}

/**
 * The same as a panel beside the sets, where there is room. What was typed is applied when the user moves on: in a
 * layout effect, because an ordinary effect's cleanup runs after the next paint, when the user may be typing again.
 */
export function KeypadPanel(edited: EditedSet) {
  useLayoutEffect(() => () => commitTyped(edited.workout.id), [])
  return (
    <section class="card" aria-label={labelOf(edited)}>
      <Keypad {...edited} />
    </section>
  )
}

/** The keys, with the information needed to decide on the value. */
function Keypad({ workout, exercise, set, typing }: EditedSet) {
  const { field, text, scope } = typing
  const details = exerciseOf(exercise.exerciseId)
  const name = nameOf(exercise.exerciseId)
  const last = lastOf(workout.id, exercise, set)
  const values = valuesOf(set, last)
  const value = text === undefined ? currentOf(field, values) : numberOf(text, field)
  const rest = restNow(workout, now.value)
  const fields = fieldsOf[details?.tracking ?? 'weight_reps']
  const otherField = fields.find((candidate) => candidate !== field) ?? fields[0] ?? 'reps'
  const step = stepOf(field, details?.equipment)
  const loaded = field === 'weight' ? platesFor(value, details?.equipment) : undefined
  const change = (by: number) => {
    const { min, max } = limits[field]
    const next = Math.max(min, Math.min(max, Math.round(((value ?? 0) + by) * 100) / 100))
    keypadEntry.value = { ...typing, text: field === 'duration' ? typedTime(next) : String(next) }
  }
  const choose = (next: Field) => {
    // Applies what was typed for the previous field.
    const { logs } = typing
    keypadEntry.value = { ...typing, logs: false }
    if (commitEntry(workout, exercise, set))
      keypadEntry.value = { ...typing, field: next, text: undefined, scope: scopeFor(next), logs }
  }
  // Sets that are done keep their values.
  const hasLater = exercise.sets.slice(exercise.sets.indexOf(set) + 1).some((later) => !isDone(later))
  const isSigned = field === 'weight' && details?.tracking === 'bodyweight_reps'
  return (
    <>
      <div class="flex between">
        <div class="grow">
          <p class="label">
            {name} · {setName(exercise, set)}
          </p>
          <p class="small soft">
            {last ? `Last time ${setText(last)}` : 'First time'}
            {set.target?.reps && ` · target ${aimText(set)}`}
          </p>
        </div>
        <span class="flex">
          {rest && (
            <span class="badge">
              <Icon name="timer" size="s" />
              {rest.secondsLeft > 0 ? clockText(rest.secondsLeft) : `+${clockText(-rest.secondsLeft)}`}
            </span>
          )}
          <button type="button" class="ib fill" aria-label="Close" onClick={close}>
            <Icon name="x" />
          </button>
        </span>
      </div>
      <div class="entry">
        <button
          type="button"
          class="step"
          aria-label={`${numberText(step)} less`}
          onClick={() => change(-step)}
        >
          {minusSign}
          {numberText(step)}
        </button>
        <div class="value" aria-live="polite">
          {text === undefined ? fieldText(field, { ...values, isOpen: false }) : typedText(text, field)}
          <span class="unit">{unitOf(field)}</span>
        </div>
        <button
          type="button"
          class="step"
          aria-label={`${numberText(step)} more`}
          onClick={() => change(step)}
        >
          +{numberText(step)}
        </button>
      </div>
      {details && field === 'weight' && loaded && (
        <div class="platebar">
          <Plates loaded={loaded} height={44} />
          <span>{platesText(loaded)}</span>
        </div>
      )}
      {exercise.sets.length > 1 && field !== 'rpe' && (
        <Choices
          look="segments"
          label="Apply to"
          choices={hasLater ? scopes : scopes.filter(([choice]) => choice !== 'later')}
          value={hasLater || scope !== 'later' ? scope : 'this'}
          onChoose={(choice) => (keypadEntry.value = { ...typing, scope: choice })}
        />
      )}
      <div class="pad">
        <Digit digit="1" />
        <Digit digit="2" />
        <Digit digit="3" />
        <button type="button" aria-label="Delete" onClick={() => pressKey('delete')}>
          <Icon name="delete" size="l" />
        </button>
        <Digit digit="4" />
        <Digit digit="5" />
        <Digit digit="6" />
        <button type="button" class="fn" aria-pressed={field === 'rpe'} onClick={() => choose('rpe')}>
          RPE
          <br />
          {fieldText('rpe', values)}
        </button>
        <Digit digit="7" />
        <Digit digit="8" />
        <Digit digit="9" />
        <button
          type="button"
          class="go"
          aria-label={typing.logs ? 'Log the set' : 'OK'}
          onClick={() => void commitEntry(workout, exercise, set)}
        >
          <Icon name="check" size="l" />
        </button>
        {isSigned ? (
          <button type="button" aria-label="Negative for assistance" onClick={() => pressKey('-')}>
            ±
          </button>
        ) : (
          <button
            type="button"
            aria-label="Decimal point"
            disabled={field === 'reps' || field === 'duration'}
            onClick={() => pressKey('.')}
          >
            {localizedNumber('.')}
          </button>
        )}
        <Digit digit="0" />
        <button type="button" class="fn" onClick={() => choose(otherField)}>
          {fieldNames[otherField]}
          <br />
          {fieldText(otherField, values)}
        </button>
      </div>
    </>
  )
}

const Digit = ({ digit }: { digit: string }) => (
  <button type="button" onClick={() => pressKey(digit)}>
    {digit}
  </button>
)

function currentOf(field: Field, values: ReturnType<typeof valuesOf>): number | undefined {
  if (field === 'distance') return values.distance?.value
  return values[field]
}

const typedTime = (seconds: number): string =>
  seconds < 60 ? String(seconds) : `${Math.floor(seconds / 60)}${String(seconds % 60).padStart(2, '0')}`

function unitOf(field: Field): string {
  if (field === 'weight') return settings.value.unit
  if (field === 'distance') return 'km'
  return field === 'reps' ? 'reps' : ''
}
