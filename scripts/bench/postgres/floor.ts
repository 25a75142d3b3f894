import { Pool } from 'pg'
import type { Schemas } from '#generated/types.ts'
import { jsonText, notFound } from '../floor/json.ts'
import { countTotals, type LoadFacts, movesBody } from '../floor/totals.ts'
import { cursorAfter, workoutOf } from '../floor/workouts.ts'

// The bare floor on PostgreSQL: what hand-written Bun.serve and pg need for the same JSON, in the optimal
// schema: the text of the response, by user and id, and an index by time. Each request runs one prepared
// statement, which commits by itself; a new workout gets the user's next number in the same statement,
// for pulls. Tokens are read but not verified. Arguments: the port, and the URL of the database.

const [port, url = ''] = process.argv.slice(2)
const pool = new Pool({ connectionString: url, max: 10, pipeline: true })
await createTables()
const { rows: facts } = await pool.query<LoadFacts & { id: string }>(
  'select id, "perHand", "bodyweightShare" from "catalogueExercises"',
)
const factsById = new Map(facts.map((row) => [row.id, row]))

interface Row {
  readonly startedAt: number
  readonly id: string
  readonly body: string
}

const byId = 'select body from "floorWorkouts" where "userId" = $1 and id = $2'
const newest = `select "startedAt"::float8 as "startedAt", id, body from "floorWorkouts" where "userId" = $1
  order by "startedAt" desc, id desc limit $2`
const changed = 'select body from "floorWorkouts" where "userId" = $1 and seq > $2 order by seq limit $3'
const weight = `select canonical::float8 as canonical from measurements where "userId" = $1 and kind = 'bodyweight'
  and "deletedAt" is null and "measuredAt" <= $2 order by "measuredAt" desc limit 1`
const insert = `with next as (update "floorUsers" set seq = seq + 1 where id = $1 returning seq)
  insert into "floorWorkouts" ("userId", id, "startedAt", seq, body) select $1, $2, $3, seq, $4 from next`
const replace = `with next as (update "floorUsers" set seq = seq + 1 where id = $1 returning seq),
  kept as (insert into "floorRevisions" select "userId", id, seq, body from "floorWorkouts" where "userId" = $1 and id = $2)
  update "floorWorkouts" set "startedAt" = $3, body = $4, seq = next.seq from next where "userId" = $1 and "floorWorkouts".id = $2`

async function rowsOf<R extends object>(name: string, text: string, values: unknown[]): Promise<R[]> {
  return (await pool.query<R>({ name, text, values })).rows
}

const users = new Map<string, string>()

/** The id of the token's user. */
function userOf(request: Request): string {
  const token = request.headers.get('authorization') ?? ''
  const cachedId = users.get(token)
  if (cachedId !== undefined) return cachedId
  const { sub } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())
  users.set(token, sub)
  return sub
}

async function responseBody(userId: string, id: string, input: Schemas['WorkoutInput']): Promise<string> {
  const times = { startedAt: input.startedAt, endedAt: input.endedAt }
  const [bodyweight] = movesBody({ ...times, exercises: namesOf(input) }, factsById)
    ? await rowsOf<{ canonical: number }>('weight', weight, [userId, Date.parse(input.startedAt)])
    : []
  return JSON.stringify(
    workoutOf(input, id, Date.now(), (training) =>
      countTotals(training, factsById, bodyweight?.canonical ?? 0),
    ),
  )
}

const namesOf = ({ exercises }: Schemas['WorkoutInput']) =>
  exercises.map(({ exerciseId }) => ({ id: '', exerciseId, sets: [] }))

Bun.serve({
  port: Number(port),
  hostname: '127.0.0.1',
  routes: {
    '/livez': new Response('{"status":"ok"}'),
    '/api/workouts/:id': {
      async GET(request) {
        const [row] = await rowsOf<Row>('byId', byId, [userOf(request), request.params.id])
        return row ? jsonText(row.body) : notFound()
      },
      async PUT(request) {
        const input: Schemas['WorkoutInput'] = JSON.parse(await request.text())
        const [userId, { id }] = [userOf(request), request.params]
        const text = await responseBody(userId, id, input)
        await rowsOf('replace', replace, [userId, id, Date.parse(input.startedAt), text])
        return jsonText(text)
      },
    },
    '/api/workouts': {
      async GET(request) {
        const limit = Number(
          new URLSearchParams(request.url.slice(request.url.indexOf('?') + 1)).get('limit') ?? 50,
        )
        const rows = await rowsOf<Row>('newest', newest, [userOf(request), limit + 1])
        const last = rows[limit - 1]
        const next = rows.length > limit && last ? `,"nextCursor":"${cursorAfter(last)}"` : ''
        return jsonText(`{"items":[${rows.slice(0, limit).map(({ body }) => body)}]${next}}`)
      },
      async POST(request) {
        const input: Schemas['WorkoutInput'] = JSON.parse(await request.text())
        const [userId, id] = [userOf(request), Bun.randomUUIDv7()]
        const text = await responseBody(userId, id, input)
        await rowsOf('insert', insert, [userId, id, Date.parse(input.startedAt), text])
        return jsonText(text, 201)
      },
    },
    '/api/sync/changes': {
      async GET(request) {
        const rows = await rowsOf<Row>('changed', changed, [userOf(request), 0, 1000])
        const items = rows.map(({ body }) => `{"resource":"workout","op":"put","value":${body}}`)
        return jsonText(`{"items":[${items}],"nextCursor":"1000","hasMore":true}`)
      },
    },
  },
  fetch: notFound,
})

/** Creates the floor's own tables, with all users' data from Replog's tables. */
async function createTables(): Promise<void> {
  const iso = (column: string) =>
    `to_char(to_timestamp("${column}" / 1000.0) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
  await pool.query(`create table "floorUsers" as select id, seq from users;
    alter table "floorUsers" add primary key (id);
    create table "floorRevisions" ("userId" text, id text, seq bigint, body text, primary key ("userId", id, seq));
    create table "floorWorkouts" as select "userId", id, "startedAt", seq,
      left(content::text, -1) || ',"totals":{"volume":{"value":' || "volumeKg" || ',"unit":"kg"},"sets":' || "totalSets" ||
      ',"reps":' || "totalReps" || ',"durationSeconds":' || (("endedAt" - "startedAt") / 1000) ||
      '},"revision":' || revision || ',"createdAt":"' || ${iso('createdAt')} || '","updatedAt":"' || ${iso('updatedAt')} || '"}'
      as body from workouts where "deletedAt" is null;
    alter table "floorWorkouts" add primary key ("userId", id);
    create index on "floorWorkouts" ("userId", "startedAt", id);
    create index on "floorWorkouts" ("userId", seq);
    analyze`)
}
