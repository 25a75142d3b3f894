import type { Database } from 'bun:sqlite'
import type { Schemas } from '#generated/types.ts'
import { groupCommits } from './group-commits.ts'
import { jsonText, notFound } from './json.ts'
import { prepareTotals, type Training } from './totals.ts'

type Input = Schemas['WorkoutInput']
type Workout = Schemas['Workout']

/** The API's default page size. */
export const pageSize = 50

/** A workout in a list. */
export interface FloorRow {
  readonly startedAt: number
  readonly id: string
  readonly body: string
}

/**
 * Hand-written reads and writes of workouts, in the optimal schema: the text of the response, with its
 * totals, by user and id, and an index by time. Concurrent writes commit together.
 */
export function workoutRoutes(sqlite: Database, userId: string) {
  createFloorTable(sqlite)
  const { byId, newest } = prepareReads(sqlite)
  const insert = sqlite.prepare(
    'insert into "floorWorkouts" ("userId", id, "startedAt", body) values (?, ?, ?, ?)',
  )
  const totalsOf = prepareTotals(sqlite)
  const write = groupCommits(sqlite)

  return {
    get(id: string): Response {
      const row = byId.get(userId, id)
      return row ? jsonText(row.body) : notFound()
    },
    list(url: string): Response {
      const limit = Number(new URLSearchParams(url.slice(url.indexOf('?') + 1)).get('limit') ?? pageSize)
      const rows = newest.all(userId, limit + 1)
      const items = rows.slice(0, limit).map(({ body }) => body)
      const last = rows[limit - 1]
      const next = rows.length > limit && last ? `,"nextCursor":"${cursorAfter(last)}"` : ''
      return jsonText(`{"items":[${items.join(',')}]${next}}`)
    },
    async post(request: Request): Promise<Response> {
      const input: Input = JSON.parse(await request.text())
      const body = await write(() => {
        const workout = workoutOf(input, Bun.randomUUIDv7(), Date.now(), (training) =>
          totalsOf(userId, training),
        )
        const text = JSON.stringify(workout)
        insert.run(userId, workout.id, Date.parse(input.startedAt), text)
        return text
      })
      return jsonText(body, 201)
    },
  }
}

/** Prepares the reads of the floor's table, which both floors share. */
export function prepareReads(sqlite: Database) {
  return {
    byId: sqlite.prepare<{ body: string }, [string, string]>(
      'select body from "floorWorkouts" where "userId" = ? and id = ?',
    ),
    newest: sqlite.prepare<FloorRow, [string, number]>(
      `select "startedAt", id, body from "floorWorkouts" where "userId" = ?
       order by "startedAt" desc, id desc limit ?`,
    ),
  }
}

/** The cursor of a page that ends with this workout. */
export function cursorAfter({ startedAt, id }: Pick<FloorRow, 'startedAt' | 'id'>): string {
  return Buffer.from(JSON.stringify([startedAt, id])).toString('base64url')
}

/** The response to a new workout. */
export function workoutOf(
  { name, startedAt, endedAt, exercises }: Input,
  id: string,
  now: number,
  totalsOf: (training: Training) => Workout['totals'],
): Workout {
  const entries = exercises.map(({ exerciseId, sets }) => ({
    id: Bun.randomUUIDv7(),
    exerciseId,
    sets: sets.map((set) => ({ id: Bun.randomUUIDv7(), ...set })),
  }))
  const time = new Date(now).toISOString()
  return {
    id,
    startedAt,
    timeZone: 'Europe/Berlin',
    exercises: entries,
    ...(name !== undefined && { name }),
    ...(endedAt !== undefined && { endedAt }),
    totals: totalsOf({ startedAt, endedAt, exercises: entries }),
    revision: 1,
    createdAt: time,
    updatedAt: time,
  }
}

/** Creates the floor's own table, with all users' workouts from Replog's tables. */
export function createFloorTable(sqlite: Database): void {
  sqlite.run('pragma synchronous = off')
  sqlite.transaction(() => {
    sqlite.run(
      `create table "floorWorkouts" (
         "userId" text not null, id text not null, "startedAt" integer not null, body text not null,
         primary key ("userId", id)) strict`,
    )
    // The floor must return the same workouts as Replog.
    sqlite.run(
      `insert into "floorWorkouts"
       select "userId", id, "startedAt", substr(content, 1, length(content) - 1) ||
         ',"totals":{"volume":{"value":' || json_quote("volumeKg") || ',"unit":"kg"},"sets":' || "totalSets" ||
         ',"reps":' || "totalReps" || ',"durationSeconds":' || (("endedAt" - "startedAt") / 1000) ||
         '},"revision":' || revision ||
         ',"createdAt":"' || strftime('%Y-%m-%dT%H:%M:%fZ', "createdAt" / 1000.0, 'unixepoch') ||
         '","updatedAt":"' || strftime('%Y-%m-%dT%H:%M:%fZ', "updatedAt" / 1000.0, 'unixepoch') || '"}'
       from workouts where "deletedAt" is null order by "startedAt"`,
    )
    sqlite.run('create index "floorByStart" on "floorWorkouts" ("userId", "startedAt", id)')
  })()
  sqlite.run('pragma synchronous = full')
}
