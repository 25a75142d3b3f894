import type { Schemas } from '#generated/types.ts'

/** A muscle of the taxonomy. */
export type Muscle = Schemas['Muscle']
/** The category that an exercise counts toward. */
export type ExerciseCategory = Schemas['ExerciseCategory']
/** Which joints move, and how. */
export type MovementPattern = Schemas['MovementPattern']
/** Whether several joints move, or only one. */
export type Mechanic = Schemas['Mechanic']
/** The direction in which the load moves, or `hold` if it is held. */
export type Force = Schemas['Force']
/** How much practice an exercise requires. */
export type Difficulty = Schemas['Difficulty']
/** The equipment that an exercise needs. */
export type Equipment = Schemas['Equipment']
/** Which figures a set is logged with. */
export type Tracking = Schemas['Tracking']
