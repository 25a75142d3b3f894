import { Pool } from 'pg'
import type { Schemas } from '#generated/types.ts'
import { claimsReader } from '../../complete-floor/authenticate.ts'
import { isWorkout } from '../../complete-floor/validate.ts'
import { notFound } from '../../floor/json.ts'
import type { LoadFacts } from '../../floor/totals.ts'
import { cursorAfter, pageSize } from '../../floor/workouts.ts'
import { type Caller, type ChangedRow, type Row, type Stamps, statementsOn } from './statements.ts'
import { createTables } from './tables.ts'
import { draftOf, needsBodyweight, requiredRevision, responseText, tagOf } from './workouts.ts'

// The complete floor on PostgreSQL: a hand-written server that does all the work of the API for workouts and
// pulls. It verifies each token and checks its session, validates input, checks exercises, stores the data
// for pulls and figures and the replaced states, and sends the headers of conditional requests. It has no
// logging or metrics. Each request is one statement, or two if totals depend on a bodyweight. Arguments:
// the port, and the URL of the database; the key of access tokens is REPLOG_JWT_SECRET.

const [port, url = ''] = process.argv.slice(2)
const pool = new Pool({ connectionString: url, max: 10, pipeline: true })
await createTables(pool)
const { rows: facts } = await pool.query<LoadFacts & { id: string }>(
  'select id, "perHand", "bodyweightShare" from "catalogueExercises"',
)
const factsById = new Map(facts.map((row) => [row.id, row]))
const claimsOf = claimsReader(Buffer.from(process.env.REPLOG_JWT_SECRET ?? ''))
const run = statementsOn(pool)

const headers = { 'Content-Type': 'application/json', 'Cache-Control': 'private, no-cache' }
const emptyResponse = (status: number) => new Response(null, { status })

function callerOf(request: Request): Caller | undefined {
  const claims = claimsOf(request)
  return claims && [claims.sub, claims.sid, Date.now()]
}

function workoutResponse(text: string, stamps: Stamps, status = 200): Response {
  return new Response(text, { status, headers: { ...headers, ETag: tagOf(text, stamps) } })
}

/** A page's limit; undefined if it is invalid. */
function limitOf(query: URLSearchParams, maxLimit: number): number | undefined {
  const limit = Number(query.get('limit') ?? pageSize)
  return Number.isInteger(limit) && limit >= 1 && limit <= maxLimit ? limit : undefined
}

const queryOf = (request: Request) =>
  new URLSearchParams(request.url.slice(request.url.indexOf('?') + 1 || Number.POSITIVE_INFINITY))

/** Whether the caller's session is open, for requests that run no other statement. */
const isOpen = async (caller: Caller) => (await run('weight', caller, 0)).length > 0

async function inputOf(request: Request): Promise<Schemas['WorkoutInput'] | undefined> {
  const input: unknown = JSON.parse(await request.text())
  return isWorkout(input, (id) => factsById.has(id)) ? input : undefined
}

/** The user's bodyweight at the start of a workout, if its totals depend on it; undefined without a session. */
async function bodyGrams(caller: Caller, input: Schemas['WorkoutInput']): Promise<number | undefined> {
  if (!needsBodyweight(input, factsById)) return 0
  const [row] = await run<{ grams: number | null }>('weight', caller, Date.parse(input.startedAt))
  return row && (row.grams ?? 0)
}

async function read(request: Request, id: string): Promise<Response> {
  const caller = callerOf(request)
  const [row] = caller ? await run<Row>('byId', caller, id) : []
  if (!row) return emptyResponse(401)
  if (row.body === null) return notFound()
  const text = responseText(row.body, row)
  return request.headers.get('if-none-match') === tagOf(text, row)
    ? emptyResponse(304)
    : workoutResponse(text, row)
}

