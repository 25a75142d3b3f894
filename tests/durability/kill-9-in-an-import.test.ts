import { afterEach, expect, test } from 'bun:test'
import { databaseFile } from '#db/engine/sqlite/data-folder.ts'
import { withExistingDatabase } from '#db/engine/sqlite/with-existing-database.ts'
import { inspect } from '#db/maintenance/inspect.ts'
import type { Schemas } from '#generated/types.ts'
import { strongFile } from '#tests/handlers/imports/import-file.ts'
import { endProcesses, runServer, type TestProcess } from '#tests/server/process.ts'
import { temporaryFolder } from '#tests/support/folder.ts'
import { runs } from '#tests/support/runs.ts'
import { copySeededDatabase } from '#tests/support/template.ts'

afterEach(endProcesses)

const kills = runs(5)
const workouts = 150
const setsOfWorkout = 20
const counts = { workouts, sets: workouts * setsOfWorkout }
const noCounts = { workouts: 0, sets: 0 }

const day = (index: number) => new Date(Date.UTC(2020, 0, 1 + index)).toISOString().slice(0, 10)
const file = strongFile(
  ...Array.from({ length: counts.sets }, (_, index) => {
    return [day(Math.floor(index / setsOfWorkout)), 'Odd Thing', 1 + (index % setsOfWorkout)] as const
  }),
)

const folder = temporaryFolder()
const users = new Map<string, string>()

/** Starts a server process on the folder, and waits until it is ready. */
async function serve(): Promise<Server> {
  const env = { PORT: '0', REPLOG_DATA: folder, REPLOG_RATE_LIMIT: 'off' }
  const server = runServer(env)
  const { url } = await server.line('ready')
  return { server, origin: new URL(String(url)).origin }
}

interface Server {
  readonly server: TestProcess
  readonly origin: string
}

async function send<Body>(
  { origin }: Server,
  name: string,
  method: string,
  path: string,
  body?: unknown,
): Promise<Body> {
  const isForm = body instanceof FormData
  const response = await fetch(origin + path, {
    method,
    headers: {
      Authorization: `Bearer ${users.get(name) ?? ''}`,
      ...(body !== undefined && !isForm && { 'Content-Type': 'application/json' }),
    },
    ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`rejected: ${response.status} ${text}`)
  return JSON.parse(text)
}

async function register(server: Server, name: string): Promise<void> {
  const body = { email: `${name}@example.com`, password: 'correct horse battery' }
  users.set(
    name,
    (await send<Schemas['Tokens']>(server, name, 'POST', '/api/auth/register', body)).accessToken,
  )
}

async function upload(server: Server): Promise<string> {
  const form = new FormData()
  form.set('file', new Blob([file]), 'log.csv')
  return (await send<Schemas['Import']>(server, 'ada', 'POST', '/api/imports', form)).id
}

/** Logs one workout after another until the server is killed, and collects the acknowledged ids. */
async function log(server: Server, acknowledged: string[]): Promise<void> {
  const body = { startedAt: '2026-11-20T17:02:00.000Z', exercises: [] }
  try {
    for (;;)
      acknowledged.push((await send<Schemas['Workout']>(server, 'bob', 'POST', '/api/workouts', body)).id)
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('rejected')) throw error
  }
}

/** Counts Ada's rows in the database, without tombstones, and lists the findings of an inspection. */
function stored(): typeof counts & { readonly findings: readonly unknown[] } {
  return withExistingDatabase(databaseFile(folder), (sqlite) => {
    const count = (sql: string) => sqlite.query<{ count: number }, []>(sql).get()?.count ?? -1
    const ada = `(select id from users where "emailKey" = 'ada@example.com')`
    return {
      workouts: count(
        `select count(*) as count from workouts where "userId" = ${ada} and "deletedAt" is null`,
      ),
      sets: count(`select count(*) as count from sets where "userId" = ${ada}`),
      findings: inspect(sqlite).findings.filter(({ good }) => !good),
    }
  })
}

/** Commits an import and kills the server after a delay. Resolves to the ids of Bob's acknowledged workouts. */
async function killDuringCommit(server: Server, id: string, milliseconds: number): Promise<string[]> {
  const acknowledged: string[] = []
  const logging = log(server, acknowledged)
  const committing = send(server, 'ada', 'POST', `/api/imports/${id}/commit`, {}).catch(() => undefined)
  // This test varies the moment of the kill.
  await Bun.sleep(milliseconds)
  server.server.process.kill('SIGKILL')
  await Promise.all([logging, committing, server.server.process.exited])
  return acknowledged
}

async function undo(server: Server, id: string): Promise<void> {
  await send(server, 'ada', 'DELETE', `/api/imports/${id}`)
  expect(stored()).toEqual({ ...noCounts, findings: [] })
}

test(`a server killed with SIGKILL at ${kills} moments of a commit has stored all or none of the import`, async () => {
  await copySeededDatabase(folder)
  let server = await serve()
  await register(server, 'ada')
  await register(server, 'bob')
  let id = await upload(server)
  const started = performance.now()
  await send(server, 'ada', 'POST', `/api/imports/${id}/commit`, {})
  const commitMs = performance.now() - started
  expect(stored()).toEqual({ ...counts, findings: [] })
  await undo(server, id)
  id = await upload(server)

  const outcomes = new Set<string>()
  for (let kill = 0; kill < kills; kill++) {
    // The last kills come after the response.
    const acknowledged = await killDuringCommit(server, id, (commitMs * 1.2 * kill) / (kills - 1))
    expect(stored().findings).toEqual([])
    server = await serve()
    const { status } = await send<Schemas['Import']>(server, 'ada', 'GET', `/api/imports/${id}`)
    outcomes.add(status)
    expect(stored()).toEqual({ ...(status === 'committed' ? counts : noCounts), findings: [] })
    for (const workout of acknowledged) await send(server, 'bob', 'GET', `/api/workouts/${workout}`)
    if (status !== 'committed') continue
    await undo(server, id)
    id = await upload(server)
  }
  await send(server, 'ada', 'POST', `/api/imports/${id}/commit`, {})
  expect(stored()).toEqual({ ...counts, findings: [] })
  expect([...outcomes]).toContain('pending')
}, 400_000)
