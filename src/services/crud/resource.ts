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

/** The metadata that every resource has. */
export interface Stamps {
  readonly revision: number
  /** Milliseconds since 1970; null if it isn't deleted. */
  readonly deletedAt: number | null
}

/** The types that make up a kind of resource. */
export interface ResourceTypes {
  readonly name: ResourceName
  /** The client's input. */
  readonly input: { readonly id?: string }
  /** The input in its stored form. */
  readonly draft: object
  /** The stored resource, deleted or not. */
  readonly stored: object
  /** The contract's schema. */
  readonly value: object
  /** The failure if users can't change an existing resource; `never` if they always can. */
  readonly locked: { readonly kind: string }
  /** Other failures of a write. */
  readonly writeFailure: { readonly kind: string }
}

/** The context for converting an input to a draft. */
export interface DraftContext {
  readonly userId: string
  /** The time zone of the user's profile. */
  readonly timeZone: string
  readonly id: string
  /** Generates an id that the client didn't choose, from its location in the input. */
  readonly newId: IdSource
  /**
   * Whether the input may refer to deleted resources, because it was created offline or follows a program that
   * contains them.
   */
  readonly mayReferToDeleted?: boolean
}

/** A valid input in its stored form. */
interface Drafted<Draft> {
  readonly kind: 'drafted'
  readonly draft: Draft
}

/** A stored resource, deleted or not. */
export interface Found<Stored> {
  readonly kind: 'found'
  readonly stored: Stored
}

/** The result of a write. */
export interface Saved<Stored> {
  readonly kind: 'saved'
  readonly stored: Stored
}

/** A list in an account export. */
interface Exported<Member extends ListMember = ListMember> {
  readonly member: Member
  /** All of a user's items, read page by page while the export is being written. */
  pages(db: Reader, user: Profile): AsyncIterable<readonly unknown[]>
  /** Checks an imported item beyond the contract's schema. */
  check?(item: ItemOf<Member>): readonly FieldProblem[]
}

/** The export list of any resource. */
export type ExportedList = { [Member in ListMember]: Exported<Member> }[ListMember]

/** Why a draft can't be saved. */
export type NotSaved<T extends ResourceTypes> = Invalid | T['writeFailure']

/** Reads and writes one kind of resource. The REST operations in `operations.ts` and sync are built on it. */
export interface Resource<T extends ResourceTypes> {
  readonly name: T['name']
  readonly table: SyncedTable
  readonly exported: ExportedList
  /** How exported items are imported. */
  readonly imported: Imported
  draft(input: T['input'], context: DraftContext): Drafted<T['draft']> | Invalid
  /**
   * By id, even if it is deleted. Given the draft that is about to replace it, may also read what `update` will need,
   * because both reads then take one round trip to PostgreSQL.
   */
  find(
    db: Reader,
    userId: string,
    id: string,
    draft?: T['draft'],
  ): Promise<Found<T['stored']> | Missing<T['name']> | T['locked']>
  stampsOf(stored: T['stored']): Stamps
  /**
   * @param isNewId whether the id is known not to be that of a resource: it is random, or was looked up in this
   * transaction
   */
  insert(
    tx: Tx,
    draft: T['draft'],
    now: number,
    isNewId?: boolean,
  ): Promise<Saved<T['stored']> | IdTaken<T['name']> | NotSaved<T>>
  /** Does nothing, and keeps the revision, if the draft equals the stored state. */
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
