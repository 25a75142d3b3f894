/** The closed word lists of an exercise, as the contract has them. */

/** The muscle taxonomy: 24 muscles or muscle heads that a lift can be aimed at. */
export const muscles = [
  'chest',
  'front_delts',
  'side_delts',
  'rear_delts',
  'lats',
  'upper_back',
  'traps',
  'lower_back',
  'rotator_cuff',
  'serratus',
  'neck',
  'biceps',
  'triceps',
  'forearms',
  'abs',
  'obliques',
  'hip_flexors',
  'quads',
  'hamstrings',
  'glutes',
  'adductors',
  'abductors',
  'calves',
  'tibialis',
] as const
/** A muscle of the taxonomy. */
export type Muscle = (typeof muscles)[number]

/** Where on the body a muscle belongs, for lists and charts. */
export const muscleGroups = ['chest', 'back', 'shoulders', 'arms', 'core', 'legs', 'neck'] as const
/** A group of muscles. */
export type MuscleGroup = (typeof muscleGroups)[number]

/** The split that an exercise counts towards. */
export const categories = ['push', 'pull', 'legs', 'core', 'cardio', 'mobility'] as const
/** The split that an exercise counts towards. */
export type ExerciseCategory = (typeof categories)[number]

/** What the joints do. */
export const patterns = [
  'squat',
  'lunge',
  'hinge',
  'hip_extension',
  'hip_abduction',
  'hip_adduction',
  'knee_extension',
  'knee_flexion',
  'ankle',
  'horizontal_push',
  'vertical_push',
  'horizontal_pull',
  'vertical_pull',
  'chest_fly',
  'shoulder_raise',
  'shrug',
  'shoulder_rotation',
  'elbow_flexion',
  'elbow_extension',
  'wrist',
  'neck',
  'trunk_flexion',
  'trunk_extension',
  'trunk_rotation',
  'bracing',
  'carry',
  'olympic',
  'jump',
  'locomotion',
  'stretch',
] as const
/** What the joints do. */
export type MovementPattern = (typeof patterns)[number]

/** Several joints, or one. */
export const mechanics = ['compound', 'isolation'] as const
/** Several joints, or one. */
export type Mechanic = (typeof mechanics)[number]

/** Which way the load is moved, or that it is held. */
export const forces = ['push', 'pull', 'hold'] as const
/** Which way the load is moved, or that it is held. */
export type Force = (typeof forces)[number]

/** How much practice an exercise asks for. */
export const difficulties = ['beginner', 'intermediate', 'advanced'] as const
/** How much practice an exercise asks for. */
export type Difficulty = (typeof difficulties)[number]

/** What has to be at hand. */
export const equipments = [
  'barbell',
  'ez_bar',
  'trap_bar',
  'dumbbell',
  'kettlebell',
  'machine',
  'cable',
  'smith_machine',
  'band',
  'bodyweight',
  'plate',
  'medicine_ball',
  'suspension',
  'cardio_machine',
  'sled',
  'landmine',
  'other',
] as const
/** What has to be at hand. */
export type Equipment = (typeof equipments)[number]

/** Which figures a set of the exercise is logged with. */
export const trackings = ['weight_reps', 'bodyweight_reps', 'reps', 'duration', 'distance_duration'] as const
/** Which figures a set of the exercise is logged with. */
export type Tracking = (typeof trackings)[number]
