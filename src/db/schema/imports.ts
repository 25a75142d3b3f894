import type { Schemas } from '#generated/types.ts'
import type { Json } from '../engine/json.ts'

/** A file that was read, and its state. */
export interface ImportsTable {
  userId: string
  id: string
  status: Schemas['ImportStatus']
  createdAt: number
  committedAt: number | null
  undoneAt: number | null
  /** IANA: the zone that the file was read with, and will be again for the commit. */
  timeZone: string
  /** As the caller gave it. */
  weightUnit: Schemas['WeightUnit'] | null
  /** The report as gzipped JSON. */
  report: Uint8Array
  /** As uploaded, gzipped; present as long as the import is pending. */
  file: Uint8Array | null
  /** The parts of the profile that the commit replaced, for the undo. */
  replacedProfile: Json<ReplacedProfile> | null
  /** The settings that the commit took from an account export, for the undo. */
  broughtSettings: Json<BroughtSettings> | null
}

/**
 * Each setting by its key, with the value that was written: if it has another one, the user has changed it
 * since.
 */
export interface BroughtSettings {
  readonly progressions: readonly (readonly [exerciseId: string, revision: number])[]
  readonly soreness: readonly (readonly [reportedAt: number, muscle: Schemas['Muscle'], soreness: number])[]
  readonly landmarks?: { readonly muscles: number; readonly revision: number }
  readonly names: readonly (readonly [nameKey: string, exerciseId: string])[]
}

/** The previous settings, and the revision that the profile had with the new ones. */
export interface ReplacedProfile {
  readonly settings: ProfileSettings
  readonly revision: number
}

/** The part of a profile that an account export carries. */
export type ProfileSettings = Omit<Schemas['User'], 'id' | 'email' | 'revision' | 'createdAt' | 'updatedAt'>

/** Something that an import wrote and no undo removed. */
export interface ImportItemsTable {
  userId: string
  kind: 'workout' | 'exercise' | 'measurement'
  /** Of the workout, exercise or measurement. */
  id: string
  /** The import that last wrote it. */
  importId: string
  /** For a workout: a digest of its sets as they were in the file. */
  fingerprint: string | null
  /** The revision that was written: if it has another one, the user has changed it since. */
  revision: number
}

/** What the user said an exercise name means. */
export interface ExerciseNameMappingsTable {
  userId: string
  /** The normal form of the name; see `exerciseNameKey`. */
  nameKey: string
  exerciseId: string
}