async function list(request: Request): Promise<Response> {
  const caller = callerOf(request)
  if (!caller) return emptyResponse(401)
  const limit = limitOf(queryOf(request), 200)
  if (limit === undefined) return emptyResponse((await isOpen(caller)) ? 422 : 401)
  const rows = await run<Row>('newest', caller, limit + 1)
  if (rows.length === 0) return emptyResponse(401)
  const items = rows.slice(0, limit).flatMap((row) => (row.body === null ? [] : responseText(row.body, row)))
  const last = rows[limit - 1]
  const next = rows.length > limit && last ? `,"nextCursor":"${cursorAfter(last)}"` : ''
  return new Response(`{"items":[${items.join(',')}]${next}}`, { headers })
}

async function create(request: Request): Promise<Response> {
  const caller = callerOf(request)
  if (!caller) return emptyResponse(401)
  const input = await inputOf(request)
  if (!input) return emptyResponse((await isOpen(caller)) ? 422 : 401)
  const grams = await bodyGrams(caller, input)
  if (grams === undefined) return emptyResponse(401)
  const { id, startedAt, body, ...rest } = draftOf(input, input.id ?? Bun.randomUUIDv7(), factsById, grams)
  const columns = [id, startedAt, body, rest.setsByTime, rest.exerciseIds, rest.setsByExercise, rest.timeZone]
  const [row] = await run<Stamps>('insert', caller, ...columns)
  return row ? workoutResponse(responseText(body, row), row, 201) : emptyResponse(401)
}

async function replace(request: Request, id: string): Promise<Response> {
  const caller = callerOf(request)
  if (!caller) return emptyResponse(401)
  const input = await inputOf(request)
  const revision = requiredRevision(request.headers.get('if-match'))
  if (!input || revision === undefined) return emptyResponse((await isOpen(caller)) ? 422 : 401)
  const grams = await bodyGrams(caller, input)
  if (grams === undefined) return emptyResponse(401)
  const { startedAt, body, ...rest } = draftOf(input, id, factsById, grams)
  const columns = [
    id,
    startedAt,
    body,
    rest.setsByTime,
    rest.exerciseIds,
    rest.setsByExercise,
    revision,
    rest.timeZone,
  ]
  const [row] = await run<Row>('replace', caller, ...columns)
  if (!row) return emptyResponse(401)
  if (row.revision !== null) return workoutResponse(responseText(body, row), row)
  const [existing] = await run<Row>('byId', caller, id)
  return existing?.body ? emptyResponse(412) : notFound()
}

async function pull(request: Request): Promise<Response> {
  const caller = callerOf(request)
  if (!caller) return emptyResponse(401)
  const query = queryOf(request)
  const [limit, after] = [limitOf(query, 1000), Number(query.get('cursor') ?? 0)]
  if (limit === undefined || !Number.isInteger(after))
    return emptyResponse((await isOpen(caller)) ? 422 : 401)
  const rows = await run<ChangedRow>('changed', caller, after, limit + 1)
  if (rows.length === 0) return emptyResponse(401)
  const items = rows.slice(0, limit).flatMap((row) => {
    if (row.body === null) return []
    const { kind, revision, body } = row
    return `{"resource":"${kind}","op":"put","revision":${revision},"value":${responseText(body, row)}}`
  })
  const hasMore = rows.length > limit
  const seq = hasMore ? rows[limit - 1]?.seq : rows[0]?.last
  const end = `"nextCursor":"${seq}","hasMore":${hasMore},"seq":${seq}`
  return new Response(`{"items":[${items.join(',')}],${end}}`, { headers })
}

Bun.serve({
  port: Number(port),
  hostname: '127.0.0.1',
  routes: {
    '/livez': new Response('{"status":"ok"}'),
    '/api/workouts/:id': {
      GET: (request) => read(request, request.params.id),
      PUT: (request) => replace(request, request.params.id),
    },
    '/api/workouts': { GET: list, POST: create },
    '/api/sync/changes': { GET: pull },
  },
  fetch: notFound,
})
