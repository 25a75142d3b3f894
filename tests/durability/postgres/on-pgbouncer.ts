/**
 * Tests with a pgbouncer that keeps prepared statements, as 1.21 and later do. Debian's is older, so CI can't run them:
 * `REPLOG_TEST_PGBOUNCER=/path/to/pgbouncer bun run pgbouncer`.
 */
import { afterEach, expect, test } from 'bun:test'
import { Client } from 'pg'
import { endProcesses } from '#tests/server/process.ts'
import { administer, startTestPostgres, urlOf } from '#tests/support/postgres.ts'
import { startNode } from './node.ts'
import { startPooler } from './pooler.ts'
import { Writers } from './writers.ts'

afterEach(endProcesses)

test('two nodes prepare statements behind pgbouncer 1.21 or later, and recover when it or its connections are lost', async () => {
  const postgres = await startTestPostgres({ durable: true })
  await administer(postgres.url, 'create database replog')
  // Fewer statements than the nodes use, so that pgbouncer also has to prepare some again.
  const settings = ['max_prepared_statements = 10', 'server_login_retry = 1']
  const pooler = await startPooler(urlOf(postgres.url, 'replog'), settings)
  const nodes = [await startNode(pooler.url), await startNode(pooler.url)]
  const writers = new Writers(() => nodes.map(({ origin }) => origin), 12)
  await writers.more(100)
  await administer(
    postgres.url,
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = 'replog'",
  )
  await writers.more(100)
  await pooler.restart()
  await writers.more(100)
  postgres.kill()
  await postgres.start()
  await writers.more(100)
  nodes[0]?.server.process.kill('SIGKILL')
  await writers.more(100)
  const { lost, surplus } = await writers.finish()
  expect({ lost, surplus }).toEqual({ lost: 0, surplus: 0 })
}, 120_000)

test('a node behind pgbouncer keeps reading what it has prepared while a newer release changes the tables', async () => {
  const postgres = await startTestPostgres({ durable: true })
  await administer(postgres.url, 'create database replog')
  const database = urlOf(postgres.url, 'replog')
  // One connection to the server, so that it has prepared every statement before.
  const pooler = await startPooler(database, ['max_prepared_statements = 200', 'default_pool_size = 1'])
  const { origin } = await startNode(pooler.url)
  const writers = new Writers(() => [origin], 12)
  await writers.more(100)
  const send = (path: string, authorization: string, body: object) =>
    fetch(`${origin}${path}`, {
      method: 'POST',
      headers: { authorization, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
  const account = { email: 'reader@example.com', password: 'gravel teapot eleven moons' }
  const registered = await send('/api/auth/register', '', account)
  const authorization = `Bearer ${Reflect.get(Object(await registered.json()), 'accessToken')}`
  const logged = await send('/api/workouts', authorization, {
    startedAt: '2026-11-20T17:02:00Z',
    exercises: [],
  })
  expect(logged.status).toBe(201)
  const read = async () => (await fetch(`${origin}/api/workouts`, { headers: { authorization } })).text()
  const lists = new Set([await read(), await read()])
  const newerRelease = new Client({ connectionString: database })
  await newerRelease.connect()
  const changes = [
    'alter table workouts add column "ofNewerRelease" integer default 3',
    'alter table users alter column "dayStartHour" type bigint',
    'alter table workouts drop column "ofNewerRelease"',
  ]
  for (const change of changes) {
    await newerRelease.query(change)
    lists.add(await read())
    await writers.more(100)
  }
  await newerRelease.end()
  const report = await writers.finish()
  expect({
    lists: lists.size,
    written: report.statuses,
    lost: report.lost,
    surplus: report.surplus,
  }).toEqual({
    lists: 1,
    written: { 200: 12, 201: report.acknowledged + 12 },
    lost: 0,
    surplus: 0,
  })
}, 120_000)
