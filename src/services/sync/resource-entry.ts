import type { Profile } from '#db/accounts/users.ts'
import type { Reader, Tx } from '#db/schema/index.ts'
import type { ChangesPage } from '#db/sync/changes.ts'
import type { SyncedTable } from '#db/sync/tables.ts'
import type { Schemas } from '#generated/types.ts'
import type { OrText } from '#lib/json-text.ts'
import type { Imported } from '../crud/imported.ts'
import type { ExportedList, Resource, ResourceTypes } from '../crud/resource.ts'
import type { ResourceName } from '../crud/results.ts'
import { applyTo, type MutationOf, type NotApplied } from './apply.ts'
import type { Outcome } from './outcome.ts'

/** The changes of one resource on a page. */
interface ChangesOfResource {
  /** The seq of each change. */
  readonly seqs: readonly number[]
  /** The changes up to a seq, each as its current state or its deletion. */
  present(db: Reader, user: Profile, upTo: number): Promise<NumberedChange[]>
}

/** A change and its seq. */
interface NumberedChange {
  readonly seq: number
  readonly change: OrText<Schemas['SyncChange']>
}

/** A resource in the list of all resources, without its own types. */
export interface ResourceEntry<Mutation, Failure> {
  readonly name: ResourceName
  readonly table: SyncedTable
  readonly exported: ExportedList
  readonly imported: Imported
  apply(tx: Tx, user: Profile, mutation: Mutation, now: number): Promise<Outcome<Failure>>
  listChanges(db: Reader, page: ChangesPage): Promise<ChangesOfResource>
}

/** An entry of the list of resources. */
export function resourceEntry<T extends ResourceTypes>(
  resource: Resource<T>,
): ResourceEntry<MutationOf<T>, NotApplied<T>> {
  return {
    name: resource.name,
    table: resource.table,
    exported: resource.exported,
    imported: resource.imported,
    apply: (tx, user, mutation, now) => applyTo(resource, tx, user, mutation, now),

    async listChanges(db, page) {
      const rows = await resource.listChanged(db, page)
      return {
        seqs: rows.map(({ seq }) => seq),
        async present(reader, user, upTo) {
          const included = rows.filter(({ seq }) => seq <= upTo)
          const changes = await resource.presentChanges(
            reader,
            user,
            included.map(({ stored }) => stored),
          )
          return included.flatMap(({ seq }, index) => {
            const change = changes[index]
            return change ? [{ seq, change }] : []
          })
        },
      }
    },
  }
}
