import { isAssistedExercise } from '#training/load.ts'
import { toast } from '../parts/toast.tsx'
import { trackingOf } from '../state/catalogue.ts'
import { edit, editedWorkout } from '../state/edits.ts'
import { changeExercise, changeSet, toPlanned } from './change.ts'
import { completeSet, missingField, weightFields } from './complete-set.ts'
import { keypadEntry, limits, numberOf, openKeypad, type Scope } from './entry.ts'
import { type Field, isDone, type LoggedExercise, type LoggedSet, type WorkoutFrame } from './model.ts'
import { lastOf } from './row-values.ts'
import { storeTypedValues, type TypedValues, valuesOf } from './values.ts'
import { vibrate } from './vibrate.ts'

/** Whether the keypad asks how many reps of a set were done, in order to log it. */
function asksReps(setId: string): boolean {
  const asked = keypadEntry.peek()
  return asked?.setId === setId && asked.logs && asked.field === 'reps'
}

/**
 * Marks a set as done or undone; asks for missing values first, and how many reps of an open-ended set were done.
 *
 * @param confirmed whether the reps shown are those that were done, as they are once the keypad has asked for them
 */
export function toggleDone(
  workout: WorkoutFrame,
  exercise: LoggedExercise,
  set: LoggedSet,
  confirmed = asksReps(set.id),
): void {
  if (commitTyped(workout.id)) {
    const [freshSet, freshExercise] = latestOf(workout, exercise, set)
    if (freshSet && freshExercise) toggleDone(workout, freshExercise, freshSet)
    return
  }
  if (isDone(set)) {
    const { reps, durationSeconds, distance, rpe } = set
    void edit(workout.id, changeSet(set.id, toPlanned))
    storeTypedValues(set.id, { reps, durationSeconds, distance, rpe })
    return
  }
  const values = valuesOf(set, lastOf(workout.id, exercise, set))
  const missing = missingField(values, trackingOf(exercise.exerciseId), confirmed)
  if (missing) {
    openKeypad(exercise.id, set.id, missing, true)
    return
  }
  vibrate(10)
  // A set added to a past workout was done in it, not now.
  const doneSet = completeSet(set, values, workout.endedAt ?? new Date().toISOString())
  void edit(
    workout.id,
    changeSet(set.id, (latest) => (isDone(latest) ? latest : { ...latest, ...doneSet })),
  )
  storeTypedValues(set.id, undefined)
}

/** Applies what was typed. Returns whether it was valid. */
export function commitEntry(workout: WorkoutFrame, exercise: LoggedExercise, set: LoggedSet): boolean {
  const typing = keypadEntry.value
  if (!typing) return false
  const { field, text, scope, logs } = typing
  if (text !== undefined) {
    const typed = numberOf(text, field)
    const isAssistance = field === 'weight' && isAssistedExercise({ id: exercise.exerciseId })
    const value = typed !== undefined && isAssistance ? -Math.abs(typed) : typed
    const { min, max } = limits[field]
    if (value !== undefined && (value < min || value > max)) {
      toast(`Enter a number from ${min} to ${max}`)
      return false
    }
    applyValue(workout, exercise, set, field, value, scope)
  }
  keypadEntry.value = undefined
  if (logs) {
    const [freshSet, freshExercise] = latestOf(workout, exercise, set)
    // Meanwhile, another device may have logged it.
    if (freshSet && freshExercise && !isDone(freshSet))
      toggleDone(workout, freshExercise, freshSet, field === 'reps')
  }
  return true
}

/** Applies what was typed in the panel when the user moves on to something else. Returns whether anything was typed. */
export function commitTyped(workoutId: string): boolean {
  const typing = keypadEntry.peek()
  if (!typing) return false
  keypadEntry.value = { ...typing, logs: false }
  const workout = editedWorkout(workoutId)
  const exercise = workout?.exercises.find(({ id }) => id === typing.exerciseEntryId)
  const set = exercise?.sets.find(({ id }) => id === typing.setId)
  if (workout && exercise && set) commitEntry(workout, exercise, set)
  keypadEntry.value = undefined
  return typing.text !== undefined
}

