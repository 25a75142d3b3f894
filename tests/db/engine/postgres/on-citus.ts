import { afterEach, beforeAll, expect, test } from 'bun:test'
import { Client } from 'pg'
import { seedCatalogue } from '#db/catalogue/seed.ts'
import { openServer } from '#db/engine/postgres/open.ts'
import { transactMigration } from '#db/engine/transact.ts'
import { distribute } from '#db/maintenance/distribute.ts'
import { postgresMigrations } from '#db/migrations/postgres/index.ts'
import { migratePostgres } from '#db/migrations/postgres/migrate.ts'
import { openPostgres } from '#db/migrations/postgres/open-database.ts'
import { cleanUp } from '#services/housekeeping/clean-up.ts'
import { everyOperation, prepare, sendPrepared } from '#tests/contract/world.ts'
import { insertUser } from '#tests/db/fixture-rows.ts'
import {
  expectPackedAsToday,
  insertBefore0024,
  workoutsOf,
} from '#tests/db/migrations/workouts-before-0024.ts'
import { useEverything } from '#tests/db/schema/use-everything.ts'
import { startNode } from '#tests/durability/postgres/node.ts'
import { Writers } from '#tests/durability/postgres/writers.ts'
import { log, reps, workoutOf } from '#tests/handlers/training.ts'
import { endProcesses } from '#tests/server/process.ts'
import { login } from '#tests/support/accounts.ts'
import { testApp } from '#tests/support/app.ts'
import { type Cluster, createOnCluster, distributeAll, hasCitus, startCitus } from '#tests/support/citus.ts'
import { urlOf } from '#tests/support/postgres.ts'
import { isOnRows, type SentStatement, statementsSentDuring } from '#tests/support/statements.ts'
import { dayMs } from '#training/day-ms.ts'

// Run by `bun run citus`, if Citus is installed with PostgreSQL. Not named `.test.ts`, because CI can't install Citus.

afterEach(endProcesses)

let cluster: Cluster

beforeAll(async () => {
  if (!hasCitus) throw new Error('Citus is not installed with PostgreSQL.')
  cluster = await startCitus(true)
  for (const server of [cluster.coordinator, ...cluster.workers]) server.removeAfter(process.pid)
}, 60_000)

async function newDatabase(name: string): Promise<string> {
  const { coordinator, workers } = cluster
  const urls = workers.map(({ url }) => url)
  await createOnCluster(name, coordinator.url, urls)
  return urlOf(coordinator.url, name)
}

/** Statements that must query several servers, because they can't contain a user id. */
const multiServerStatements = [
  // A refresh token of an earlier release, or a forged one, contains no user id.
  'select "userId" from "refreshTokens" where "tokenHash" = $1',
]

test('every operation works on a cluster, each statement on one server', async () => {
  const url = await newDatabase('operations')
  await distributeAll(url)
  const app = await testApp({ postgres: url })
  const failed: unknown[] = []
  const sent = await rowStatementsDuring(async () => {
    const ada = await app.register()
    for (const operation of everyOperation) {
      const response = await sendPrepared(app, await prepare({ app, ada }, operation))
      if (response.status >= 400) failed.push([operation.id, response.status])
    }
    await useEverything(app)
    await app.send('POST', '/api/auth/refresh', { body: { refreshToken: 'A'.repeat(43) } })
  })
  expect(failed).toEqual([])
  expect(sent.length).toBeGreaterThan(200)
  expect(await multiServerAmong(url, sent)).toEqual(multiServerStatements)
  await cleanUp(app.db, Date.now() + 1000 * dayMs, new AbortController().signal)
}, 600_000)

