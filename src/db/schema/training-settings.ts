import type { Schemas } from '#generated/types.ts'
import type { Json } from '../engine/json.ts'

/** How an exercise progresses, as the user chose. */
export interface ProgressionsTable {
  userId: string
  exerciseId: string
  /** As it was sent. Null: the choice was reverted. */
  progression: Json<Schemas['ProgressionScheme']> | null
  /** When it was chosen or reverted. */
  since: number
  revision: number
  /** The user's `seq` at the last change. */
  seq: number
}

/** How sore a user said that a muscle is. */
export interface SorenessTable {
  userId: string
  reportedAt: number
  muscle: Schemas['Muscle']
  /** 0–10 by halves. */
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
