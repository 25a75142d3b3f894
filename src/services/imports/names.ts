import { nameableExercises } from '#db/exercises/nameable.ts'
import { exerciseNameLookup } from '#db/exercises/names.ts'
import { rememberedNames } from '#db/imports/name-mappings.ts'
import type { Reader } from '#db/schema/index.ts'
import type { Schemas } from '#generated/types.ts'
import { exerciseNameKey, importedId } from '#interchange/identity.ts'
import type { ImportedLog } from '#interchange/model.ts'
import { mappedNames } from '#interchange/names/map-names.ts'
import { foldCase } from '#lib/fold.ts'
import { createYielder } from '#lib/yield.ts'
import type { FieldProblem } from '../crud/results.ts'

/** The meaning of a name in a file. */
export interface NameMeaning {
  readonly exerciseId: string
  readonly certainty: Schemas['Certainty']
  /** 0–1. */
  readonly score: number
  readonly exerciseName: string
  /** The exercise to create with the id `exerciseId`. */
  readonly draft?: Schemas['ExerciseDraft']
  /** Other possible meanings. */
  readonly candidates?: readonly Schemas['ImportCandidate'][]
}

/** The meaning of each name in a file, and the meanings that the user chose with the commit. */
export interface Meanings {
  readonly byName: ReadonlyMap<string, NameMeaning>
  /** Exercise ids by the key under which they are remembered. */
  readonly namesToRemember: ReadonlyMap<string, string>
  readonly problems: readonly FieldProblem[]
}

type Corrections = readonly Schemas['ImportMapping'][]

/**
 * Determines the meanings of names for a user: from corrections, then from remembered names, then from
 * the catalogue.
 */
export async function meaningsOf(
  db: Reader,
  userId: string,
  log: ImportedLog,
  corrections: Corrections = [],
  signal?: AbortSignal,
): Promise<Meanings> {
  const exercises = await nameableExercises(db, userId)
  const nameById = new Map(exercises.map(({ id, name }) => [id, name]))
  const ownByNameKey = new Map(
    exercises.flatMap(({ id, nameKey, source }) => (source === 'custom' ? [[nameKey, id] as const] : [])),
  )
  const remembered = new Map(
    [...(await rememberedNames(db, userId))].filter(([, exerciseId]) => nameById.has(exerciseId)),
  )
  const createdByNameKey = new Map<string, string>()
  const newMeaning = (
    draft: Schemas['ExerciseDraft'],
    key: string,
    certainty: 'given' | 'new',
  ): NameMeaning => {
    const existing = ownByNameKey.get(foldCase(draft.name))
    if (existing !== undefined) {
      return {
        exerciseId: existing,
        certainty: 'exact',
        score: 1,
        exerciseName: nameById.get(existing) ?? draft.name,
      }
    }
    const nameKey = foldCase(draft.name)
    const exerciseId = createdByNameKey.get(nameKey) ?? importedId(userId, 'exercise', key)
    createdByNameKey.set(nameKey, exerciseId)
    return { exerciseId, certainty, score: certainty === 'given' ? 1 : 0, exerciseName: draft.name, draft }
  }

  const problems: FieldProblem[] = []
  const correctedByKey = new Map<string, NameMeaning>()
  const keysInFile = new Set(log.exercises.map(({ name }) => exerciseNameKey(name)))
  for (const [index, { name, exerciseId, newExercise }] of corrections.entries()) {
    const pointer = `/mappings/${index}`
    const key = exerciseNameKey(name)
    if (!keysInFile.has(key)) {
      problems.push({ pointer: `${pointer}/name`, code: 'range', message: 'Must be a name from the file.' })
    } else if (newExercise !== undefined) {
      correctedByKey.set(key, newMeaning(newExercise, exerciseNameKey(newExercise.name), 'given'))
    } else if (exerciseId !== undefined) {
      // The contract requires exactly one of `newExercise` and `exerciseId`.
      const exerciseName = nameById.get(exerciseId)
      if (exerciseName === undefined) {
        const message = 'There is no such exercise.'
        problems.push({ pointer: `${pointer}/exerciseId`, code: 'unknown_exercise', message })
      } else correctedByKey.set(key, { exerciseId, certainty: 'given', score: 1, exerciseName })
    }
  }

  const pause = createYielder(signal)
  const names = await exerciseNameLookup(db, exercises, pause)
  const byName = new Map<string, NameMeaning>()
  for (const [name, mapping] of mappedNames(log.exercises, names, remembered)) {
    await pause()
    const correction = correctedByKey.get(exerciseNameKey(name))
    if (correction) byName.set(name, correction)
    else if (mapping.kind === 'custom') {
      const meaning = newMeaning(mapping.draft, mapping.key, 'new')
      const candidates = mapping.candidates.map((id) => ({
        exerciseId: id,
        exerciseName: nameById.get(id) ?? id,
      }))
      byName.set(name, meaning.draft ? { ...meaning, candidates } : meaning)
    } else {
      const { exerciseId, certainty, score } = mapping
      byName.set(name, { exerciseId, certainty, score, exerciseName: nameById.get(exerciseId) ?? name })
    }
  }
  const namesToRemember = new Map([...correctedByKey].map(([key, { exerciseId }]) => [key, exerciseId]))
  return { byName, namesToRemember, problems }
}
