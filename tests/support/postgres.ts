import { afterAll } from 'bun:test'
import { Client } from 'pg'
import { seedCatalogue } from '#db/catalogue/seed.ts'
import type { OpenServerDatabase } from '#db/engine/postgres/open.ts'
import { openPostgres } from '#db/migrations/postgres/open-database.ts'
import { type PostgresServer, type PostgresServerOptions, startPostgres } from './postgres-server.ts'

/**
 * The server that tests create their databases on, if they run on PostgreSQL: a URL without a database, of a
 * server that is thrown away afterwards.
 */
export const testServer = process.env.REPLOG_TEST_POSTGRES

/** By server. */
const templates = new Map<string, Promise<string>>()

/** Creates a database with the catalogue, and opens it. It is dropped when it is closed. */
export async function openTestPostgres(
  server: string = testServer ?? missing(),
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
      if (isCluster) free.push(name)
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

/** The servers of the cluster that tests run on, if any. */
const workers = (process.env.REPLOG_TEST_WORKERS ?? '').split(' ').filter((url) => url !== '')

/** Distributed databases that tests have closed. A new one takes seconds. */
const free: string[] = []

/** A database with the catalogue on all servers of the cluster: it can't be made from a template. */
async function distributedDatabase(server: string): Promise<string> {
  const { createOnCluster, distributeAll, emptyDatabase } = await import('./citus.ts')
  const used = free.pop()
  const name = used ?? newName()
  const url = urlOf(server, name)
  if (used === undefined) await createOnCluster(name, server, workers)
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

/** Runs a statement that isn't about one database, such as one that creates one. */
export async function administer(server: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: urlOf(server, 'postgres') })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

function missing(): never {
  throw new Error('REPLOG_TEST_POSTGRES must name the server for tests on PostgreSQL')
}

/** The server that files of one process share: starting one, and seeding its template, takes seconds. */
let shared: Promise<PostgresServer> | undefined

async function startShared(): Promise<PostgresServer> {
  const server = await startPostgres()
  server.removeAfter(process.pid)
  return server
}

/**
 * Starts a server. With options it is the file's own, and removed after it; without, files share it, so that each needs
 * names of its own for what it creates there, and must not stop it.
 */
export async function startTestPostgres(options?: PostgresServerOptions): Promise<PostgresServer> {
  if (!options) {
    shared ??= startShared()
    return shared
  }
  const server = await startPostgres(options)
  afterAll(server.remove)
  return server
}
