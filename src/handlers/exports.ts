import { findExercise } from '../db/exercises/find.ts'
import { instant } from '../db/instant.ts'
import { fromJson } from '../db/json.ts'
import type { Reader } from '../db/schema.ts'
import type { Profile } from '../db/users.ts'
import { contentOf } from '../db/workouts/content.ts'
import { listWorkouts } from '../db/workouts/list.ts'
import { textStream } from '../http/text-stream.ts'
import { bracketedName } from '../interchange/write/app-name.ts'
import type { ExportOptions, WrittenExercise, WrittenWorkout } from '../interchange/write/export-options.ts'
import { writeFitNotes } from '../interchange/write/fitnotes.ts'
import { writeHevy } from '../interchange/write/hevy.ts'
import { writeStrong } from '../interchange/write/strong.ts'
import type { AppHandlers } from './context.ts'
import { accountDocument } from './export.ts'

/** How much is read at a time: little enough that other requests are answered in between. */
const pageSize = 100

const writers = { strong: writeStrong, hevy: writeHevy, fitnotes: writeFitNotes } as const

/** The handler of `GET /api/exports/workouts`. */
export const exports: Pick<AppHandlers, 'exportWorkouts'> = {
  exportWorkouts({ query: { format, unit }, principal: { user }, db, now }) {
    const exportedAt = instant(now())
    const file = `replog-${format}-${exportedAt.slice(0, 10)}.${format === 'json' ? 'json' : 'csv'}`
    const headers = { 'Content-Disposition': `attachment; filename="${file}"` }
    if (format === 'json') {
      const body = textStream(accountDocument(db, user, exportedAt, { withMeasurements: false }))
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
    timeZone: user.timeZone,
    weightUnit,
    distanceUnit: user.distanceUnit,
    exerciseOf: (id) => names.get(id) ?? { name: id, category: 'core' },
  }
  yield* inChunks(writers[format](workoutsOf(db, user, names), options))
}

/** All workouts, newest first, and on the way what their exercises are called. */
async function* workoutsOf(
  db: Reader,
  user: Profile,
  names: Map<string, WrittenExercise>,
): AsyncGenerator<WrittenWorkout> {
  let after: { startedAt: number; id: string } | undefined
  do {
    const page = await listWorkouts(db, user.id, {}, { after, limit: pageSize })
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
    const last = page.length < pageSize ? undefined : page.at(-1)?.workout
    after = last && { startedAt: last.startedAt, id: last.id }
    await new Promise(setImmediate)
  } while (after)
}

/** The same text in fewer pieces: each costs a turn of the stream. */
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
