import type {
  CatalogueExercisesTable,
  CatalogueMusclesTable,
  CustomExercisesTable,
  CustomMusclesTable,
} from './exercises.ts'
import type { ExerciseNameMappingsTable, ImportItemsTable, ImportsTable } from './imports.ts'
import type { MemoryCheckpointsTable } from './lift-memory.ts'
import type { MeasurementsTable } from './measurements.ts'
import type { ProgramRevisionsTable, ProgramsTable, RunsTable } from './programs.ts'
import type { IdempotencyKeysTable, MetaTable } from './service.ts'
import type { AppliedMutationsTable } from './sync.ts'
import type { LandmarksTable, ProgressionsTable, SorenessTable } from './training-settings.ts'
import type {
  EmailAddressesTable,
  KnownNetworksTable,
  PasswordResetsTable,
  RefreshTokensTable,
  SessionsTable,
  UsersTable,
} from './users.ts'
import type {
  PackedWorkoutsTable,
  PerformedExercisesTable,
  WorkoutRevisionsTable,
  WorkoutsTable,
} from './workouts.ts'

/**
 * The tables, as created by the migrations. Columns have the contract's names. Times are milliseconds
 * since 1970 in UTC, flags 0 or 1, lists and objects JSON text. Every key of a user's data begins with
 * the user's id.
 */
export interface Schema {
  emailAddresses: EmailAddressesTable
  users: UsersTable
  sessions: SessionsTable
  refreshTokens: RefreshTokensTable
  passwordResets: PasswordResetsTable
  knownNetworks: KnownNetworksTable
  catalogueExercises: CatalogueExercisesTable
  catalogueMuscles: CatalogueMusclesTable
  customExercises: CustomExercisesTable
  customMuscles: CustomMusclesTable
  workouts: WorkoutsTable
  packedWorkouts: PackedWorkoutsTable
  performedExercises: PerformedExercisesTable
  memoryCheckpoints: MemoryCheckpointsTable
  workoutRevisions: WorkoutRevisionsTable
  measurements: MeasurementsTable
  programs: ProgramsTable
  programRevisions: ProgramRevisionsTable
  runs: RunsTable
  progressions: ProgressionsTable
  soreness: SorenessTable
  landmarks: LandmarksTable
  imports: ImportsTable
  importItems: ImportItemsTable
  exerciseNameMappings: ExerciseNameMappingsTable
  appliedMutations: AppliedMutationsTable
  idempotencyKeys: IdempotencyKeysTable
  meta: MetaTable
}

declare module '../engine/types.ts' {
  interface Tables extends Schema {}
}

export type { Db, Reader, Tx } from '../engine/types.ts'
