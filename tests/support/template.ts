import type { Database } from 'bun:sqlite'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seedCatalogue } from '#db/catalogue/seed.ts'
import { databaseFile } from '#db/engine/sqlite/data-folder.ts'
import { openDatabase } from '#db/migrations/open-database.ts'

/** The tables that seeding writes. */
const seededTables = ['exercises', 'exerciseMuscles', 'meta'] as const

let template: Promise<string> | undefined

/**
 * A database with the catalogue, created once for all test files of a run, because seeding takes half a
 * second.
 */
function templateFile(): Promise<string> {
  template ??= createTemplate()
  return template
}

async function createTemplate(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'replog-template-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  const file = databaseFile(folder)
  const { db, close } = await openDatabase({ file })
  await seedCatalogue(db, Date.parse('2026-01-01T00:00:00Z'))
  await close()
  return file
}

/** Copies a database with the catalogue into an empty folder. */
export async function placeSeeded(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  copyFileSync(await templateFile(), databaseFile(folder))
}

/** Copies the catalogue into a database that was just created. */
export async function copySeed(sqlite: Database): Promise<void> {
  sqlite.run('attach ? as template', [await templateFile()])
  for (const table of seededTables) {
    sqlite.run(`delete from main."${table}"`)
    sqlite.run(`insert into main."${table}" select * from template."${table}"`)
  }
  sqlite.run('detach template')
}
