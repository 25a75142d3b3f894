import type { Profile } from '#db/accounts/users.ts'
import { fromJson } from '#db/engine/json.ts'
import { findExercise } from '#db/exercises/find.ts'
import type { Reader } from '#db/schema/index.ts'
import { instant } from '#db/values/instant.ts'
import { contentOf } from '#db/workouts/content.ts'
import type { WorkoutOrder } from '#db/workouts/list.ts'
import { textStream } from '#http/response/text-stream.ts'
import { bracketedName } from '#interchange/write/app-name.ts'
import type { ExportOptions, WrittenExercise, WrittenWorkout } from '#interchange/write/export-options.ts'
import { writeFitNotes } from '#interchange/write/fitnotes.ts'
import { writeHevy } from '#interchange/write/hevy.ts'
import { writeStrong } from '#interchange/write/strong.ts'
import { workoutPages } from '#services/workouts/pages.ts'
import { workoutsDocument } from './account-export.ts'
import type { AppHandlers } from './context.ts'

const writers = { strong: writeStrong, hevy: writeHevy, fitnotes: writeFitNotes } as const

/** The order in which each app writes its own exports. */
const orders = {
  strong: 'oldest',
  hevy: 'newest',
  fitnotes: 'oldest',
} as const satisfies Record<keyof typeof writers, WorkoutOrder>

/** The handler of `GET /api/exports/workouts`. */
export const exports: Pick<AppHandlers, 'exportWorkouts'> = {
  exportWorkouts({ query: { format, unit }, principal: { user }, db, now }) {
    const exportedAt = instant(now())
    const file = `replog-${format}-${exportedAt.slice(0, 10)}.${format === 'json' ? 'json' : 'csv'}`
    const headers = { 'Content-Disposition': `attachment; filename="${file}"` }
    if (format === 'json') {
      const body = textStream(workoutsDocument(db, user, exportedAt))
      return { status: 200, body, mediaType: 'application/json', headers }
    }
    const body = textStream(csvDocument(db, user, format, unit ?? user.unit))
    return { status: 200, body, mediaType: 'text/csv', headers }
  },
}

async function* csvDocument(
  db: Reader,
  user: Profile,
  format: keyof typeof writers,
  weightUnit: ExportOptions['weightUnit'],
): AsyncGenerator<string> {
  const names = new Map<string, WrittenExercise>()
  const options: ExportOptions = {
    weightUnit,
    distanceUnit: user.distanceUnit,
    exerciseOf: (id) => names.get(id) ?? { name: id, category: 'core' },
  }
  yield* inChunks(writers[format](workoutsOf(db, user, orders[format], names), options))
}

/** All workouts; collects the names of their exercises along the way. */
async function* workoutsOf(
  db: Reader,
  user: Profile,
  order: WorkoutOrder,
  names: Map<string, WrittenExercise>,
): AsyncGenerator<WrittenWorkout> {
  for await (const page of workoutPages(db, user.id, order)) {
    for (const aggregate of page) {
      for (const { exerciseId } of aggregate.exercises) {
        if (names.has(exerciseId)) continue
        const exercise = await findExercise(db, user.id, exerciseId)
        if (!exercise) continue
        const { name, aliases, category } = exercise
        names.set(exerciseId, { name: bracketedName({ name, aliases: fromJson(aliases) }), category })
      }
      yield contentOf(aggregate)
    }
    await new Promise(setImmediate)
  }
}

/** The same text in fewer pieces, as each costs a turn of the stream. */
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
