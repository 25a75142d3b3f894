import type { Schema } from '../schema/index.ts'
import { copiedTables } from './copied-tables.ts'

/** The tables of user data, whose keys begin with the user. */
type Owned = Extract<(typeof copiedTables)[number], readonly [string, readonly ['userId', ...string[]]]>[0]

/**
 * How the rows of a table are distributed across the servers of a cluster: by a column, or all rows on
 * every server.
 */
export type Spread = { readonly by: string } | 'everywhere'

const others = {
  users: { by: 'id' },
  emailAddresses: { by: 'emailKey' },
  rateLimits: { by: 'key' },
  meta: 'everywhere',
  catalogueExercises: 'everywhere',
  catalogueMuscles: 'everywhere',
} as const satisfies Record<Exclude<keyof Schema, Owned> | 'rateLimits', Spread>

const isOwned = ([table]: (typeof copiedTables)[number]) => !Object.hasOwn(others, table)

/**
 * How each table is distributed, in the order of foreign keys. All rows of a user are on one server. Only
 * migrations are recorded on the server that runs them.
 */
export const distribution: ReadonlyMap<string, Spread> = new Map<string, Spread>([
  ...Object.entries(others),
  ...copiedTables.filter(isOwned).map(([table]) => [table, { by: 'userId' }] as const),
])
