import type { Tx } from '#db/schema/index.ts'
import { raiseSeqBy } from '#db/sync/change-numbers.ts'
import type { AccountLists, ItemOf, ListMember } from '#interchange/account.ts'

/**
 * How a resource in an account export is imported. `with_log`: like the workouts, measurements and exercises of any
 * file, by matching names and writing in turns. All other resources are imported in the transaction of the commit.
 */
export type Imported = 'with_log' | ImportedList

/** Imports a list of an account export in the transaction of the commit. Items keep their id, revision and times. */
export interface ImportedList {
  /** The rows to write, with exercise ids mapped to those of this account. */
  prepare(userId: string, account: AccountLists, exerciseIdFor: (id: string) => string): PreparedRows
  /** Deletes the items that an import wrote, except those changed since. Resolves to the number of deleted items. */
  undo(tx: Tx, userId: string, writtenRows: readonly WrittenRow[], now: number): Promise<number>
}

/** Rows that an import writes. */
export interface PreparedRows {
  /** Writes the rows that the user doesn't have, replacing tombstones. */
  write(tx: Tx): Promise<readonly WrittenRow[]>
}

/** A row that an import wrote, so that an undo can delete it. */
export interface WrittenRow {
  readonly id: string
  /** The revision that the import wrote. */
  readonly revision: number
}

interface Row {
  readonly id: string
  readonly revision: number
  /** Milliseconds since 1970; null if it isn't deleted. */
  readonly deletedAt: number | null
  readonly seq: number
}

/** Converts the items of one list to rows, and finds, writes and deletes rows. */
interface ImportedRows<Member extends ListMember, Stored extends Row> {
  readonly member: Member
  /** The row for an item; its `seq` is assigned later. Undefined for an item that isn't imported. */
  row(userId: string, item: ItemOf<Member>, exerciseIdFor: (id: string) => string): Stored | undefined
  /** Whether everything that the row refers to exists. */
  canWrite?(tx: Tx, userId: string, row: Stored): Promise<boolean>
  find(tx: Tx, userId: string, id: string): Promise<Stored | undefined>
  /** Writes rows unchanged, replacing tombstones with the same ids. */
  write(tx: Tx, rows: readonly Stored[]): Promise<void>
  delete(tx: Tx, stored: Stored, now: number): Promise<unknown>
  /** Data from other lists of the export to write after a row. */
  attached?(
    account: AccountLists,
    exerciseIdFor: (id: string) => string,
  ): (tx: Tx, row: Stored) => Promise<void>
}

/** Imports a list of an account export in the transaction of the commit. */
export function importList<Member extends ListMember, Stored extends Row>(
  resource: ImportedRows<Member, Stored>,
): ImportedList {
  const { member, canWrite = async () => true } = resource
  return {
    prepare(userId, account, exerciseIdFor) {
      const rows = account[member].flatMap((item) => resource.row(userId, item, exerciseIdFor) ?? [])
      const attach = resource.attached?.(account, exerciseIdFor)
      return {
        async write(tx) {
          const writtenRows: WrittenRow[] = []
          let seq = rows.length > 0 ? await raiseSeqBy(tx, userId, rows.length) : 0
          for (const row of rows) {
            const revision = newRevision(row, await resource.find(tx, userId, row.id))
            if (revision === undefined || !(await canWrite(tx, userId, row))) continue
            await resource.write(tx, [{ ...row, revision, seq: ++seq }])
            await attach?.(tx, row)
            writtenRows.push({ id: row.id, revision })
          }
          return writtenRows
        },
      }
    },

    async undo(tx, userId, writtenRows, now) {
      let deleted = 0
      for (const { id, revision } of writtenRows) {
        const stored = await resource.find(tx, userId, id)
        if (stored?.deletedAt !== null || stored.revision !== revision) continue
        await resource.delete(tx, stored, now)
        deleted++
      }
      return deleted
    },
  }
}

/**
 * The row's own revision, or a higher one if devices may have seen that of a tombstone. Undefined if the resource
 * exists and isn't deleted.
 */
function newRevision({ revision }: Row, existing: Row | undefined): number | undefined {
  if (existing === undefined) return revision
  return existing.deletedAt === null ? undefined : Math.max(revision, existing.revision + 1)
}