/** The same set and exercise with the edits that aren't stored yet. */
function latestOf(
  { id }: WorkoutFrame,
  exercise: LoggedExercise,
  set: LoggedSet,
): [LoggedSet | undefined, LoggedExercise | undefined] {
  const freshExercise = editedWorkout(id)?.exercises.find((other) => other.id === exercise.id)
  return [freshExercise?.sets.find((other) => other.id === set.id), freshExercise]
}

/** Sets a field of a set and of the sets in the scope: in `same`, the later sets, not done yet, with the same value. */
export function applyValue(
  workout: WorkoutFrame,
  exercise: LoggedExercise,
  set: LoggedSet,
  field: Field,
  value: number | undefined,
  scope: Scope | 'same',
): void {
  const changedIndex = exercise.sets.findIndex(({ id }) => id === set.id)
  const old = valuesOf(set)
  const isInScope = (other: LoggedSet, index: number) => {
    if (other.id === set.id) return true
    if (scope === 'this' || other.type === 'warmup' || (scope !== 'all' && index < changedIndex)) return false
    if (scope === 'all') return true
    if (isDone(other)) return false
    if (scope === 'same') return valuesOf(other)[field] === old[field]
    return field !== 'weight' || isUntouched(other, old.weight)
  }
  const ids = new Set(exercise.sets.filter(isInScope).map(({ id }) => id))
  for (const other of exercise.sets) {
    if (ids.has(other.id) && !isDone(other) && field !== 'weight')
      storeTypedValues(other.id, typedField(field, value))
  }
  void edit(
    workout.id,
    changeExercise(exercise.id, (now) => ({
      ...now,
      sets: now.sets.map((set) => (ids.has(set.id) ? withField(set, field, value) : set)),
    })),
  )
}

/** Whether a set still has the weight that the changed one had, or none. */
function isUntouched(set: LoggedSet, oldWeight: number | undefined): boolean {
  const { weight } = valuesOf(set)
  return weight === undefined || weight === oldWeight
}

/** Sets a field and drops `confirmed`, because a new value hasn't been confirmed. */
function withField({ confirmed, ...set }: LoggedSet, field: Field, value: number | undefined): LoggedSet {
  if (field === 'weight') {
    const { weight, assistance, ...others } = set
    return { ...others, ...weightFields(value) }
  }
  if (!isDone(set)) return set
  switch (field) {
    case 'reps': {
      const { reps, ...others } = set
      return value === undefined ? others : { ...others, reps: Math.round(value) }
    }
    case 'duration': {
      const { durationSeconds, ...others } = set
      return value === undefined ? others : { ...others, durationSeconds: Math.round(value) }
    }
    case 'distance': {
      const { distance, ...others } = set
      return value === undefined ? others : { ...others, distance: { value, unit: distance?.unit ?? 'km' } }
    }
    case 'rpe': {
      const { rpe, rir, ...others } = set
      return value === undefined ? others : { ...others, rpe: halfPoint(value) }
    }
  }
}

type Rpe = NonNullable<LoggedSet['rpe']>

/** Rounds an RPE to halves. */
const halfPoint = (value: number): Rpe => (Math.round(value * 2) / 2) as Rpe

/** A typed value as it is stored for a set that isn't done yet; undefined if it was cleared. */
function typedField(field: Field, value: number | undefined): TypedValues {
  switch (field) {
    case 'reps':
      return { reps: value && Math.round(value) }
    case 'duration':
      return { durationSeconds: value && Math.round(value) }
    case 'distance':
      return { distance: value === undefined ? value : { value, unit: 'km' } }
    case 'rpe':
      return { rpe: value && halfPoint(value) }
    case 'weight':
      return {}
  }
}
