import { listOwnExercises } from '../db/exercises/find.ts'
import { instant } from '../db/instant.ts'
import { listMeasurements } from '../db/measurements.ts'
import type { Reader } from '../db/schema.ts'
import { type Profile, userOf } from '../db/users.ts'
import { listWorkouts } from '../db/workouts/list.ts'
import { textStream } from '../http/text-stream.ts'
import type { AppHandlers } from './context.ts'
import { presentExercise } from './exercises/shape.ts'
import { presentMeasurement } from './measurements/shape.ts'
import { presentWorkouts } from './workouts/present.ts'

/** How much is read at a time: little enough that other requests are answered in between. */
const pageSize = 100

/** The handler of `GET /api/users/me/export`. */
export const accountExport: Pick<AppHandlers, 'exportMe'> = {
  exportMe({ principal: { user }, db, now }) {
    const exportedAt = instant(now())
    return {
      status: 200,
      body: textStream(accountDocument(db, user, exportedAt)),
      mediaType: 'application/json',
      headers: { 'Content-Disposition': `attachment; filename="replog-${exportedAt.slice(0, 10)}.json"` },
    }
  },
}

/** The text of an `AccountExport` in pieces, each read when it is asked for. */
export async function* accountDocument(
  db: Reader,
  user: Profile,
  exportedAt: string,
  { withMeasurements = true } = {},
): AsyncGenerator<string> {
  const head = { format: 'replog', version: 1, exportedAt, user: userOf(user) }
  yield `${JSON.stringify(head).slice(0, -1)},"exercises":[`
  yield listed((await listOwnExercises(db, user.id)).map(presentExercise))
  yield '],"workouts":['
  yield* pages(workoutPages(db, user))
  yield '],"measurements":['
  if (withMeasurements) yield* pages(measurementPages(db, user))
  yield ']}'
}

async function* workoutPages(db: Reader, user: Profile) {
  let after: { startedAt: number; id: string } | undefined
  do {
    const page = await listWorkouts(db, user.id, {}, { after, limit: pageSize })
    yield await presentWorkouts(db, user, page, user.unit)
    const last = page.length < pageSize ? undefined : page.at(-1)?.workout
    after = last && { startedAt: last.startedAt, id: last.id }
  } while (after)
}

async function* measurementPages(db: Reader, user: Profile) {
  let after: { measuredAt: number; id: string } | undefined
  do {
    const page = await listMeasurements(db, user.id, {}, { after, limit: pageSize })
    yield page.map(presentMeasurement)
    const last = page.length < pageSize ? undefined : page.at(-1)
    after = last && { measuredAt: last.measuredAt, id: last.id }
  } while (after)
}

/** The items of all pages as the inside of one JSON array. */
async function* pages(lists: AsyncIterable<readonly unknown[]>): AsyncGenerator<string> {
  let separator = ''
  for await (const items of lists) {
    if (items.length === 0) continue
    yield separator + listed(items)
    separator = ','
  }
}

function listed(items: readonly unknown[]): string {
  return items.map((item) => JSON.stringify(item)).join(',')
}
