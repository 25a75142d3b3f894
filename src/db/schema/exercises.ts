import type { Generated } from 'kysely'
import type { Schemas } from '#generated/types.ts'
import type { Json } from '../engine/json.ts'

/** Built-in exercises and users' own. */
export interface ExercisesTable {
  key: Generated<number>
  /** Null: built-in. */
  userId: string | null
  /** A slug if built-in, else a UUID. Unique per user, and among built-in ones. */
  id: string
  name: string
  /** The name in NFC and lowercase: unique among a user's own that are not deleted. */
  nameKey: string
  aliases: Json<string[]>
  category: Schemas['ExerciseCategory']
  pattern: Schemas['MovementPattern'] | null
  mechanic: Schemas['Mechanic'] | null
  force: Schemas['Force'] | null
  equipment: Schemas['Equipment']
  difficulty: Schemas['Difficulty'] | null
  tracking: Schemas['Tracking']
  unilateral: 0 | 1
  perHand: 0 | 1
  /** 0–1. */
  bodyweightShare: Generated<number>
  cues: Json<string[]>
  /** Highest first. A copy of its rows in `exerciseMuscles`, for reading. */
  engagement: Json<Schemas['EngagementInput'][]>
  /** 1: its facts were derived from another catalogue, and not verified. */
  derived: Generated<0 | 1>
  revision: number
  createdAt: number
  updatedAt: number
  deletedAt: number | null
  /** The user's `seq` at the last change; 0 for built-in ones. */
  seq: Generated<number>
}

/** How much of an exercise falls on a muscle: for filters and for volume. */
export interface ExerciseMusclesTable {
  exerciseKey: number
  muscle: Schemas['Muscle']
  /** 0–100. */
  percent: number
}
