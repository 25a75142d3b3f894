import type { TSchema } from '@sinclair/typebox'
import { AccountExport } from '#generated/schemas.ts'
import type { Schemas } from '#generated/types.ts'

type Export = Schemas['AccountExport']

/** The members of an account export that are lists. */
export type ListMember = {
  [M in keyof Export]-?: NonNullable<Export[M]> extends readonly unknown[] ? M : never
}[keyof Export]

/** An item of a list of an account export. */
export type ItemOf<M extends ListMember> = NonNullable<Export[M]>[number]

/** The lists of an account export; those that an older export doesn't have are empty. */
export type AccountLists = { readonly [M in ListMember]: readonly ItemOf<M>[] }

/**
 * The contents of a Replog account export, item by item as in the contract; invalid items were left out and
 * are listed as problems.
 */
export interface ImportedAccount extends AccountLists {
  /** Absent in an export from a guest's device. */
  readonly user: Schemas['User'] | undefined
  /** Absent if the user changed none, or the export is too old to have any. */
  readonly landmarks: Schemas['OwnLandmarks'] | undefined
}

/** A rule that the contract's schemas can't express. */
export interface AccountRule {
  /** What is wrong with an item of a list, or with a single value, that satisfies the member's schema. */
  check?(value: unknown): readonly Schemas['FieldProblem'][]
}

/** The rules for an account export, by member. */
export type AccountRules = ReadonlyMap<keyof Export, AccountRule>

/** What identifies an item of a list whose items have no id. */
const keys: {
  readonly [M in ListMember as ItemOf<M> extends { readonly id: string } ? never : M]: (
    item: ItemOf<M>,
  ) => string
} = {
  progressions: ({ exerciseId }) => exerciseId,
  soreness: ({ muscle, at }) => `${muscle} ${Date.parse(at)}`,
  rememberedNames: ({ name }) => name,
  programRevisions: ({ programId, revision }) => `${programId} ${revision}`,
}

/** How a list is read. */
export interface AccountList {
  readonly member: ListMember
  /** The schema of an item. */
  readonly schema: TSchema
  /** Whether the contract has always required it; older exports don't have the others. */
  readonly isRequired: boolean
  /** Whether its items are resources, with a revision and times. */
  readonly ofResources: boolean
  /** Identifies a valid item. Of two items with the same key, the first counts. */
  key(item: unknown): string
}

const requiredMembers: ReadonlySet<string> = new Set(AccountExport.required)

/** Every list of an account export in the contract. */
export const accountLists: readonly AccountList[] = Object.entries(AccountExport.properties).flatMap(
  ([member, { type, items }]: [string, TSchema]) =>
    type === 'array' ? [listOf(member as ListMember, items)] : [],
)

function listOf(member: ListMember, schema: TSchema): AccountList {
  // Called with items that satisfy the schema.
  const key = (member in keys ? keys[member as keyof typeof keys] : keyOfResource) as AccountList['key']
  return {
    member,
    schema,
    isRequired: requiredMembers.has(member),
    ofResources: 'createdAt' in (schema.properties ?? {}),
    key,
  }
}

function keyOfResource({ id }: { readonly id: string }): string {
  return id
}
