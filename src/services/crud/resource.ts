import type { Profile } from '#db/accounts/users.ts'
import type { Reader, Tx } from '#db/schema/index.ts'
import type { ChangedRow, ChangesPage } from '#db/sync/changes.ts'
import type { SyncedTable } from '#db/sync/tables.ts'
import type { Schemas } from '#generated/types.ts'
import type { ItemOf, ListMember } from '#interchange/account.ts'
import type { IdSource } from '#lib/derived-ids.ts'
import type { OrText } from '#lib/json-text.ts'
import type { Imported } from './imported.ts'
import type { FieldProblem, IdTaken, Invalid, Missing, ResourceName } from './results.ts'

/** What every resource has, whatever it contains. */
export interface Stamps {
  readonly revision: number
  /** Milliseconds since 1970; null if it isn't deleted. */
  readonly deletedAt: number | null
}

/** The types that make up a kind of resource. */
export interface ResourceTypes {
  readonly name: ResourceName
  /** What a client sends. */
  readonly input: { readonly id?: string }
  /** The input in the form in which it is stored. */
  readonly draft: object
  /** What is stored, deleted or not. */
  readonly stored: object
  /** The contract's type for it. */
  readonly value: object
  /** Why this user can't change an existing one; `never` if there is no such reason. */
  readonly locked: { readonly kind: string }
  /** The other failures of a write. */
  readonly clash: { readonly kind: string }
}

/** What it takes to make a draft from an input. */
interface DraftContext {
  readonly userId: string
  readonly id: string
  /** Generates an id that the client left out, from its place in the input. */
  readonly newId: IdSource
  /** Whether it was made offline: it may refer to resources deleted since. */
  readonly wasOffline?: boolean
}

/** An input that passed validation, in the form in which it is stored. */
interface Drafted<Draft> {
  readonly kind: 'drafted'
  readonly draft: Draft
}

/** A stored resource, deleted or not. */
export interface Found<Stored> {
  readonly kind: 'found'
  readonly stored: Stored
}

/** What was stored. */
export interface Saved<Stored> {
  readonly kind: 'saved'
  readonly stored: Stored
}

/** A list in the export of a user's whole account. */
export interface Exported<Member extends ListMember = ListMember> {
  readonly member: Member
  /** All of a user's, read as they are written. */
  pages(db: Reader, user: Profile): AsyncIterable<readonly unknown[]>
  /** What is wrong with an item of an import that satisfies the contract's schema, if anything. */
  check?(item: ItemOf<Member>): readonly FieldProblem[]
}

/** The list of a resource in the export, for any resource. */
export type ExportedList = { [Member in ListMember]: Exported<Member> }[ListMember]

/** Why a draft can't replace the stored state. */
export type NotSaved<T extends ResourceTypes> = Invalid | T['clash']

/**
 * How one kind of resource is read and written. `operations.ts` makes the operations of REST from it, and
 * `sync/` those of a push.
 */
export interface Resource<T extends ResourceTypes> {
  readonly name: T['name']
  readonly table: SyncedTable
  readonly exported: ExportedList
  /** How what was exported is imported. */
  readonly imported: Imported
  draft(input: T['input'], context: DraftContext): Drafted<T['draft']> | Invalid
  /** By id, even if it is deleted. */
  find(db: Reader, userId: string, id: string): Promise<Found<T['stored']> | Missing<T['name']> | T['locked']>
  stampsOf(stored: T['stored']): Stamps
  insert(
    tx: Tx,
    draft: T['draft'],
    now: number,
  ): Promise<Saved<T['stored']> | IdTaken<T['name']> | NotSaved<T>>
  /** Writes nothing, and keeps the revision, if the draft equals the stored state. */
  update(
    tx: Tx,
    stored: T['stored'],
    draft: T['draft'],
    now: number,
  ): Promise<Saved<T['stored']> | NotSaved<T>>
  /** Replaces a tombstone. */
  revive(
    tx: Tx,
    tombstone: T['stored'],
    draft: T['draft'],
    now: number,
  ): Promise<Saved<T['stored']> | NotSaved<T>>
  /** Leaves a tombstone, and resolves to its stamps. */
  delete(tx: Tx, stored: T['stored'], now: number): Promise<Stamps>
  present(db: Reader, user: Profile, stored: T['stored']): Promise<T['value']>
  /** The rows on a page of changes. */
  listChanged(db: Reader, page: ChangesPage): Promise<readonly ChangedRow<T['stored']>[]>
  /** Each row's current state, or its deletion. */
  presentChanges(
    db: Reader,
    user: Profile,
    stored: readonly T['stored'][],
  ): Promise<OrText<Extract<Schemas['SyncChange'], { readonly resource: T['name'] }>>[]>
}

/** Whether the resource was found, as opposed to a failure. */
export function isFound<Stored>(result: Found<Stored> | { readonly kind: string }): result is Found<Stored> {
  return result.kind === 'found'
}

/** Whether the resource was saved, as opposed to a failure. */
export function isSaved<Stored>(result: Saved<Stored> | { readonly kind: string }): result is Saved<Stored> {
  return result.kind === 'saved'
}
