import { type Profile, userOf } from '#db/accounts/users.ts'
import { fromJson } from '#db/engine/json.ts'
import { listOwnExercises } from '#db/exercises/find.ts'
import { rememberedNames } from '#db/imports/name-mappings.ts'
import { listMeasurements } from '#db/measurements/measurements.ts'
import type { Reader } from '#db/schema/index.ts'
import { findLandmarks } from '#db/training-settings/landmarks.ts'
import { listProgressions, type ProgressionRow } from '#db/training-settings/progressions.ts'
import { listSorenessAfter, type SorenessRow } from '#db/training-settings/soreness.ts'
import { instant } from '#db/values/instant.ts'
import type { WorkoutOrder } from '#db/workouts/list.ts'
import { textStream } from '#http/response/text-stream.ts'
import { presentExercise } from '#services/exercises/shape.ts'
import { presentMeasurement } from '#services/measurements/shape.ts'
import { workoutPages } from '#services/workouts/pages.ts'
import { presentWorkouts } from '#services/workouts/present.ts'
import type { AppHandlers } from './context.ts'

/** How many workouts are read at a time: few enough for other requests to be answered in between. */
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

/** The text of an `AccountExport` in pieces, each read on demand. */
async function* accountDocument(db: Reader, user: Profile, exportedAt: string): AsyncGenerator<string> {
  yield* head(db, user, exportedAt)
  yield* pages(presentedPages(db, user, 'newest'))
  yield '],"measurements":['
  yield* pages(measurementPages(db, user))
  yield '],"progressions":['
  yield listed((await listProgressions(db, user.id)).map(chosenProgression))
  yield '],"soreness":['
  yield* pages(sorenessPages(db, user))
  yield ']'
  const landmarks = await findLandmarks(db, user.id)
  if (landmarks.revision > 0) yield `,"landmarks":${JSON.stringify(landmarks)}`
  yield ',"rememberedNames":['
  const names = await rememberedNames(db, user.id)
  yield listed([...names].map(([name, exerciseId]) => ({ name, exerciseId })))
  yield ']}'
}

/** The same for the workouts alone, oldest first, with the exercises that they use. */
export async function* workoutsDocument(
  db: Reader,
  user: Profile,
  exportedAt: string,
): AsyncGenerator<string> {
  yield* head(db, user, exportedAt)
  yield* pages(presentedPages(db, user, 'oldest'))
  yield '],"measurements":[]}'
}

async function* head(db: Reader, user: Profile, exportedAt: string): AsyncGenerator<string> {
  const members = { format: 'replog', version: 1, exportedAt, user: userOf(user) }
  yield `${JSON.stringify(members).slice(0, -1)},"exercises":[`
  yield listed((await listOwnExercises(db, user.id)).map(presentExercise))
  yield '],"workouts":['
}

function chosenProgression({ exerciseId, progression, since, revision }: ProgressionRow) {
  return { exerciseId, progression: progression && fromJson(progression), since: instant(since), revision }
}

async function* sorenessPages(db: Reader, user: Profile) {
  let after: SorenessRow | undefined
  do {
    const page = await listSorenessAfter(db, user.id, after, pageSize)
    yield page.map(({ muscle, soreness, reportedAt }) => ({ muscle, soreness, at: instant(reportedAt) }))
    after = page.length < pageSize ? undefined : page.at(-1)
  } while (after)
}

async function* presentedPages(db: Reader, user: Profile, order: WorkoutOrder) {
  for await (const page of workoutPages(db, user.id, order))
    yield await presentWorkouts(db, user, page, user.unit)
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

/** The items of all pages, as the inside of one JSON array. */
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
