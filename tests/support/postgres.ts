import { Client } from 'pg'
import { seedCatalogue } from '#db/catalogue/seed.ts'
import type { OpenServerDatabase } from '#db/engine/postgres/open.ts'
import { openPostgres } from '#db/migrations/postgres/open-database.ts'

/**
 * The server that tests create their databases on, if they run on PostgreSQL: a URL without a database, of a
 * server that is thrown away afterwards.
 */
export const testServer = process.env.REPLOG_TEST_POSTGRES

let template: Promise<string> | undefined

/** Creates a database with the catalogue, and opens it. It is dropped when it is closed. */
export async function openTestPostgres(): Promise<OpenServerDatabase & { readonly url: string }> {
  template ??= createTemplate()
  const name = `replog_${crypto.randomUUID().replaceAll('-', '')}`
  await administer(`create database ${name} template ${await template}`)
  const url = urlOf(name)
  const { db, close } = await openPostgres({ url, durable: false, connections: 10 })
  return {
    db,
    url,
    async close() {
      await close()
      await administer(`drop database ${name} with (force)`)
    },
  }
}

async function createTemplate(): Promise<string> {
  const name = `replog_template_${crypto.randomUUID().replaceAll('-', '')}`
  await administer(`create database ${name}`)
  const { db, close } = await openPostgres({ url: urlOf(name), durable: false })
  await seedCatalogue(db, Date.parse('2026-01-01T00:00:00Z'))
  await close()
  return name
}

function urlOf(database: string): string {
  const url = new URL(testServer ?? missing())
  url.pathname = `/${database}`
  return url.href
}

async function administer(statement: string): Promise<void> {
  const client = new Client({ connectionString: urlOf('postgres') })
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
