import type { Schema } from '../schema/index.ts'
import { copiedTables } from './copied-tables.ts'

/** The tables of user data, whose keys begin with the user. */
type UserTable = Extract<
  (typeof copiedTables)[number],
  readonly [string, readonly ['userId', ...string[]]]
>[0]

/**
 * The distribution of a table's rows across the servers of a cluster: by a column, or all rows on every server.
 */
export type Placement = { readonly by: string } | 'everywhere'

const otherTables = {
  users: { by: 'id' },
  emailAddresses: { by: 'emailKey' },
  rateLimits: { by: 'key' },
  meta: 'everywhere',
  catalogueExercises: 'everywhere',
  catalogueMuscles: 'everywhere',
} as const satisfies Record<Exclude<keyof Schema, UserTable> | 'rateLimits', Placement>

const isUserTable = ([table]: (typeof copiedTables)[number]) => !Object.hasOwn(otherTables, table)

/**
 * The distribution of each table, in the order of foreign keys. All rows of a user are on one server. The tables
 * that record migrations are missing, because they exist only on the server that runs them.
 */
export const distribution: ReadonlyMap<string, Placement> = new Map<string, Placement>([
  ...Object.entries(otherTables),
  ...copiedTables.filter(isUserTable).map(([table]) => [table, { by: 'userId' }] as const),
])
