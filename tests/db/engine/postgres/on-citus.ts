import { afterEach, beforeAll, expect, spyOn, test } from 'bun:test'
import { Client } from 'pg'
import { seedCatalogue } from '#db/catalogue/seed.ts'
import { migratePostgres } from '#db/migrations/postgres/migrate.ts'
import { openPostgres } from '#db/migrations/postgres/open-database.ts'
import { cleanUp } from '#services/housekeeping/clean-up.ts'
import { everyOperation, prepare, sendPrepared } from '#tests/contract/world.ts'
import { useEverything } from '#tests/db/schema/use-everything.ts'
import { startNode } from '#tests/durability/postgres/node.ts'
import { Writers } from '#tests/durability/postgres/writers.ts'
import { log, reps, workoutOf } from '#tests/handlers/training.ts'
import { endProcesses } from '#tests/server/process.ts'
import { login } from '#tests/support/accounts.ts'
import { testApp } from '#tests/support/app.ts'
import { type Cluster, createOnCluster, distributeAll, hasCitus, startCitus } from '#tests/support/citus.ts'
import { urlOf } from '#tests/support/postgres.ts'

// `bun run citus`, where Citus is installed with PostgreSQL. Not named as a test, because CI can't install it.

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

/** Statements that query several servers, because they can't contain a user id. */
const fanOut = [
  // A refresh token of an earlier release, or a forged one, contains no user id.
  'select "userId" from "refreshTokens" where "tokenHash" = $1',
]

test('every operation works on a cluster, each statement on one server', async () => {
  const url = await newDatabase('operations')
  await distributeAll(url)
  const app = await testApp({ postgres: url })
  const failed: unknown[] = []
  const sent = await sentWhile(async () => {
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
  expect(await onSeveralServers(url, sent)).toEqual(fanOut)
  await cleanUp(app.db, Date.now() + 1000 * 86_400_000, new AbortController().signal)
}, 600_000)

test('data is unchanged after it is distributed, and addresses remain unique', async () => {
  const url = await newDatabase('grown')
  const created = await openPostgres({ url, durable: false })
  await seedCatalogue(created.db, Date.now())
  await created.close()
  const before = await testApp({ postgres: url })
  await useEverything(before)
  const ada = await before.register({ email: 'grown@example.com' })
  await log(ada, workoutOf('2026-03-08T10:00:00Z', 'pull-up', reps(5)))
  const exported = (await ada.send('GET', '/api/users/me/export')).json<object>()
  expect(exported).toMatchObject({ workouts: [{}] })
  await before.close()
  await distributeAll(url)
  const app = await testApp({ postgres: url })
  const signed = (await login(app, { email: 'grown@example.com' })).json<{ accessToken: string }>()
  const token = signed.accessToken
  const again = await app.send('GET', '/api/users/me/export', { token })
  expect({ ...again.json<object>(), exportedAt: '' }).toEqual({ ...exported, exportedAt: '' })
  const registration = { email: 'GROWN@example.com', password: 'gravel teapot eleven moons' }
  const register = () => app.send('POST', '/api/auth/register', { body: registration })
  expect((await register()).status).toBe(409)
  const headers = { 'If-Match': '*', 'X-Current-Password': encodeURIComponent(registration.password) }
  expect((await app.send('DELETE', '/api/users/me', { token, headers })).status).toBe(204)
  expect((await register()).status).toBe(201)
  // Nodes that start later have nothing to distribute.
  await migratePostgres(app.db)
}, 600_000)

test('two nodes on a cluster lose no acknowledged workout when a node, and then a server of the cluster, is killed', async () => {
  const url = await newDatabase('drill')
  await distributeAll(url)
  const nodes = [await startNode(url), await startNode(url)]
  const writers = new Writers(() => nodes.map(({ origin }) => origin), 12)
  await writers.more(50)
  nodes[0]?.server.process.kill('SIGKILL')
  await writers.more(50)
  const [worker] = cluster.workers
  worker?.kill()
  await writers.areTold('unreachable')
  await worker?.start()
  await writers.more(50)
  const { lost, surplus, acknowledged } = await writers.finish()
  expect({ lost, surplus }).toEqual({ lost: 0, surplus: 0 })
  expect(acknowledged).toBeGreaterThanOrEqual(150)
}, 600_000)

interface Sent {
  readonly text: string
  readonly values: readonly unknown[]
}

/** The distinct statements sent to the database meanwhile, each with the values of one execution. */
async function sentWhile(run: () => Promise<void>): Promise<Sent[]> {
  const query = spyOn(Client.prototype, 'query')
  try {
    await run()
    const all = query.mock.calls.map(([sent]): Sent => {
      const { text, values = [] } = typeof sent === 'string' ? { text: sent } : Object(sent)
      return { text, values }
    })
    const isQuery = ({ text }: Sent) => /^\s*\(*(select|insert|update|delete|with)\b/i.test(text)
    return [...new Map(all.filter(isQuery).map((one) => [one.text, one])).values()]
  } finally {
    query.mockRestore()
  }
}

/** The statements that a cluster runs on several servers or in several steps. */
async function onSeveralServers(url: string, statements: readonly Sent[]): Promise<string[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  const found: string[] = []
  for (const { text, values } of statements) {
    const { rows } = await client.query(`explain (format json) ${text}`, [...values])
    const tasks = [...JSON.stringify(rows).matchAll(/"Task Count":(\d+)/g)].map(([, count]) => Number(count))
    // Writes that were merged take a step each.
    const steps = text.startsWith('with w0 as (') ? tasks.length : 1
    if (tasks.length > steps || tasks.some((count) => count > 1)) found.push(text)
  }
  await client.end()
  return found
}
