import { nameableExercises } from '#db/exercises/nameable.ts'
import { exerciseNameLookup } from '#db/exercises/names.ts'
import { rememberedNames } from '#db/imports/name-mappings.ts'
import type { Reader } from '#db/schema/index.ts'
import type { Schemas } from '#generated/types.ts'
import { exerciseNameKey } from '#interchange/identity.ts'
import { ImportFileError } from '#interchange/model.ts'
import { mapNames } from '#interchange/names/map-names.ts'
import {
  fileExercisesIn,
  type ProgramFile,
  type Routine,
  readProgramFile,
} from '#interchange/program-file.ts'
import { createYielder } from '#lib/yield.ts'
import { type Current, type Invalid, invalid } from '../crud/results.ts'

/**
 * Converts a file with a Replog program or Hevy routines to programs that can be posted. Nothing is
 * stored.
 */
export async function convertProgram(
  db: Reader,
  userId: string,
  { text, mappings = [] }: Schemas['ProgramFile'],
): Promise<Current<Schemas['ConvertedPrograms']> | Invalid> {
  const file = fileIn(text)
  if ('kind' in file) return file
  if (file.format === 'replog') {
    return { kind: 'current', value: { format: 'replog', programs: [file.program], names: [] } }
  }
  const { routines } = file
  const exercises = await nameableExercises(db, userId)
  const exerciseIds = new Set(exercises.map(({ id }) => id))
  const unknownIndexes = mappings.flatMap(({ exerciseId }, index) =>
    exerciseIds.has(exerciseId) ? [] : index,
  )
  if (unknownIndexes.length > 0) {
    const message = 'There is no such exercise.'
    return invalid(
      ...unknownIndexes.map(
        (index) => ({ pointer: `/mappings/${index}/exerciseId`, code: 'unknown_exercise', message }) as const,
      ),
    )
  }
  const remembered = new Map(await rememberedNames(db, userId))
  for (const { name, exerciseId } of mappings) remembered.set(exerciseNameKey(name), exerciseId)
  const meanings = mapNames(
    fileExercisesIn(routines),
    await exerciseNameLookup(db, exercises, createYielder()),
    remembered,
  )
  const idOf = (name: string) => {
    const meaning = meanings.get(name)
    return meaning?.kind === 'known' ? meaning.exerciseId : undefined
  }
  return {
    kind: 'current',
    value: {
      format: 'hevy',
      programs: routines.flatMap((routine) => programOf(routine, idOf)),
      names: Array.from(meanings, ([name, meaning]) =>
        meaning.kind === 'known'
          ? { name, exerciseId: meaning.exerciseId, candidates: [] }
          : { name, candidates: [...meaning.candidates] },
      ),
    },
  }
}

function fileIn(text: string): ProgramFile | Invalid {
  try {
    return readProgramFile(text)
  } catch (error) {
    if (!(error instanceof ImportFileError)) throw error
    const code = error.code === 'malformed_json' ? 'file_malformed_json' : 'file_unknown_format'
    return invalid({ pointer: '/text', code, message: error.message })
  }
}

/** Converts a routine to a program of one day; empty if none of its exercises is known. */
function programOf(
  { name, notes, exercises }: Routine,
  idOf: (name: string) => string | undefined,
): Schemas['ProgramInput'][] {
  const slots = exercises.flatMap((exercise, index): Schemas['ProgramSlot'][] => {
    const exerciseId = idOf(exercise.name)
    if (exerciseId === undefined) return []
    const { name: _, sets, ...rest } = exercise
    return [{ key: `slot-${index + 1}`, exerciseId, ...rest, sets: [...sets] }]
  })
  if (slots.length === 0) return []
  return [
    {
      name,
      ...(notes !== undefined && { notes }),
      days: [{ key: 'day', slots }],
      weeks: [{ key: 'week', days: ['day'] }],
    },
  ]
}
