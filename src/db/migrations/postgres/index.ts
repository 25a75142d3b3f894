import type { Migrations } from '../index.ts'

/**
 * The PostgreSQL migrations by name, which is also their order, starting with SQLite's 0012. A released
 * one never changes.
 */
export const postgresMigrations: Migrations = {
  '0012-first': () => import('./0012-first/index.ts'),
  '0014-lift-memory': () => import('./0014-lift-memory.ts'),
  '0015-training-goal': () => import('./0015-training-goal.ts'),
  '0016-workout-phase': () => import('./0016-workout-phase.ts'),
  '0019-keys-by-user': () => import('./0019-keys-by-user/index.ts'),
  '0020-email-addresses': () => import('./0020-email-addresses.ts'),
  '0022-coaching': () => import('./0022-coaching.ts'),
  '0023-cheaper-writes': () => import('./0023-cheaper-writes.ts'),
  '0024-contract-smaller-packed-sets': () => import('./0024-contract-smaller-packed-sets.ts'),
}
