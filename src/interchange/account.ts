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

/** The lists of an account export. Lists that an older export lacks are empty. */
export type AccountLists = { readonly [M in ListMember]: readonly ItemOf<M>[] }

/**
 * The contents of a Replog account export, as in the contract. Invalid items are left out and reported as
 * problems.
 */
export interface ImportedAccount extends AccountLists {
  /** Undefined in an export from a guest's device. */
  readonly user: Schemas['User'] | undefined
  /** Undefined if the user has changed none, or the export is too old to have any. */
  readonly landmarks: Schemas['OwnLandmarks'] | undefined
}

/** A rule that the contract's schemas can't express. */
export interface AccountRule {
  /** The problems of a list item, or a single value, that satisfies the member's schema. */
  check?(value: unknown): readonly Schemas['FieldProblem'][]
}

/** The rules for an account export, by member. */
export type AccountRules = ReadonlyMap<keyof Export, AccountRule>

/** The keys of items that have no id, by list. */
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

/** A list of an account export, and what is needed to read it. */
export interface AccountList {
  readonly member: ListMember
  /** The schema of an item. */
  readonly schema: TSchema
  /** Whether the contract requires the list. Older exports lack the optional ones. */
  readonly isRequired: boolean
  /** Whether its items are resources, which have a revision and timestamps. */
  readonly holdsResources: boolean
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
    holdsResources: 'createdAt' in (schema.properties ?? {}),
    key,
  }
}

function keyOfResource({ id }: { readonly id: string }): string {
  return id
}
