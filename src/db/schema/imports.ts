import type { Schemas } from '#generated/types.ts'
import type { Json } from '../engine/json.ts'

/** An uploaded file and its state. */
export interface ImportsTable {
  userId: string
  id: string
  status: Schemas['ImportStatus']
  createdAt: number
  committedAt: number | null
  undoneAt: number | null
  /** The IANA time zone with which the file was read, and will be read again for the commit. */
  timeZone: string
  /** As specified in the request. */
  weightUnit: Schemas['WeightUnit'] | null
  /** The report as gzipped JSON. */
  report: Uint8Array
  /** As uploaded, gzipped; present while the import is pending. */
  file: Uint8Array | null
  /** The settings of the profile before the commit, for the undo. */
  replacedProfile: Json<ReplacedProfile> | null
  /** The settings that the commit imported from an account export, for the undo. */
  broughtSettings: Json<ImportedSettings> | null
}

/**
 * The settings that an import added: each by its key, with the value that was written. If the current value differs,
 * the user has changed it since.
 */
export interface ImportedSettings {
  readonly progressions: readonly (readonly [exerciseId: string, revision: number])[]
  readonly soreness: readonly (readonly [reportedAt: number, muscle: Schemas['Muscle'], soreness: number])[]
  readonly landmarks?: { readonly muscles: number; readonly revision: number }
  readonly names: readonly (readonly [nameKey: string, exerciseId: string])[]
}

/** The previous settings, and the revision of the profile with the new ones. */
export interface ReplacedProfile {
  readonly settings: ProfileSettings
  readonly revision: number
}

/** The part of a profile that an account export contains. */
export type ProfileSettings = Omit<Schemas['User'], 'id' | 'email' | 'revision' | 'createdAt' | 'updatedAt'>

/** An item that an import wrote and no undo removed. */
export interface ImportItemsTable {
  userId: string
  kind: 'workout' | 'exercise' | 'measurement'
  /** The id of the workout, exercise or measurement. */
  id: string
  /** The import that last wrote it. */
  importId: string
  /** For a workout, a digest of its sets in the file. */
  fingerprint: string | null
  /** The revision that was written. If the current one differs, the user has changed it since. */
  revision: number
}

/** The exercise that the user has assigned to a name. */
export interface ExerciseNameMappingsTable {
  userId: string
  /** The normal form of the name; see `exerciseNameKey`. */
  nameKey: string
  exerciseId: string
}
