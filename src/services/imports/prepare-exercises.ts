import type { OwnExerciseRow } from '#db/exercises/rows.ts'
import { milliseconds, optionalMilliseconds } from '#db/values/instant.ts'
import type { Schemas } from '#generated/types.ts'
import type { ImportedAccount } from '#interchange/account.ts'
import { importedId } from '#interchange/identity.ts'
import { foldCase } from '#lib/fold.ts'
import type { NewExercise } from './prepared-import.ts'

/** The exercises that the user has: their own, including deleted ones, and all that a name may mean. */
interface ExistingExercises {
  readonly own: readonly Pick<OwnExerciseRow, 'id'>[]
  readonly nameable: readonly {
    readonly id: string
    readonly nameKey: string
    readonly source: Schemas['ExerciseSource']
  }[]
}

/** The exercises of an account export, mapped to those of the user. */
interface PreparedExercises {
  readonly newExercises: readonly NewExercise[]
  readonly names: Schemas['ImportedName'][]
  /** The id that an exercise of the export has in this account. */
  readonly exerciseIdFor: (id: string) => string
}

/**
 * Maps each exercise of an account export to one with the same id, or to the user's own exercise of the same name, or
 * else to a new one. An exercise of another release's catalogue becomes a custom one.
 */
export function prepareExercises(
  userId: string,
  { exercises, workouts }: Pick<ImportedAccount, 'exercises' | 'workouts'>,
  { own, nameable }: ExistingExercises,
): PreparedExercises {
  const ownIds = new Set(own.map(({ id }) => id))
  const idByNameKey = new Map(
    nameable.flatMap(({ id, nameKey, source }) => (source === 'custom' ? [[nameKey, id] as const] : [])),
  )
  const mappedIds = new Map<string, string>()
  const newExercises: NewExercise[] = []
  const add = (exercise: NewExercise) => {
    newExercises.push(exercise)
    if ((exercise.stamps?.deletedAt ?? null) === null) {
      idByNameKey.set(foldCase(exercise.input.name), exercise.input.id)
    }
  }
  const names: Schemas['ImportedName'][] = []
  const setCountById = setCounts(workouts)
  // Deleted exercises come last, because their names may have been reused.
  for (const exercise of exercises.toSorted(deletedLast)) {
    const { name } = exercise
    const existingId = exercise.deletedAt === undefined ? idByNameKey.get(foldCase(name)) : undefined
    const sets = setCountById.get(exercise.id) ?? 0
    if (ownIds.has(exercise.id) || existingId !== undefined) {
      const exerciseId = existingId ?? exercise.id
      mappedIds.set(exercise.id, exerciseId)
      names.push({ name, sets, certainty: 'exact', score: 1, exerciseId, exerciseName: name })
    } else {
      add(transferOf(exercise))
      const { category, equipment, tracking, unilateral } = exercise
      const newExercise = { name, category, equipment, tracking, unilateral }
      names.push({ name, sets, certainty: 'new', score: 0, newExercise })
    }
  }
  const usableIds = new Set([
    ...nameable.map(({ id }) => id),
    ...ownIds,
    ...newExercises.map(({ input }) => input.id),
  ])
  for (const [slug, sets] of setCountById) {
    if (usableIds.has(slug) || mappedIds.has(slug)) continue
    // The exercise is in another release's catalogue, so only its slug is known.
    const name = slug.replaceAll('-', ' ')
    const newExercise = { name, category: 'core', equipment: 'other', tracking: 'weight_reps' } as const
    const id = idByNameKey.get(foldCase(name)) ?? importedId(userId, 'exercise', slug)
    mappedIds.set(slug, id)
    if (!usableIds.has(id)) add({ input: { ...newExercise, id } })
    usableIds.add(id)
    names.push({ name: slug, sets, certainty: 'new', score: 0, newExercise })
  }
  return { newExercises, names, exerciseIdFor: (id) => mappedIds.get(id) ?? id }
}

function transferOf(exercise: Schemas['Exercise']): NewExercise {
  const { source: _, derived: __, revision, createdAt, updatedAt, deletedAt, ...input } = exercise
  return {
    input: {
      ...input,
      engagement: input.engagement.map(({ muscle, percent }) => ({ muscle, percent })),
    },
    stamps: {
      revision,
      createdAt: milliseconds(createdAt),
      updatedAt: milliseconds(updatedAt),
      deletedAt: optionalMilliseconds(deletedAt),
    },
  }
}

function deletedLast(a: Schemas['Exercise'], b: Schemas['Exercise']): number {
  return Number(a.deletedAt !== undefined) - Number(b.deletedAt !== undefined)
}

function setCounts(workouts: readonly Schemas['Workout'][]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { exercises } of workouts) {
    for (const { exerciseId, sets } of exercises) {
      counts.set(exerciseId, (counts.get(exerciseId) ?? 0) + sets.length)
    }
  }
  return counts
}
