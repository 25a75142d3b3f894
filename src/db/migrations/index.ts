import type { Migration } from 'kysely/migration'
import * as first from './0001-first.ts'

/** All migrations by name, which is also their order. One that was released is never changed. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-first': first,
}
