import type { ExistingWorkout } from '#db/imports/existing.ts'
import { type LiftedSet, liftedSets } from '#db/imports/lifted-sets.ts'
import type { Reader } from '#db/schema/index.ts'
import { exerciseNameKey } from '#interchange/identity.ts'
import { liftedText } from '#interchange/lifted.ts'
import { localText, shownIn } from '#interchange/local-time.ts'
import type { ImportedExercise, ImportedSet, ImportedWorkout } from '#interchange/model.ts'
import { Multiset } from '#interchange/multiset.ts'

/** Identifies exercises by the meaning of a name in the file, and by the name that an export would write. */
export interface LiftNames {
  readonly exerciseIdOf: (name: string) => string
  readonly writtenName: (exerciseId: string) => string | undefined
}

/** An existing workout and its sets. */
interface KnownWorkout {
  readonly id: string
  /** By exercise id and by exercise name, because a name may have come to mean another exercise since. */
  readonly byId: Multiset
  readonly byName: Multiset
}

/** The new part of a workout, and the existing workout that contains the rest. */
export interface NewPart {
  readonly rest: readonly ImportedExercise[]
  readonly knownId: string | undefined
}

/** The user's sets on the days of a file without times, to recognize workouts by content. */
export class KnownDays {
  readonly #days: ReadonlyMap<string, readonly KnownWorkout[]>
  readonly #names: LiftNames

  constructor(days: ReadonlyMap<string, readonly KnownWorkout[]>, names: LiftNames) {
    this.#days = days
    this.#names = names
  }

  /** A day's workout without the sets that already exist. */
  newPartOf({ localStart, exercises }: ImportedWorkout): NewPart {
    const workouts = this.#days.get(localStart.slice(0, 10)) ?? []
    const found = [
      without(exercises, workouts, ({ byId }) => byId, this.#names.exerciseIdOf),
      without(exercises, workouts, ({ byName }) => byName, exerciseNameKey),
    ]
    return found.reduce((best, next) => (setCount(next.rest) < setCount(best.rest) ? next : best))
  }
}

function without(
  exercises: readonly ImportedExercise[],
  workouts: readonly KnownWorkout[],
  setsOf: (workout: KnownWorkout) => Multiset,
  keyOf: (name: string) => string,
): NewPart {
  const textOf = (name: string, set: ImportedSet) =>
    liftedText(keyOf(name), { ...set, weight: set.weight ?? set.assistance })
  const day = new Multiset(exercises.flatMap(({ name, sets }) => sets.map((set) => textOf(name, set))))
  const known = new Multiset()
  let knownId: string | undefined
  for (const workout of workouts) {
    const lifted = setsOf(workout)
    if (lifted.size === 0 || !(day.includes(lifted) || lifted.includes(day))) continue
    knownId ??= workout.id
    if (lifted.includes(day)) return { rest: [], knownId }
    day.deleteAll(lifted)
    known.addAll(lifted)
  }
  if (knownId === undefined) return { rest: exercises, knownId }
  const rest = exercises.flatMap((exercise) => {
    const sets = exercise.sets.filter((set) => !known.delete(textOf(exercise.name, set)))
    return sets.length === 0 ? [] : [{ ...exercise, sets }]
  })
  return { rest, knownId }
}

function setCount(exercises: readonly ImportedExercise[]): number {
  return exercises.reduce((sum, { sets }) => sum + sets.length, 0)
}

/**
 * Reads the user's sets on the days of a file's workouts. Days of existing workouts are in their own time
 * zones.
 */
export async function knownDays(
  db: Reader,
  userId: string,
  existing: readonly ExistingWorkout[],
  workouts: readonly ImportedWorkout[],
  names: LiftNames,
): Promise<KnownDays> {
  const days = new Set(workouts.map(({ localStart }) => localStart.slice(0, 10)))
  const dayById = new Map<string, string>()
  if (days.size > 0)
    for (const { id, startedAt, timeZone, deletedAt } of existing) {
      const day = localText(shownIn(timeZone, startedAt)).slice(0, 10)
      if (deletedAt === null && days.has(day)) dayById.set(id, day)
    }
  const sets = dayById.size === 0 ? [] : await liftedSets(db, userId, dayById.keys())
  const known = new Map<string, KnownWorkout[]>()
  for (const [id, list] of Map.groupBy(sets, ({ workoutId }) => workoutId)) {
    const day = dayById.get(id) ?? ''
    const byId = new Multiset(list.map((set) => liftedText(set.exerciseId, entered(set))))
    const byName = new Multiset(list.map((set) => liftedText(nameKeyOf(set, names), entered(set))))
    const sameDay = known.get(day) ?? []
    sameDay.push({ id, byId, byName })
    known.set(day, sameDay)
  }
  return new KnownDays(known, names)
}

function nameKeyOf({ exerciseId }: LiftedSet, { writtenName }: LiftNames): string {
  return exerciseNameKey(writtenName(exerciseId) ?? exerciseId)
}

function entered(set: LiftedSet) {
  const { weightValue, weightUnit, assistanceValue, assistanceUnit, distanceValue, distanceUnit } = set
  const value = weightValue ?? assistanceValue
  const unit = weightUnit ?? assistanceUnit
  return {
    ...(value !== null && unit !== null && { weight: { value, unit } }),
    ...(distanceValue !== null &&
      distanceUnit !== null && { distance: { value: distanceValue, unit: distanceUnit } }),
    reps: set.reps ?? 0,
    durationSeconds: set.durationSeconds ?? 0,
  }
}
