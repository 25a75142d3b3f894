import { prepare } from '../engine/prepare.ts'
import type { Reader } from '../schema/index.ts'

const selectSeededVersion = prepare((db, { key }: { readonly key: 'catalogue' }) =>
  db.selectFrom('meta').select('value').where('key', '=', key),
)

/** The version of the catalogue that was last seeded; undefined if the database has none. */
export async function seededCatalogueVersion(reader: Reader): Promise<string | undefined> {
  return (await selectSeededVersion.first(reader, { key: 'catalogue' }))?.value
}
