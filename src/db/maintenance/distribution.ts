import type { Schema } from '../schema/index.ts'
import { copiedTables } from './copied-tables.ts'

/** The tables of users' own rows: those whose keys begin with the user. */
type Owned = Extract<(typeof copiedTables)[number], readonly [string, readonly ['userId', ...string[]]]>[0]

/** How the rows of a table are spread over the servers of a cluster: by a column, or all of them on every server. */
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
 * How each table is spread, those that others refer to first. All rows of a user's are on one server. Migrations alone
 * are noted where they are run.
 */
export const distribution: ReadonlyMap<string, Spread> = new Map<string, Spread>([
  ...Object.entries(others),
  ...copiedTables.filter(isOwned).map(([table]) => [table, { by: 'userId' }] as const),
])
