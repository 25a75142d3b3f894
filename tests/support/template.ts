import type { Database } from 'bun:sqlite'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seedCatalogue } from '#db/catalogue/seed.ts'
import { databaseFile } from '#db/engine/sqlite/data-folder.ts'
import { type OpenDatabase, openFile } from '#db/engine/sqlite/open.ts'
import { openDatabase } from '#db/migrations/open-database.ts'
import { runAfterExit } from './run-after-exit.ts'

let template: Promise<string> | undefined

/** A database with the catalogue, created once for all test files of a run, because seeding takes half a second. */
function templateFile(): Promise<string> {
  template ??= createTemplate()
  return template
}

async function createTemplate(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'replog-template-'))
  // Not on `exit`, because workers of the test runner don't emit it.
  runAfterExit(process.pid, 'rm -rf "$1"', [folder])
  const file = databaseFile(folder)
  const { db, close } = await openDatabase({ file })
  await seedCatalogue(db, Date.parse('2026-01-01T00:00:00Z'))
  await close()
  return file
}

/** Copies a database with the catalogue into a folder, unless it already has a database. */
export async function copySeededDatabase(folder: string): Promise<void> {
  if (existsSync(databaseFile(folder))) return
  mkdirSync(folder, { recursive: true })
  copyFileSync(await templateFile(), databaseFile(folder))
}

/** Opens a database in memory with the schema and the catalogue. Copies the template, because migrations take 20 ms. */
export async function openSeededDatabase(): Promise<OpenDatabase> {
  const file = await templateFile()
  return openFile(':memory:', async (_db, sqlite) => copyTemplate(sqlite, file))
}

interface SchemaItem {
  readonly type: string
  readonly name: string
  readonly sql: string
}

function copyTemplate(sqlite: Database, file: string): void {
  sqlite.run('attach ? as template', [file])
  const items = sqlite
    .query<SchemaItem, []>(
      'select type, name, sql from template.sqlite_schema where sql is not null order by rowid',
    )
    .all()
  const tables = items.filter(({ type }) => type === 'table')
  sqlite.run('begin')
  for (const { sql } of tables) sqlite.run(sql)
  for (const { name } of tables) sqlite.run(`insert into main."${name}" select * from template."${name}"`)
  for (const { type, sql } of items) if (type !== 'table') sqlite.run(sql)
  const { application_id: id } =
    sqlite.query<{ application_id: number }, []>('pragma template.application_id').get() ?? {}
  sqlite.run(`pragma application_id = ${id}`)
  sqlite.run('commit')
  sqlite.run('detach template')
}
