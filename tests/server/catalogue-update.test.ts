import { expect, test } from 'bun:test'
import { seededCatalogueVersion } from '#db/catalogue/seeded-version.ts'
import { kyselyOf } from '#db/engine/kysely.ts'
import { findExercise } from '#db/exercises/find.ts'
import { openDatabase } from '#db/migrations/open-database.ts'
import type { Db } from '#db/schema/index.ts'
import { startCatalogueUpdate } from '#server/catalogue-update.ts'
import { hasCatalogue, updateCatalogue } from '#services/housekeeping/catalogue.ts'
import { type LogLine, logInto } from '#tests/support/log-lines.ts'

const task = (db: Db) => ({ exists: () => hasCatalogue(db), update: () => updateCatalogue(db, Date.now()) })

test('a new database is seeded before the start, and an older one is updated after it', async () => {
  const { db, close } = await openDatabase({ file: ':memory:' })
  const logged: LogLine[] = []
  const updated = Promise.withResolvers<void>()
  const log = {
    ...logInto(logged),
    info: (fields: object, message: string) => {
      logged.push({ level: 'info', fields, message })
      if (logged.length === 2) updated.resolve()
    },
  }
  const first = await startCatalogueUpdate(task(db), log)
  await first.stop()
  expect(logged).toHaveLength(1)
  const current = await seededCatalogueVersion(db)
  expect(await findExercise(db, undefined, 'barbell-row')).toMatchObject({ name: 'Barbell Row', revision: 1 })

  await kyselyOf(db)
    .updateTable('catalogueExercises')
    .set({ name: 'Old Row' })
    .where('id', '=', 'barbell-row')
    .execute()
  await kyselyOf(db).updateTable('meta').set({ value: 'old' }).where('key', '=', 'catalogue').execute()
  const second = await startCatalogueUpdate(task(db), log)
  expect(await seededCatalogueVersion(db)).toBe('old')
  await updated.promise
  await second.stop()
  expect(logged[1]).toMatchObject({ level: 'info', fields: { inserted: 0, updated: 1 } })
  expect(await seededCatalogueVersion(db)).toBe(current)
  expect(await findExercise(db, undefined, 'barbell-row')).toMatchObject({ name: 'Barbell Row', revision: 2 })
  await close()
})

test('stop cancels a pending update', async () => {
  const { db, close } = await openDatabase({ file: ':memory:' })
  const log = logInto([])
  await (await startCatalogueUpdate(task(db), log)).stop()
  await kyselyOf(db).updateTable('meta').set({ value: 'old' }).where('key', '=', 'catalogue').execute()
  await (await startCatalogueUpdate(task(db), log)).stop()
  expect(await seededCatalogueVersion(db)).toBe('old')
  await close()
})
