import type { Schema } from '../schema/index.ts'

/** Every table with its primary key, those that others refer to first. A test finds a table that is missing. */
export const copiedTables = [
  ['meta', ['key']],
  ['users', ['id']],
  ['sessions', ['userId', 'id']],
  ['refreshTokens', ['tokenHash']],
  ['passwordResets', ['userId']],
  ['knownNetworks', ['userId', 'networkHash']],
  ['exercises', ['key']],
  ['exerciseMuscles', ['exerciseKey', 'muscle']],
  ['workouts', ['userId', 'id']],
  ['packedWorkouts', ['userId', 'startedAt', 'workoutId']],
  ['performedExercises', ['userId', 'exerciseId', 'startedAt', 'workoutId']],
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
