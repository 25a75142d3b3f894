export type { ReplogClient } from '#generated/client.ts'
export { LoggedOutError, ProblemError, StorageFullError, UnsentChangesError } from './errors.ts'
export { uuid as createId } from './ids.ts'
export { indexedDbStore } from './indexed-db-store.ts'
export { localStorageStore, type WebStorage } from './local-storage-store.ts'
export { createReplog } from './replog.ts'
export type {
  Channel,
  Collection,
  DeadLetter,
  DeadLetters,
  Environment,
  ExerciseToPut,
  LocalExercise,
  LocalMeasurement,
  LocalProgram,
  LocalRun,
  LocalWorkout,
  Locks,
  MeasurementToPut,
  Problem,
  ProgramToPut,
  Replog,
  ReplogOptions,
  ReplogStatus,
  ReplogStorage,
  Resource,
  RunToPut,
  Signal,
  StorageProblem,
  User,
  WorkoutToPut,
} from './types.ts'
