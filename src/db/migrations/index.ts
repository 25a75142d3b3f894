import type { Migration } from 'kysely/migration'
import * as first from './0001-first/index.ts'
import * as imports from './0002-imports.ts'
import * as trainingSettings from './0003-training-settings.ts'
import * as importedSettings from './0004-imported-settings.ts'
import * as packedWorkouts from './0005-packed-workouts.ts'
import * as sync from './0006-sync.ts'
import * as searchAllNotes from './0007-search-all-notes.ts'
import * as workoutTimeZones from './0008-workout-time-zones.ts'
import * as searchInMemory from './0009-search-in-memory.ts'
import * as accountRecovery from './0010-account-recovery.ts'
import * as programs from './0011-programs.ts'
import * as workoutDocuments from './0012-workout-documents/index.ts'
import * as liftMemory from './0014-lift-memory.ts'
import * as trainingGoal from './0015-training-goal.ts'
import * as workoutPhase from './0016-workout-phase.ts'
import * as keysByUser from './0019-keys-by-user/index.ts'
import * as emailAddresses from './0020-email-addresses.ts'
import * as coaching from './0022-coaching.ts'

/** Migrations by name, in the order of their names. */
export type Migrations = Readonly<Record<string, Migration>>

/** All migrations by name, which is also their order; numbers may be skipped. A released one never changes. */
export const migrations: Migrations = {
  '0001-first': first,
  '0002-imports': imports,
  '0003-training-settings': trainingSettings,
  '0004-imported-settings': importedSettings,
  '0005-packed-workouts': packedWorkouts,
  '0006-sync': sync,
  '0007-search-all-notes': searchAllNotes,
  '0008-workout-time-zones': workoutTimeZones,
  '0009-search-in-memory': searchInMemory,
  '0010-account-recovery': accountRecovery,
  '0011-programs': programs,
  '0012-workout-documents': workoutDocuments,
  '0014-lift-memory': liftMemory,
  '0015-training-goal': trainingGoal,
  '0016-workout-phase': workoutPhase,
  '0019-keys-by-user': keysByUser,
  '0020-email-addresses': emailAddresses,
  '0022-coaching': coaching,
}
