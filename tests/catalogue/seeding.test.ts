import { describe, expect, test } from 'bun:test'
import { loadCatalogue } from '#catalogue/load.ts'
import { importFreeExerciseDb } from '#db/catalogue/import.ts'
import { seedCatalogue } from '#db/catalogue/seed.ts'
import { kyselyOf } from '#db/engine/kysely.ts'
import type { Db } from '#db/schema/index.ts'
import { insertUser, openTestDatabase } from '#tests/db/fixture.ts'
import { rejectionMessageOf } from '#tests/support/rejection.ts'
import { exercise } from './exercise.ts'
import { smallFile } from './free-exercise-db.ts'

const shrug = exercise()
const press = exercise({ slug: 'moon-press', name: 'Moon Press', engagement: { chest: 90, triceps: 45 } })

function row(db: Db, id: string) {
  return db.selectFrom('catalogueExercises').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
}

async function musclesOf(db: Db, id: string): Promise<Record<string, number>> {
  const rows = await db
    .selectFrom('catalogueMuscles')
    .select(['muscle', 'percent'])
    .where('exerciseId', '=', id)
    .execute()
  return Object.fromEntries(rows.map(({ muscle, percent }) => [muscle, percent]))
}

describe('seedCatalogue', () => {
  test('fills an empty database with the whole catalogue', async () => {
    const { db } = await openTestDatabase()
    const { exercises } = loadCatalogue()
    expect(await seedCatalogue(db, 1)).toEqual({ inserted: exercises.length, updated: 0 })
    expect(await row(db, 'barbell-bench-press')).toMatchObject({
      name: 'Barbell Bench Press',
      nameKey: 'barbell bench press',
      unilateral: 0,
      perHand: 0,
      bodyweightShare: 0,
      derived: 0,
      revision: 1,
      createdAt: 1,
      updatedAt: 1,
    })
    expect(await musclesOf(db, 'barbell-bench-press')).toMatchObject({ chest: 90, triceps: 45 })
    expect((await row(db, 'pull-up')).bodyweightShare).toBe(1)
  })

  test('does nothing the second time', async () => {
    const { db } = await openTestDatabase()
    await seedCatalogue(db, 1, [shrug, press])
    expect(await seedCatalogue(db, 2, [shrug, press])).toEqual({ inserted: 0, updated: 0 })
    expect(await row(db, 'moon-press')).toMatchObject({ revision: 1, updatedAt: 1 })
  })

  test('updates only the exercises that changed', async () => {
    const { db } = await openTestDatabase()
    await seedCatalogue(db, 1, [shrug, press])
    const changedPress = { ...press, engagement: { chest: 80, front_delts: 50 } }
    expect(await seedCatalogue(db, 2, [shrug, changedPress])).toEqual({ inserted: 0, updated: 1 })
    expect(await row(db, 'moon-press')).toMatchObject({ revision: 2, createdAt: 1, updatedAt: 2 })
    expect(await musclesOf(db, 'moon-press')).toEqual({ chest: 80, front_delts: 50 })
    expect(await row(db, 'zercher-shrug')).toMatchObject({ revision: 1, updatedAt: 1 })
  })

  test('keeps exercises that the catalogue no longer has', async () => {
    const { db } = await openTestDatabase()
    await seedCatalogue(db, 1, [shrug, press])
    expect(await seedCatalogue(db, 2, [shrug])).toEqual({ inserted: 0, updated: 0 })
    expect(await row(db, 'moon-press')).toMatchObject({ revision: 1 })
    expect(await musclesOf(db, 'moon-press')).toEqual({ chest: 90, triceps: 45 })
  })

  test("keeps users' own exercises, even of the same name, and derived ones", async () => {
    const { db } = await openTestDatabase()
    await seedCatalogue(db, 1, [shrug])
    await importFreeExerciseDb(db, smallFile, 1)
    const userId = await insertUser(db)
    const { derived: _, ...columns } = await row(db, 'zercher-shrug')
    const columnsWithName = { ...columns, name: 'Moon Press', nameKey: 'moon press' }
    const ownExercise = { ...columnsWithName, userId, id: crypto.randomUUID(), deletedAt: null, seq: 1 }
    await kyselyOf(db).insertInto('customExercises').values(ownExercise).execute()
    await seedCatalogue(db, 2, [shrug, press])
    expect(await db.selectFrom('customExercises').selectAll().execute()).toEqual([ownExercise])
    expect(await row(db, 'sandbag-moonwalk')).toMatchObject({ derived: 1, revision: 1, updatedAt: 1 })
    expect(await musclesOf(db, 'sandbag-moonwalk')).toEqual({ quads: 100, glutes: 50 })
  })

  test('a derived exercise becomes built-in once the catalogue has it', async () => {
    const { db } = await openTestDatabase()
    await importFreeExerciseDb(db, smallFile, 1)
    const builtIn = exercise({ slug: 'sandbag-moonwalk', name: 'Sandbag Moonwalk' })
    expect(await seedCatalogue(db, 2, [builtIn])).toEqual({ inserted: 0, updated: 1 })
    expect(await row(db, 'sandbag-moonwalk')).toMatchObject({ derived: 0, revision: 2 })
  })

  test('an invalid catalogue changes nothing', async () => {
    const { db } = await openTestDatabase()
    await seedCatalogue(db, 1, [shrug])
    expect(await rejectionMessageOf(seedCatalogue(db, 2, [press, exercise({ cues: [] })]))).toContain(
      'zercher-shrug: cue_count',
    )
    expect(await seedCatalogue(db, 3, [shrug])).toEqual({ inserted: 0, updated: 0 })
  })
})

describe('importFreeExerciseDb', () => {
  test('adds new exercises, marked as derived, and nothing the second time', async () => {
    const { db } = await openTestDatabase()
    await seedCatalogue(db, 1)
    const first = await importFreeExerciseDb(db, smallFile, 5)
    expect(first.additions.map(({ slug }) => slug)).toEqual([
      'sandbag-moonwalk',
      'doorway-reach',
      'lunar-trek',
    ])
    expect(first.skipped.map(({ slug }) => slug)).toEqual(['barbell-bench-press', 'sandbag-moonwalk'])
    expect(await row(db, 'doorway-reach')).toMatchObject({
      derived: 1,
      mechanic: null,
      pattern: 'stretch',
      revision: 1,
      createdAt: 5,
    })
    expect(await musclesOf(db, 'doorway-reach')).toEqual({ front_delts: 100 })
    const second = await importFreeExerciseDb(db, smallFile, 6)
    expect(second.additions).toEqual([])
    expect(second.skipped.length).toBe(5)
  })

  test('a file in a different format changes nothing', async () => {
    const { db } = await openTestDatabase()
    expect(await rejectionMessageOf(importFreeExerciseDb(db, '[3]', 1))).toContain(
      'entry 1: must be an object',
    )
    expect(await db.selectFrom('catalogueExercises').select('id').execute()).toEqual([])
  })
})
