import type { Selectable } from 'kysely'
import { catalogueData } from '#catalogue/data/index.ts'
import type { CatalogueExercise } from '#catalogue/exercise.ts'
import type { DerivedExercise } from '#catalogue/free-exercise-db/additions.ts'
import { catalogueVersion, loadCatalogue } from '#catalogue/load.ts'
import type { NamedExercise } from '#catalogue/names/slug-by-name.ts'
import { fromJson } from '../engine/json.ts'
import { prepare } from '../engine/prepare.ts'
import { transactCatalogue } from '../engine/transact.ts'
import { factsForLoad } from '../exercises/facts.ts'
import { clearSharedExercises } from '../exercises/shared.ts'
import type { CatalogueExercisesTable, CatalogueMusclesTable } from '../schema/exercises.ts'
import type { Db, Reader, Tx } from '../schema/index.ts'
import { clearTotalsOfExercise } from '../workouts/refresh-totals.ts'
import { engagementList, type RowContent, rowContentOf } from './rows.ts'
import { seededCatalogueVersion } from './seeded-version.ts'

/** Increase this when the same data produces different rows, so that all rows are written again. */
const rowVersion = 1

type StoredRow = Selectable<CatalogueExercisesTable>
type NewRow = RowContent & Pick<StoredRow, 'revision' | 'createdAt' | 'updatedAt'>
type ChangedRow = RowContent & Pick<StoredRow, 'revision' | 'updatedAt'>

const setSeededVersion = prepare((db, row: { readonly key: 'catalogue'; readonly value: string }) =>
  db
    .insertInto('meta')
    .values(row)
    .onConflict((on) => on.column('key').doUpdateSet(({ ref }) => ({ value: ref('excluded.value') }))),
)

const insertRow = prepare((db, row: NewRow) => db.insertInto('catalogueExercises').values(row))

const updateRow = prepare((db, { id, ...columns }: ChangedRow) =>
  db.updateTable('catalogueExercises').set(columns).where('id', '=', id),
)

const deleteMuscles = prepare((db, { id }: { readonly id: string }) =>
  db.deleteFrom('catalogueMuscles').where('exerciseId', '=', id),
)

const insertMuscle = prepare((db, row: CatalogueMusclesTable) =>
  db.insertInto('catalogueMuscles').values(row),
)

/** The number of rows that seeding wrote. */
export interface SeedResult {
  readonly inserted: number
  readonly updated: number
}

/**
 * Updates the shared exercises from the catalogue. Nearly free if the database already has this version.
 * Doesn't change custom or derived exercises or, because workouts may refer to them, those no longer in
 * the catalogue.
 *
 * @param now milliseconds since 1970
 * @throws {CatalogueError} if the data violates a rule of the catalogue; nothing is changed then
 */
export async function seedCatalogue(
  db: Db,
  now: number,
  data: readonly CatalogueExercise[] = catalogueData,
): Promise<SeedResult> {
  const version = `${rowVersion}-${catalogueVersion(data)}`
  if ((await seededCatalogueVersion(db)) === version) return { inserted: 0, updated: 0 }
  const { exercises } = loadCatalogue(data)
  return transactCatalogue(db, async (tx) => {
    const changes = await upsertExercises(tx, exercises, now)
    await setSeededVersion.run(tx, { key: 'catalogue', value: version })
    clearSharedExercises(tx)
    return changes
  })
}

async function upsertExercises(
  tx: Tx,
  exercises: readonly CatalogueExercise[],
  now: number,
): Promise<SeedResult> {
  const stored = await tx.selectFrom('catalogueExercises').selectAll().execute()
  const storedById = new Map(stored.map((row) => [row.id, row]))
  let inserted = 0
  let updated = 0
  for (const exercise of exercises) {
    const row = storedById.get(exercise.slug)
    if (row === undefined) {
      await insertExercise(tx, exercise, now)
      inserted++
    } else if (await updateExercise(tx, row, exercise, now)) updated++
  }
  return { inserted, updated }
}

async function insertExercise(
  tx: Tx,
  exercise: CatalogueExercise | DerivedExercise,
  now: number,
): Promise<void> {
  const row = { ...rowContentOf(exercise), revision: 1, createdAt: now, updatedAt: now }
  await insertRow.run(tx, row)
  await insertMuscles(tx, exercise)
}

/** Clears the totals of all workouts with an exercise, for `fillTotals` to compute later. */
async function clearTotals(tx: Tx, exerciseId: string): Promise<void> {
  const users = await tx.selectFrom('users').select('id').execute()
  for (const { id } of users) await clearTotalsOfExercise(tx, { userId: id, exerciseId })
}

/** Resolves to whether anything changed. */
async function updateExercise(
  tx: Tx,
  row: StoredRow,
  exercise: CatalogueExercise,
  now: number,
): Promise<boolean> {
  const content = rowContentOf(exercise)
  const current: Readonly<Record<string, unknown>> = { ...row }
  if (Object.entries(content).every(([column, value]) => current[column] === value)) return false
  await updateRow.run(tx, { ...content, revision: row.revision + 1, updatedAt: now })
  await deleteMuscles.run(tx, { id: row.id })
  await insertMuscles(tx, exercise)
  if (factsForLoad.some((fact) => content[fact] !== row[fact])) await clearTotals(tx, row.id)
  return true
}

async function insertMuscles(tx: Tx, exercise: CatalogueExercise | DerivedExercise) {
  const rows = engagementList(exercise).map((item) => ({ exerciseId: exercise.slug, ...item }))
  await insertMuscle.insertAll(tx, rows)
}

/**
 * Inserts shared exercises derived from another catalogue. Their slugs must not be taken.
 *
 * @param now milliseconds since 1970
 */
export async function insertDerivedExercises(
  tx: Tx,
  exercises: readonly DerivedExercise[],
  now: number,
): Promise<void> {
  for (const exercise of exercises) await insertExercise(tx, exercise, now)
}

/** The names of the shared exercises: built-in, derived, and formerly built-in. */
export async function listSharedExerciseNames(reader: Reader): Promise<NamedExercise[]> {
  const rows = await reader
    .selectFrom('catalogueExercises')
    .select(['id', 'name', 'aliases'])
    .orderBy('derived')
    .orderBy('id')
    .execute()
  return rows.map(({ id, name, aliases }) => ({ slug: id, name, aliases: fromJson(aliases) }))
}
