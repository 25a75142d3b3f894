import type { Selectable } from 'kysely'
import { prepare } from '../engine/prepare.ts'
import type { ExerciseNameMappingsTable } from '../schema/imports.ts'
import type { Reader, Tx } from '../schema/index.ts'

type Row = Selectable<ExerciseNameMappingsTable>

const selectMappings = prepare((db, { userId }: Pick<Row, 'userId'>) =>
  db.selectFrom('exerciseNameMappings').selectAll().where('userId', '=', userId),
)

const upsertMapping = prepare((db, row: Row) =>
  db
    .insertInto('exerciseNameMappings')
    .values(row)
    .onConflict((on) =>
      on
        .columns(['userId', 'nameKey'])
        .doUpdateSet(({ ref }) => ({ exerciseId: ref('excluded.exerciseId') })),
    ),
)

const deleteRow = prepare((db, { userId, nameKey, exerciseId }: Row) =>
  db
    .deleteFrom('exerciseNameMappings')
    .where('userId', '=', userId)
    .where('nameKey', '=', nameKey)
    .where('exerciseId', '=', exerciseId),
)

/** The exercises that the user has assigned to names: their ids, by the normal form of the name. */
export async function rememberedNames(db: Reader, userId: string): Promise<Map<string, string>> {
  const rows = await selectMappings.all(db, { userId })
  return new Map(rows.map(({ nameKey, exerciseId }) => [nameKey, exerciseId]))
}

/** Assigns exercises to names, replacing earlier assignments. */
export async function rememberNames(
  tx: Tx,
  userId: string,
  names: ReadonlyMap<string, string>,
): Promise<void> {
  await upsertMapping.runEach(
    tx,
    [...names].map(([nameKey, exerciseId]) => ({ userId, nameKey, exerciseId })),
  )
}

/** Deletes these assignments, except those that have changed since. Resolves to the number of deleted ones. */
export function forgetNames(tx: Tx, rows: readonly Row[]): Promise<number> {
  return deleteRow.runEach(tx, rows)
}
