import type { Tx } from '#db/schema/index.ts'
import type { Schemas } from '#generated/types.ts'
import type { AccountLists, AccountRule, AccountRules, ListMember } from '#interchange/account.ts'
import type { ImportedList, PreparedRows, WrittenRow } from '../crud/imported.ts'
import { resources, settings } from '../resources.ts'

/** The rules for the members of an account export, from all resources and settings. */
export const accountRules: AccountRules = new Map<keyof Schemas['AccountExport'], AccountRule>(
  [...Object.values(resources), ...settings].map(({ exported }) => [exported.member, exported]),
)

/** The resources that are imported in the transaction of the commit, in writing order. */
const importedLists = Object.values(resources).flatMap(
  ({ exported: { member }, imported }): [ListMember, ImportedList][] =>
    imported === 'with_log' ? [] : [[member, imported]],
)

/** Rows to write, by member of the export. */
export type PreparedLists = readonly (readonly [ListMember, PreparedRows])[]

/** The rows that an import wrote, by member of the export. */
export type WrittenLists = { readonly [Member in ListMember]?: readonly WrittenRow[] }

/** The rows of an account export that are written in the transaction of the commit. */
export function prepareLists(
  userId: string,
  account: AccountLists,
  exerciseIdFor: (id: string) => string,
): PreparedLists {
  return importedLists.map(([member, imported]) => [member, imported.prepare(userId, account, exerciseIdFor)])
}

/** Writes the rows that the user doesn't have. Resolves to undefined if nothing was written. */
export async function insertLists(tx: Tx, prepared: PreparedLists): Promise<WrittenLists | undefined> {
  const written: [ListMember, readonly WrittenRow[]][] = []
  for (const [member, rows] of prepared) written.push([member, await rows.write(tx)])
  return written.some(([, rows]) => rows.length > 0) ? Object.fromEntries(written) : undefined
}

/**
 * Deletes the rows that an import wrote, except those changed since, in reverse order, so that nothing refers to a
 * deleted row. Resolves to the counts.
 */
export async function deleteLists(
  tx: Tx,
  userId: string,
  written: WrittenLists,
  now: number,
): Promise<Partial<Schemas['ImportUndone']>> {
  const counts: Partial<Record<ListMember, number>> = {}
  for (const [member, imported] of importedLists.toReversed()) {
    counts[member] = await imported.undo(tx, userId, written[member] ?? [], now)
  }
  return counts
}
