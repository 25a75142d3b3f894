import type { Generated } from 'kysely'
import type { Schemas } from '#generated/types.ts'
import type { Json } from '../engine/json.ts'

/** The columns of every exercise. */
interface ExerciseColumns {
  name: string
  /** The name in NFC and lowercase; unique among a user's own undeleted exercises. */
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
  /** Highest first. A copy of its rows in the table of muscles, for faster reads. */
  engagement: Json<Schemas['EngagementInput'][]>
  revision: number
  createdAt: number
  updatedAt: number
}

/** Built-in exercises, which all users share: a reference table. */
export interface CatalogueExercisesTable extends ExerciseColumns {
  /** A slug. */
  id: string
  /** 1 if its facts were derived from another catalogue and not verified. */
  derived: Generated<0 | 1>
}

/** Users' own exercises. */
export interface CustomExercisesTable extends ExerciseColumns {
  userId: string
  /** A UUID. */
  id: string
  deletedAt: number | null
  /** The user's `seq` at the last change. */
  seq: number
}

interface MuscleColumns {
  exerciseId: string
  muscle: Schemas['Muscle']
  /** 0–100. */
  percent: number
}

/** The engagement of a muscle by a built-in exercise, for filters. */
export type CatalogueMusclesTable = MuscleColumns

/** The engagement of a muscle by a user's own exercise, for filters. */
export interface CustomMusclesTable extends MuscleColumns {
  userId: string
}
