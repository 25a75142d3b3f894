import type { Migration } from 'kysely/migration'

/** Migrations by name, in the order of their names. Loaded only when a database needs one. */
export type Migrations = Readonly<Record<string, () => Promise<Migration>>>

/** Loads all of these migrations. */
export async function loadMigrations(known: Migrations): Promise<Record<string, Migration>> {
  const loaded = Object.entries(known).map(async ([name, load]) => [name, await load()] as const)
  return Object.fromEntries(await Promise.all(loaded))
}

/** All migrations by name, which is also their order; numbers may be skipped. A released one never changes. */
export const migrations: Migrations = {
  '0001-first': () => import('./0001-first/index.ts'),
  '0002-imports': () => import('./0002-imports.ts'),
  '0003-training-settings': () => import('./0003-training-settings.ts'),
  '0004-imported-settings': () => import('./0004-imported-settings.ts'),
  '0005-packed-workouts': () => import('./0005-packed-workouts.ts'),
  '0006-sync': () => import('./0006-sync.ts'),
  '0007-search-all-notes': () => import('./0007-search-all-notes.ts'),
  '0008-workout-time-zones': () => import('./0008-workout-time-zones.ts'),
  '0009-search-in-memory': () => import('./0009-search-in-memory.ts'),
  '0010-account-recovery': () => import('./0010-account-recovery.ts'),
  '0011-programs': () => import('./0011-programs.ts'),
  '0012-workout-documents': () => import('./0012-workout-documents/index.ts'),
  '0014-lift-memory': () => import('./0014-lift-memory.ts'),
  '0015-training-goal': () => import('./0015-training-goal.ts'),
  '0016-workout-phase': () => import('./0016-workout-phase.ts'),
  '0019-keys-by-user': () => import('./0019-keys-by-user/index.ts'),
  '0020-email-addresses': () => import('./0020-email-addresses.ts'),
  '0022-coaching': () => import('./0022-coaching.ts'),
  '0024-smaller-packed-sets': () => import('./0024-smaller-packed-sets.ts'),
}
