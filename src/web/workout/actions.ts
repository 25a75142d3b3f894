import { toast } from '../parts/toast.tsx'
import { trackingOf } from '../state/catalogue.ts'
import { edit, shown } from '../state/edits.ts'
import { changeExercise, changeSet, undone } from './change.ts'
import { doneWith, missingField, weightFields } from './done-with.ts'
import { entry, limits, numberOf, open } from './entry.ts'
import { type Field, isDone, type LoggedExercise, type LoggedSet, type WorkoutFrame } from './model.ts'
import { lastOf } from './row-values.ts'
import { type, valuesOf } from './values.ts'
import { vibrate } from './vibrate.ts'

/** Marks a set as done or undone; asks for missing values first. */
export function tick(workout: WorkoutFrame, exercise: LoggedExercise, set: LoggedSet): void {
  if (isDone(set)) {
    const values = valuesOf(set)
    void edit(workout.id, changeSet(set.id, undone))
    type(set.id, {
      ...(values.reps !== undefined && { reps: values.reps }),
      ...(values.duration !== undefined && { durationSeconds: values.duration }),
      ...(values.distance && { distance: values.distance }),
      ...(values.rpe !== undefined && { rpe: values.rpe }),
    })
    return
  }
  const values = valuesOf(set, lastOf(workout.id, exercise, set))
  const missing = missingField(values, trackingOf(exercise.exerciseId))
  if (missing) {
    open(exercise.id, set.id, missing, true)
    return
  }
  const at = new Date().toISOString()
  vibrate(10)
  const done = doneWith(set, values, at)
  void edit(
    workout.id,
    changeSet(set.id, (now) => (isDone(now) ? now : { ...now, ...done })),
  )
  type(set.id, undefined)
}

/** Applies what was typed. Returns whether it was valid. */
export function commit(workout: WorkoutFrame, exercise: LoggedExercise, set: LoggedSet): boolean {
  const now = entry.value
  if (!now) return false
  const { field, text, scope, logs } = now
  if (text !== undefined) {
    const value = numberOf(text, field)
    const { min, max } = limits[field]
    if (value !== undefined && (value < min || value > max)) {
      toast(`Enter a number from ${min} to ${max}`)
      return false
    }
    apply(workout, exercise, set, field, value, scope)
  }
  entry.value = undefined
  if (logs) {
    const [fresh, own] = current(workout, exercise, set)
    if (fresh && own) tick(workout, own, fresh)
  }
  return true
}

/** The same set with the edits that aren't stored yet. */
function current(
  { id }: WorkoutFrame,
  exercise: LoggedExercise,
  set: LoggedSet,
): [LoggedSet | undefined, LoggedExercise | undefined] {
  const own = shown(id)?.exercises.find((one) => one.id === exercise.id)
  return [own?.sets.find((one) => one.id === set.id), own]
}

/** Sets a field of a set, and of the untouched sets in the scope. */
export function apply(
  workout: WorkoutFrame,
  exercise: LoggedExercise,
  set: LoggedSet,
  field: Field,
  value: number | undefined,
  scope: 'this' | 'later' | 'all',
): void {
  const at = exercise.sets.findIndex(({ id }) => id === set.id)
  const before = valuesOf(set).weight
  const reached = (other: LoggedSet, index: number) => {
    if (other.id === set.id) return true
    if (scope === 'this' || other.type === 'warmup' || (scope === 'later' && index < at)) return false
    if (scope === 'all') return true
    return !isDone(other) && (field !== 'weight' || isUntouched(other, before))
  }
  const ids = new Set(exercise.sets.filter(reached).map(({ id }) => id))
  for (const other of exercise.sets) {
    if (ids.has(other.id) && !isDone(other) && field !== 'weight') type(other.id, typedField(field, value))
  }
  void edit(
    workout.id,
    changeExercise(exercise.id, (now) => ({
      ...now,
      sets: now.sets.map((one) => (ids.has(one.id) ? withField(one, field, value) : one)),
    })),
  )
}

/** Whether a set still has the weight that the changed one had, or none. */
function isUntouched(set: LoggedSet, before: number | undefined): boolean {
  const { weight } = valuesOf(set)
  return weight === undefined || weight === before
}

/** Sets a field and drops `confirmed`, because a new value hasn't been confirmed. */
function withField({ confirmed, ...set }: LoggedSet, field: Field, value: number | undefined): LoggedSet {
  if (field === 'weight') {
    const { weight, assistance, ...rest } = set
    return { ...rest, ...weightFields(value) }
  }
  if (!isDone(set)) return set
  switch (field) {
    case 'reps': {
      const { reps, ...rest } = set
      return value === undefined ? rest : { ...rest, reps: Math.round(value) }
    }
    case 'duration': {
      const { durationSeconds, ...rest } = set
      return value === undefined ? rest : { ...rest, durationSeconds: Math.round(value) }
    }
    case 'distance': {
      const { distance, ...rest } = set
      return value === undefined ? rest : { ...rest, distance: { value, unit: distance?.unit ?? 'km' } }
    }
    case 'rpe': {
      const { rpe, rir, ...rest } = set
      return value === undefined ? rest : { ...rest, rpe: halfPoint(value) }
    }
  }
}

type Rpe = NonNullable<LoggedSet['rpe']>

/** Rounds an RPE to halves. */
const halfPoint = (value: number): Rpe => (Math.round(value * 2) / 2) as Rpe

function typedField(field: Field, value: number | undefined) {
  switch (field) {
    case 'reps':
      return value === undefined ? {} : { reps: Math.round(value) }
    case 'duration':
      return value === undefined ? {} : { durationSeconds: Math.round(value) }
    case 'distance':
      return value === undefined ? {} : { distance: { value, unit: 'km' as const } }
    case 'rpe':
      return value === undefined ? {} : { rpe: halfPoint(value) }
    case 'weight':
      return {}
  }
}
