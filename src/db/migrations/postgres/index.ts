import type { Migrations } from '../index.ts'
import * as first from './0012-first/index.ts'
import * as liftMemory from './0014-lift-memory.ts'
import * as trainingGoal from './0015-training-goal.ts'
import * as workoutPhase from './0016-workout-phase.ts'
import * as keysByUser from './0019-keys-by-user/index.ts'
import * as emailAddresses from './0020-email-addresses.ts'
import * as coaching from './0022-coaching.ts'
import * as cheaperWrites from './0023-cheaper-writes.ts'

/**
 * The PostgreSQL migrations by name, which is also their order, starting with SQLite's 0012. A released
 * one never changes.
 */
export const postgresMigrations: Migrations = {
  '0012-first': first,
  '0014-lift-memory': liftMemory,
  '0015-training-goal': trainingGoal,
  '0016-workout-phase': workoutPhase,
  '0019-keys-by-user': keysByUser,
  '0020-email-addresses': emailAddresses,
  '0022-coaching': coaching,
  '0023-cheaper-writes': cheaperWrites,
}
