import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { FreeExerciseDbAdditions } from '#catalogue/free-exercise-db/additions.ts'
import { importFreeExerciseDb } from '#db/catalogue/import.ts'
import { seedCatalogue } from '#db/catalogue/seed.ts'
import { openLocation } from '#db/migrations/location.ts'
import { countText } from '#lib/count-text.ts'
import { runCommand, UsageError } from './command.ts'

/**
 * `bun run catalogue import FILE`: adds the exercises of free-exercise-db to the catalogue while no
 * server is using the database.
 */
await runCommand(async ({ args, location }) => {
  const [action, file] = args
  if (action !== 'import' || file === undefined || args.length > 2)
    throw new UsageError('usage: bun run catalogue import FILE')
  const text = readText(resolve(file))
  const database = await openLocation(location)
  try {
    const now = Date.now()
    await seedCatalogue(database.db, now)
    return { text: report(await importFreeExerciseDb(database.db, text, now)), succeeded: true }
  } finally {
    await database.close()
  }
})

function readText(file: string): string {
  const bytes = readFileSync(file)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Error(`${file} is not UTF-8 text`)
  }
}

function report({ additions, skipped }: FreeExerciseDbAdditions): string {
  return [
    ...additions.map(({ slug, name }) => `added ${slug}: ${name}`),
    ...skipped.map(({ slug, name }) => `skipped ${name}: already exists as ${slug}`),
    `${countText(additions.length, 'exercise')} added, marked as derived; ${skipped.length} already existed`,
  ].join('\n')
}
