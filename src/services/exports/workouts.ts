import type { Profile } from '#db/accounts/users.ts'
import { fromJson } from '#db/engine/json.ts'
import { findExercise } from '#db/exercises/find.ts'
import type { Reader } from '#db/schema/index.ts'
import { contentOf } from '#db/workouts/content.ts'
import { readWorkout } from '#db/workouts/document.ts'
import type { WorkoutOrder } from '#db/workouts/list.ts'
import { bracketedName } from '#interchange/write/app-name.ts'
import type { ExportOptions, WrittenExercise, WrittenWorkout } from '#interchange/write/export-options.ts'
import { writeFitNotes } from '#interchange/write/fitnotes.ts'
import { writeHevy } from '#interchange/write/hevy.ts'
import { writeStrong } from '#interchange/write/strong.ts'
import { workoutPages } from '../workouts/pages.ts'

const writers = { strong: writeStrong, hevy: writeHevy, fitnotes: writeFitNotes } as const

/** The apps whose formats can be exported. */
export type AppFormat = keyof typeof writers

/** The order of workouts in each app's own exports. */
const orderByFormat = {
  strong: 'oldest',
  hevy: 'newest',
  fitnotes: 'oldest',
} as const satisfies Record<AppFormat, WorkoutOrder>

/** A user's workouts in another app's format, in pieces, each read on demand. */
export async function* csvDocument(
  db: Reader,
  user: Profile,
  format: AppFormat,
  weightUnit: ExportOptions['weightUnit'],
): AsyncGenerator<string> {
  const names = new Map<string, WrittenExercise>()
  const options: ExportOptions = {
    weightUnit,
    distanceUnit: user.distanceUnit,
    exerciseOf: (id) => names.get(id) ?? { name: id, category: 'core' },
  }
  yield* inChunks(writers[format](workoutsOf(db, user, orderByFormat[format], names), options))
}

/** Yields all workouts, and collects the names of their exercises. */
async function* workoutsOf(
  db: Reader,
  user: Profile,
  order: WorkoutOrder,
  names: Map<string, WrittenExercise>,
): AsyncGenerator<WrittenWorkout> {
  for await (const page of workoutPages(db, user.id, order)) {
    for (const stored of page) {
      const workout = readWorkout(stored)
      for (const { exerciseId } of workout.exercises) {
        if (names.has(exerciseId)) continue
        const exercise = await findExercise(db, user.id, exerciseId)
        if (!exercise) continue
        const { name, aliases, category } = exercise
        names.set(exerciseId, { name: bracketedName({ name, aliases: fromJson(aliases) }), category })
      }
      yield contentOf(workout)
    }
    await new Promise(setImmediate)
  }
}

/** Joins pieces of text into larger chunks, because each chunk costs a turn of the event loop. */
async function* inChunks(pieces: AsyncGenerator<string>): AsyncGenerator<string> {
  const chunkLength = 32_768
  let chunk = ''
  for await (const piece of pieces) {
    chunk += piece
    if (chunk.length < chunkLength) continue
    yield chunk
    chunk = ''
  }
  if (chunk !== '') yield chunk
}
