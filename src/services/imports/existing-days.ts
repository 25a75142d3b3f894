import type { ExistingWorkout } from '#db/imports/existing.ts'
import { type LiftedSet, liftedSets } from '#db/imports/lifted-sets.ts'
import type { Reader } from '#db/schema/index.ts'
import { exerciseNameKey } from '#interchange/identity.ts'
import { localText, wallClockIn } from '#interchange/local-time.ts'
import type { ImportedExercise, ImportedSet, ImportedWorkout } from '#interchange/model.ts'
import { Multiset } from '#interchange/multiset.ts'
import { setKey } from '#interchange/set-key.ts'

/** Maps names in the file to exercises, and exercises to the names that an export would write. */
export interface LiftNames {
  readonly exerciseIdOf: (name: string) => string
  readonly writtenName: (exerciseId: string) => string | undefined
}

/** An existing workout and its sets. */
interface ExistingDayWorkout {
  readonly id: string
  /** By exercise id and by exercise name, because a name may mean a different exercise by now. */
  readonly byId: Multiset
  readonly byName: Multiset
}

/** The exercises and sets of a workout that don't exist yet, and the existing workout that contains the others. */
export interface UnmatchedPart {
  readonly exercises: readonly ImportedExercise[]
  readonly existingId: string | undefined
}

/** The user's sets on the days of a file without times, to recognize workouts by content. */
export class ExistingDays {
  readonly #days: ReadonlyMap<string, readonly ExistingDayWorkout[]>
  readonly #names: LiftNames

  constructor(days: ReadonlyMap<string, readonly ExistingDayWorkout[]>, names: LiftNames) {
    this.#days = days
    this.#names = names
  }

  /** The part of a day's workout that doesn't exist yet. */
  unmatchedPartOf({ localStart, exercises }: ImportedWorkout): UnmatchedPart {
    const workouts = this.#days.get(localStart.slice(0, 10)) ?? []
    const candidates = [
      unmatchedPart(exercises, workouts, ({ byId }) => byId, this.#names.exerciseIdOf),
      unmatchedPart(exercises, workouts, ({ byName }) => byName, exerciseNameKey),
    ]
    return candidates.reduce((best, next) =>
      setCount(next.exercises) < setCount(best.exercises) ? next : best,
    )
  }
}

function unmatchedPart(
  exercises: readonly ImportedExercise[],
  workouts: readonly ExistingDayWorkout[],
  setsOf: (workout: ExistingDayWorkout) => Multiset,
  keyOf: (name: string) => string,
): UnmatchedPart {
  const setKeyOf = (name: string, set: ImportedSet) =>
    setKey(keyOf(name), { ...set, weight: set.weight ?? set.assistance })
  const day = new Multiset(exercises.flatMap(({ name, sets }) => sets.map((set) => setKeyOf(name, set))))
  const matchedSets = new Multiset()
  let existingId: string | undefined
  for (const workout of workouts) {
    const existingSets = setsOf(workout)
    if (existingSets.size === 0 || !(day.includes(existingSets) || existingSets.includes(day))) continue
    existingId ??= workout.id
    if (existingSets.includes(day)) return { exercises: [], existingId }
    day.deleteAll(existingSets)
    matchedSets.addAll(existingSets)
  }
  if (existingId === undefined) return { exercises, existingId }
  const unmatched = exercises.flatMap((exercise) => {
    const sets = exercise.sets.filter((set) => !matchedSets.delete(setKeyOf(exercise.name, set)))
    return sets.length === 0 ? [] : [{ ...exercise, sets }]
  })
  return { exercises: unmatched, existingId }
}

function setCount(exercises: readonly ImportedExercise[]): number {
  return exercises.reduce((sum, { sets }) => sum + sets.length, 0)
}

/**
 * Reads the user's sets on the days of a file's workouts. The day of an existing workout is the one in its own time
 * zone.
 */
export async function readExistingDays(
  db: Reader,
  userId: string,
  existing: readonly ExistingWorkout[],
  workouts: readonly ImportedWorkout[],
  names: LiftNames,
): Promise<ExistingDays> {
  const days = new Set(workouts.map(({ localStart }) => localStart.slice(0, 10)))
  const dayById = new Map<string, string>()
  if (days.size > 0)
    for (const { id, startedAt, timeZone, deletedAt } of existing) {
      const day = localText(wallClockIn(timeZone, startedAt)).slice(0, 10)
      if (deletedAt === null && days.has(day)) dayById.set(id, day)
    }
  const sets = dayById.size === 0 ? [] : await liftedSets(db, userId, dayById.keys())
  const workoutsByDay = new Map<string, ExistingDayWorkout[]>()
  for (const [id, workoutSets] of Map.groupBy(sets, ({ workoutId }) => workoutId)) {
    const day = dayById.get(id) ?? ''
    const byId = new Multiset(workoutSets.map((set) => setKey(set.exerciseId, enteredSet(set))))
    const byName = new Multiset(workoutSets.map((set) => setKey(nameKeyOf(set, names), enteredSet(set))))
    const sameDay = workoutsByDay.get(day) ?? []
    sameDay.push({ id, byId, byName })
    workoutsByDay.set(day, sameDay)
  }
  return new ExistingDays(workoutsByDay, names)
}

function nameKeyOf({ exerciseId }: LiftedSet, { writtenName }: LiftNames): string {
  return exerciseNameKey(writtenName(exerciseId) ?? exerciseId)
}

function enteredSet(set: LiftedSet) {
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
