import type { Schemas } from '#generated/types.ts'
import type { Json } from '../engine/json.ts'

/** The user's choice of a progression for an exercise. */
export interface ProgressionsTable {
  userId: string
  exerciseId: string
  /** As sent; null if the choice was reverted. */
  progression: Json<Schemas['ProgressionScheme']> | null
  /** When it was chosen or reverted. */
  since: number
  revision: number
  /** The user's `seq` at the last change. */
  seq: number
}

/** A user's report of how sore a muscle is. */
export interface SorenessTable {
  userId: string
  reportedAt: number
  muscle: Schemas['Muscle']
  /** 0–10 in steps of 0.5. */
  soreness: number
  seq: number
}

/** A user's own weekly landmarks. */
export interface LandmarksTable {
  userId: string
  landmarks: Json<Schemas['MuscleLandmarksInput'][]>
  revision: number
  seq: number
}
