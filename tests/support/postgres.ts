import { afterAll } from 'bun:test'
import { Client } from 'pg'
import { seedCatalogue } from '#db/catalogue/seed.ts'
import type { OpenServerDatabase } from '#db/engine/postgres/open.ts'
import { openPostgres } from '#db/migrations/postgres/open-database.ts'
import { type PostgresServer, type PostgresServerOptions, startPostgres } from './postgres-server.ts'

/**
 * The URL, without a database, of the server on which tests create their databases if they run on PostgreSQL. The
 * server is removed afterward.
 */
export const testServer = process.env.REPLOG_TEST_POSTGRES

/** The name of the template database on each server. */
const templates = new Map<string, Promise<string>>()

/** Creates a database with the catalogue, and opens it. It is dropped when it is closed. */
export async function openTestPostgres(
  server: string = testServer ?? throwMissingServer(),
): Promise<OpenServerDatabase & { readonly url: string }> {
  const isCluster = server === testServer && workers.length > 0
  const name = isCluster ? await distributedDatabase(server) : await newDatabase(server)
  const url = urlOf(server, name)
  const { db, close } = await openPostgres({ url, durable: false, connections: 10 })
  return {
    db,
    url,
    async close() {
      await close()
      if (isCluster) reusable.push(name)
      else await administer(server, `drop database ${name} with (force)`)
    },
  }
}

async function newDatabase(server: string): Promise<string> {
  const name = newName()
  await administer(server, `create database ${name} template ${await templateOf(server)}`)
  return name
}

const newName = () => `replog_${crypto.randomUUID().replaceAll('-', '')}`

function templateOf(server: string): Promise<string> {
  const template = templates.get(server) ?? createTemplate(server)
  templates.set(server, template)
  return template
}

/** The URLs of the workers, if tests run on a cluster. */
const workers = (process.env.REPLOG_TEST_WORKERS ?? '').split(' ').filter((url) => url !== '')

/** Distributed databases that tests have closed. They are reused, because creating one takes seconds. */
const reusable: string[] = []

/** A database with the catalogue on all servers of the cluster, which can't be created from a template. */
async function distributedDatabase(server: string): Promise<string> {
  const { createOnCluster, distributeAll, emptyDatabase } = await import('./citus.ts')
  const reused = reusable.pop()
  const name = reused ?? newName()
  const url = urlOf(server, name)
  if (reused === undefined) await createOnCluster(name, server, workers)
  else await emptyDatabase(url)
  await distributeAll(url)
  return name
}

async function createTemplate(server: string): Promise<string> {
  const name = `replog_template_${crypto.randomUUID().replaceAll('-', '')}`
  await administer(server, `create database ${name}`)
  const { db, close } = await openPostgres({ url: urlOf(server, name), durable: false })
  await seedCatalogue(db, Date.parse('2026-01-01T00:00:00Z'))
  await close()
  return name
}

/** The URL of a database on a server. */
export function urlOf(server: string, database: string): string {
  const url = new URL(server)
  url.pathname = `/${database}`
  return url.href
}

/** Runs a statement that belongs to no particular database, for example one that creates a database. */
export async function administer(server: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: urlOf(server, 'postgres') })
  // Ignored here, because a broken connection also rejects the statement.
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

function throwMissingServer(): never {
  throw new Error('REPLOG_TEST_POSTGRES must name the server for tests on PostgreSQL')
}

/** The server that the test files of a process share, because starting one and seeding its template takes seconds. */
let sharedServer: Promise<PostgresServer> | undefined

async function startSharedServer(): Promise<PostgresServer> {
  const server = await startPostgres()
  server.removeAfter(process.pid)
  return server
}

/**
 * Starts a server. With options, it is a new one, which is removed after the tests of the file. Without options, test
 * files share one: they must not stop it, and must give unique names to what they create on it.
 */
export async function startTestPostgres(options?: PostgresServerOptions): Promise<PostgresServer> {
  if (!options) {
    sharedServer ??= startSharedServer()
    return sharedServer
  }
  const server = await startPostgres(options)
  afterAll(server.remove)
  return server
}
