import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { startPostgres } from '#tests/support/postgres-server.ts'
import { prepareDataset } from '../dataset/prepare.ts'
import type { Figure } from '../figure.ts'
import { startLoadClient } from '../load/driver.ts'
import { readOptions } from '../options.ts'
import { figureTable, machineInfo } from '../report.ts'
import {
  type ServerProcess,
  startCompletePostgresFloor,
  startPostgresFloor,
  startReplog,
} from '../server-process.ts'
import { register } from '../sync/account.ts'
import { connections, measureLatencies, measurePut, measureRate, ratedRequests } from './measure.ts'

// `bun run bench:postgres [--quick] [--only <text>] [--out <file>]`: compares Replog on PostgreSQL with two servers
// written by hand for PostgreSQL and with Replog on SQLite, all with the same data, and two nodes with one. Uses its
// own database, with the durability that Replog requires.

const options = readOptions(process.argv.slice(2))
const started = performance.now()
const folder = mkdtempSync(join(tmpdir(), 'replog-bench-'))
// One secret, so that all servers accept the same tokens.
process.env.REPLOG_JWT_SECRET = 'a key of thirty-two bytes or more, for benchmarks'
const clients = [startLoadClient(), startLoadClient()] as const
const servers: ServerProcess[] = []
const postgres = await startPostgres({ durable: true })
try {
  log(`creating ${options.sets} sets, ${options.ownSets} of them for the measured user`)
  const dataset = await prepareDataset(folder, options)
  const tokens = await registerUsers(dataset.shared)
  const database = `${postgres.url}/replog`
  await administer(`${postgres.url}/postgres`, 'create database replog')
  log('moving them to PostgreSQL')
  // A database that is being moved must not be in use.
  const moved = join(folder, 'moved')
  cpSync(dataset.shared, moved, { recursive: true })
  await run(['src/commands/move.ts', '--to', database], { REPLOG_DATA: moved })
  await administer(database, 'analyze')
  const env = { DATABASE_URL: database }
  const node = async (name: string) => {
    const own = join(folder, name)
    mkdirSync(own)
    return stopAtEnd(startReplog(own, env))
  }
  const nodes = [await node('one'), await node('two')] as const
  const sqlite = await stopAtEnd(startReplog(dataset.shared))
  const floor = await stopAtEnd(startPostgresFloor(database, folder))
  const completeFloor = await stopAtEnd(startCompletePostgresFloor(database, folder))
  const all = { nodes, floor, completeFloor, sqlite, postmaster: postgres.pid }
  const figures: Figure[] = []
  for (const rated of ratedRequests(dataset, tokens)) {
    if (options.only !== undefined && !rated.name.includes(options.only)) continue
    log(rated.name)
    figures.push(...(await measureRate(clients, all, rated, options)))
  }
  if (options.only === undefined) {
    log('PUT')
    figures.push(...(await measurePut(all, dataset, options)))
    log('pull and figures')
    figures.push(...(await measureLatencies(clients[0], all, dataset.token, options)))
  }
  await Bun.write(options.out, `${JSON.stringify({ machine: machineInfo(), options, figures }, null, 2)}\n`)
  process.stdout.write(`\n${figureTable(figures)}\n\n${await sizes(database)}\n`)
} finally {
  for (const client of clients) client.stop()
  await Promise.all(servers.map((server) => server.stop()))
  postgres.remove()
  rmSync(folder, { recursive: true, force: true })
}

/** Creates the users of the load clients, before the data is copied. Returns their access tokens. */
async function registerUsers(dataFolder: string): Promise<string[]> {
  const server = await startReplog(dataFolder)
  const tokens: string[] = []
  for (let user = 0; user < connections; user++)
    tokens.push(await register(server.url, `load-${user}@example.com`))
  await server.stop()
  return tokens
}

/** The size of a workout on PostgreSQL, including indexes. */
async function sizes(database: string): Promise<string> {
  const client = new Client({ connectionString: database })
  await client.connect()
  const { rows } = await client.query<{ name: string; bytes: number }>(
    `select relname as name, (pg_total_relation_size(pg_class.oid) / (select count(*) from workouts))::float8 as bytes
     from pg_class where relname in ('workouts', 'packedWorkouts', 'performedExercises') order by 1`,
  )
  await client.end()
  return rows.map(({ name, bytes }) => `${name}: ${Math.round(bytes)} bytes a workout`).join('\n')
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query(statement)
  await client.end()
}

async function run(command: readonly string[], env: Readonly<Record<string, string>>): Promise<void> {
  const child = Bun.spawn([process.execPath, ...command], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if ((await child.exited) !== 0) throw new Error(`${command[0]} failed`)
}

/** Stops a server at the end, even after an error. */
async function stopAtEnd(starting: Promise<ServerProcess>): Promise<ServerProcess> {
  const server = await starting
  servers.push(server)
  return server
}

function log(text: string): void {
  process.stderr.write(`${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s  ${text}\n`)
}
