import type { Schema } from '../schema/index.ts'

/**
 * Every table with its primary key, in the order of foreign keys; addresses before their accounts, as a registration
 * writes them. A test detects a missing table.
 */
export const copiedTables = [
  ['meta', ['key']],
  ['emailAddresses', ['emailKey']],
  ['users', ['id']],
  ['sessions', ['userId', 'id']],
  ['refreshTokens', ['userId', 'tokenHash']],
  ['passwordResets', ['userId']],
  ['knownNetworks', ['userId', 'networkHash']],
  ['catalogueExercises', ['id']],
  ['catalogueMuscles', ['exerciseId', 'muscle']],
  ['customExercises', ['userId', 'id']],
  ['customMuscles', ['userId', 'exerciseId', 'muscle']],
  ['workouts', ['userId', 'id']],
  ['packedWorkouts', ['userId', 'startedAt', 'workoutId']],
  ['performedExercises', ['userId', 'exerciseId', 'startedAt', 'workoutId']],
  ['memoryCheckpoints', ['userId', 'startedAt', 'workoutId']],
  ['workoutRevisions', ['userId', 'workoutId', 'revision']],
  ['measurements', ['userId', 'id']],
  ['programs', ['userId', 'id']],
  ['programRevisions', ['userId', 'programId', 'revision']],
  ['runs', ['userId', 'id']],
  ['progressions', ['userId', 'exerciseId']],
  ['soreness', ['userId', 'reportedAt', 'muscle']],
  ['landmarks', ['userId']],
  ['imports', ['userId', 'id']],
  ['importItems', ['userId', 'kind', 'id']],
  ['exerciseNameMappings', ['userId', 'nameKey']],
  ['appliedMutations', ['userId', 'mutationId']],
  ['idempotencyKeys', ['userId', 'key']],
] as const satisfies readonly (readonly [table: keyof Schema, key: readonly string[]])[]