test('distributing a database keeps its data, and email addresses remain unique', async () => {
  const url = await newDatabase('grown')
  const created = await openPostgres({ url, durable: false })
  await seedCatalogue(created.db, Date.now())
  await created.close()
  const undistributed = await testApp({ postgres: url })
  await useEverything(undistributed)
  const ada = await undistributed.register({ email: 'grown@example.com' })
  await log(ada, workoutOf('2026-03-08T10:00:00Z', 'pull-up', reps(5)))
  const exported = (await ada.send('GET', '/api/users/me/export')).json<object>()
  expect(exported).toMatchObject({ workouts: [{}] })
  await undistributed.close()
  await distributeAll(url)
  const app = await testApp({ postgres: url })
  const session = (await login(app, { email: 'grown@example.com' })).json<{ accessToken: string }>()
  const token = session.accessToken
  const exportedAfter = await app.send('GET', '/api/users/me/export', { token })
  expect({ ...exportedAfter.json<object>(), exportedAt: '' }).toEqual({ ...exported, exportedAt: '' })
  const registration = { email: 'GROWN@example.com', password: 'gravel teapot eleven moons' }
  const register = () => app.send('POST', '/api/auth/register', { body: registration })
  expect((await register()).status).toBe(409)
  const headers = { 'If-Match': '*', 'X-Current-Password': encodeURIComponent(registration.password) }
  expect((await app.send('DELETE', '/api/users/me', { token, headers })).status).toBe(204)
  expect((await register()).status).toBe(201)
  // Nodes that start later have nothing to distribute.
  await migratePostgres(app.db)
}, 600_000)

test('sets that were packed before 0024 are packed as today, on their own servers', async () => {
  const url = await newDatabase('smaller')
  const migrations = Object.fromEntries(Object.entries(postgresMigrations).filter(([name]) => name < '0024'))
  const earlier = await openServer({ url, durable: false }, (db) => migratePostgres(db, migrations))
  await transactMigration(earlier.db, distribute)
  const users = ['ada', 'bob']
  const workouts = users.flatMap((userId) => workoutsOf(userId, 20))
  for (const userId of users) await insertUser(earlier.db, userId)
  for (const workout of workouts) await insertBefore0024(earlier.db, workout)
  await earlier.close()
  const { db, close } = await openPostgres({ url, durable: false })
  await expectPackedAsToday(db, workouts)
  await close()
}, 600_000)

test('two nodes on a cluster lose no acknowledged workout when a node and then each worker is killed', async () => {
  const url = await newDatabase('drill')
  await distributeAll(url)
  const nodes = [await startNode(url), await startNode(url)]
  const writers = new Writers(() => nodes.map(({ origin }) => origin), 12)
  await writers.more(50)
  nodes[0]?.server.process.kill('SIGKILL')
  await writers.more(50)
  // Six kills, because other statements are under way at each.
  for (let kill = 0; kill < 6; kill++) {
    const worker = cluster.workers[kill % 2]
    worker?.kill()
    await writers.receiveDetail('unreachable')
    await worker?.start()
    await writers.more(50)
  }
  const { lost, surplus, acknowledged } = await writers.finish()
  expect({ lost, surplus }).toEqual({ lost: 0, surplus: 0 })
  expect(acknowledged).toBeGreaterThanOrEqual(400)
}, 600_000)

/** The distinct statements on rows that are sent while `run` runs, each with the values of one execution. */
async function rowStatementsDuring(run: () => Promise<void>): Promise<SentStatement[]> {
  const sent = await statementsSentDuring(run)
  return [...new Map(sent.filter(isOnRows).map((statement) => [statement.text, statement])).values()]
}

/** The statements that a cluster runs on several servers or in several steps. */
async function multiServerAmong(url: string, statements: readonly SentStatement[]): Promise<string[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  const multiServer: string[] = []
  for (const { text, values } of statements) {
    const { rows } = await client.query(`explain (format json) ${text}`, [...values])
    const tasks = [...JSON.stringify(rows).matchAll(/"Task Count":(\d+)/g)].map(([, count]) => Number(count))
    // Merged writes take one step each.
    const steps = text.startsWith('with w0 as (') ? tasks.length : 1
    if (tasks.length > steps || tasks.some((count) => count > 1)) multiServer.push(text)
  }
  await client.end()
  return multiServer
}
