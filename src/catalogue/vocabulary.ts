import type { components } from '../../generated/types.ts'

type Words = components['schemas']

/** A muscle of the taxonomy. */
export type Muscle = Words['Muscle']
/** Where on the body a muscle belongs. */
export type MuscleGroup = Words['MuscleGroup']
/** The split that an exercise counts toward. */
export type ExerciseCategory = Words['ExerciseCategory']
/** What the joints do. */
export type MovementPattern = Words['MovementPattern']
/** Several joints, or one. */
export type Mechanic = Words['Mechanic']
/** Which way the load is moved, or that it is held. */
export type Force = Words['Force']
/** How much practice an exercise asks for. */
export type Difficulty = Words['Difficulty']
/** The equipment it takes. */
export type Equipment = Words['Equipment']
/** Which figures a set is logged with. */
export type Tracking = Words['Tracking']
