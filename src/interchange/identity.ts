import { hash } from 'node:crypto'
import { nameKey } from '#catalogue/names/name-words.ts'
import { foldSpaces } from '#lib/fold.ts'
import { toGrams, toMillimeters } from '#training/units.ts'
import type { ImportedExercise, ImportedMeasurement, ImportedSet, ImportedWorkout } from './model.ts'

/**
 * Identifies the same workout in different files: the local minute of its start (the day, if the file has no
 * times) and its name, ignoring letter case and spaces. The key includes neither the zone, so that reading a file
 * in another zone yields the same keys, nor seconds, since Hevy has none. The second workout with the same key in
 * a file gets `|2`, and so on.
 */
export function workoutKey(
  localStart: string,
  isDayOnly: boolean,
  name: string | undefined,
  number = 1,
): string {
  const start = localStart.slice(0, isDayOnly ? 10 : 16)
  const key = `${start}|${foldSpaces(name ?? '')}`
  return number === 1 ? key : `${key}|${number}`
}

/** Identifies the same measurement in different files: its kind, its local time, and its value. */
export function measurementKey(
  { kind, value, unit }: Pick<ImportedMeasurement, 'kind' | 'value' | 'unit'>,
  localTime: string,
): string {
  return `${localTime.slice(0, 16)}|${kind}|${value}${unit}`
}

/** The key of a remembered exercise name. Names with the same key mean the same custom exercise. */
export function exerciseNameKey(name: string): string {
  return nameKey(name) || foldSpaces(name)
}

function figures(set: ImportedSet): readonly (string | number | null)[] {
  return [
    set.type,
    addedGrams(set),
    set.reps ?? null,
    set.durationSeconds ?? null,
    set.distance ? toMillimeters(set.distance) : null,
    set.rpe ?? null,
  ]
}

/** The weight as entered, in grams; negative for assistance. */
function addedGrams({ weight, assistance }: ImportedSet): number | null {
  if (weight) return toGrams(weight)
  return assistance ? -toGrams(assistance) : null
}

/**
 * A digest of a workout's content: the normalized names of its exercises and the figures of their sets, in order.
 * Two workouts with the same key and fingerprint are the same; if only the fingerprint differs, one of them was
 * edited.
 */
export function setsFingerprint(exercises: readonly ImportedExercise[]): string {
  const lifted = exercises.map(({ name, sets }) => [exerciseNameKey(name), sets.map(figures)])
  return hash('sha256', JSON.stringify(lifted))
}

/**
 * The id of an imported object, the same in every import by the same user: a version 8 UUID (RFC 9562) from the
 * SHA-256 of the user's id, the object's kind and its key.
 */
export function importedId(
  userId: string,
  kind: 'workout' | 'exercise' | 'measurement',
  key: string,
): string {
  return uuidOf(JSON.stringify([userId, kind, key]))
}

/** The id of an exercise in a workout, or of one of its sets, by position. */
export function partId(workoutId: string, exercise: number, set?: number): string {
  return uuidOf(JSON.stringify([workoutId, exercise, set ?? null]))
}

function uuidOf(text: string): string {
  const digits = hash('sha256', text)
  const variant = ((Number.parseInt(digits.charAt(16), 16) & 0x3) | 0x8).toString(16)
  const parts = [digits.slice(0, 8), digits.slice(8, 12), `8${digits.slice(13, 16)}`]
  return [...parts, `${variant}${digits.slice(17, 20)}`, digits.slice(20, 32)].join('-')
}

/** The id of a file's workout in the user's log. */
export function workoutId(userId: string, { key }: Pick<ImportedWorkout, 'key'>): string {
  return importedId(userId, 'workout', key)
}
