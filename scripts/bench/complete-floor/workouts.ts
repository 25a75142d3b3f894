import type { Database } from 'bun:sqlite'
import { groupCommits } from '../floor/group-commits.ts'
import { notFound } from '../floor/json.ts'
import { prepareTotals } from '../floor/totals.ts'
import { createFloorTable, cursorAfter, pageSize, prepareReads, workoutOf } from '../floor/workouts.ts'
import { packSets } from './pack.ts'
import { isWorkout } from './validate.ts'

const headers = { 'Content-Type': 'application/json', 'Cache-Control': 'private, no-cache' }

/**
 * Routes for workouts as in the bare floor, which also store the number of each change for pulls, and the sets by
 * time and by exercise for figures.
 */
export function completeWorkoutRoutes(sqlite: Database) {
  createTables(sqlite)
  const { byId, newest } = prepareReads(sqlite)
  const nextSeq = sqlite.prepare<{ seq: number }, [string]>(
    'update users set seq = seq + 1 where id = ? returning seq',
  )
  const insert = sqlite.prepare(
    'insert into "floorWorkouts" ("userId", id, "startedAt", body, seq) values (?, ?, ?, ?, ?)',
  )
  const insertByTime = sqlite.prepare('insert into "floorByTime" values (?, ?, ?, ?)')
  const insertByExercise = sqlite.prepare('insert into "floorByExercise" values (?, ?, ?, ?, ?)')
  const catalogue = new Set(
    sqlite
      .prepare<{ id: string }, []>('select id from "catalogueExercises"')
      .all()
      .map(({ id }) => id),
  )
  const totalsOf = prepareTotals(sqlite)
  const write = groupCommits(sqlite)

  const save = (userId: string, input: Parameters<typeof workoutOf>[0]): string => {
    const workout = workoutOf(input, Bun.randomUUIDv7(), Date.now(), (training) => totalsOf(userId, training))
    const { id, exercises } = workout
    const startedAt = Date.parse(input.startedAt)
    const text = JSON.stringify(workout)
    insert.run(userId, id, startedAt, text, nextSeq.get(userId)?.seq ?? 0)
    insertByTime.run(userId, startedAt, id, packSets(exercises.flatMap(({ sets }) => sets)))
    for (const [exerciseId, entries] of Map.groupBy(exercises, (entry) => entry.exerciseId))
      insertByExercise.run(userId, exerciseId, startedAt, id, packSets(entries.flatMap(({ sets }) => sets)))
    return text
  }

  return {
    get(userId: string, id: string, request: Request): Response {
      const row = byId.get(userId, id)
      if (!row) return notFound()
      const tag = tagOf(row.body)
      if (request.headers.get('if-none-match') === tag) return new Response(null, { status: 304 })
      return new Response(row.body, { headers: { ...headers, ETag: tag } })
    },
    list(userId: string, url: string): Response {
      const limit = Number(new URLSearchParams(url.slice(url.indexOf('?') + 1)).get('limit') ?? pageSize)
      if (!Number.isInteger(limit) || limit < 1 || limit > 200) return new Response(null, { status: 422 })
      const rows = newest.all(userId, limit + 1)
      const items = rows.slice(0, limit).map(({ body }) => body)
      const last = rows[limit - 1]
      const next = rows.length > limit && last ? `,"nextCursor":"${cursorAfter(last)}"` : ''
      return new Response(`{"items":[${items.join(',')}]${next}}`, { headers })
    },
    async post(userId: string, request: Request): Promise<Response> {
      const input: unknown = JSON.parse(await request.text())
      if (!isWorkout(input, (id) => catalogue.has(id))) return new Response(null, { status: 422 })
      const text = await write(() => save(userId, input))
      const tag = tagOf(text)
      return new Response(text, { status: 201, headers: { ...headers, ETag: tag } })
    },
  }
}

function tagOf(text: string): string {
  return `"${Bun.hash(text).toString(36)}"`
}

function createTables(sqlite: Database): void {
  createFloorTable(sqlite)
  sqlite.run('pragma synchronous = off')
  sqlite.transaction(() => {
    sqlite.run('alter table "floorWorkouts" add column seq integer not null default 0')
    sqlite.run('create index "floorBySeq" on "floorWorkouts" ("userId", seq)')
    sqlite.run(
      `create table "floorByTime" ("userId" text, "startedAt" integer, id text, sets blob,
       primary key ("userId", "startedAt", id)) strict, without rowid`,
    )
    sqlite.run(
      `insert into "floorByTime" select "userId", "startedAt", "workoutId", "packedSets" from "packedWorkouts"`,
    )
    sqlite.run(
      `create table "floorByExercise" ("userId" text, "exerciseId" text, "startedAt" integer, id text, sets blob,
       primary key ("userId", "exerciseId", "startedAt", id)) strict, without rowid`,
    )
    sqlite.run(
      `insert into "floorByExercise"
       select "userId", "exerciseId", "startedAt", "workoutId", "packedSets" from "performedExercises"`,
    )
  })()
  sqlite.run('pragma synchronous = full')
}
