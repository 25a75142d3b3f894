import type { Difficulty, Equipment, ExerciseCategory, MovementPattern, Tracking } from '../vocabulary.ts'
import type { FreeExerciseDbEntry, SourceMuscle } from './entries.ts'

const equipmentWord: Readonly<Record<NonNullable<FreeExerciseDbEntry['equipment']>, Equipment>> = {
  'body only': 'bodyweight',
  machine: 'machine',
  other: 'other',
  'foam roll': 'other',
  kettlebells: 'kettlebell',
  dumbbell: 'dumbbell',
  cable: 'cable',
  barbell: 'barbell',
  bands: 'band',
  'medicine ball': 'medicine_ball',
  'exercise ball': 'other',
  'e-z curl bar': 'ez_bar',
}

/** The equipment. Entries without any are stretches, walks and the like, which need none. */
export function derivedEquipment({ equipment, category, name }: FreeExerciseDbEntry): Equipment {
  if (equipment === null) return 'bodyweight'
  if (equipment === 'machine' && category === 'cardio') return 'cardio_machine'
  if (/\bsmith\b/i.test(name)) return 'smith_machine'
  if (/\bsled\b/i.test(name)) return 'sled'
  return equipmentWord[equipment]
}

/** free-exercise-db's `expert` is Replog's `advanced`. */
export const difficultyOf: Readonly<Record<FreeExerciseDbEntry['level'], Difficulty>> = {
  beginner: 'beginner',
  intermediate: 'intermediate',
  expert: 'advanced',
}

/** The category of each muscle, unless the force decides otherwise. */
const categoryOf: Readonly<Record<SourceMuscle, ExerciseCategory>> = {
  abdominals: 'core',
  abductors: 'legs',
  adductors: 'legs',
  biceps: 'pull',
  calves: 'legs',
  chest: 'push',
  forearms: 'pull',
  glutes: 'legs',
  hamstrings: 'legs',
  lats: 'pull',
  'lower back': 'core',
  'middle back': 'pull',
  neck: 'core',
  quadriceps: 'legs',
  shoulders: 'push',
  traps: 'pull',
  triceps: 'push',
}

/** The category, from the first primary muscle. */
export function derivedCategory({
  category,
  primaryMuscles,
  force,
  mechanic,
}: FreeExerciseDbEntry): ExerciseCategory {
  if (category === 'cardio') return 'cardio'
  if (category === 'stretching') return 'mobility'
  const [muscle] = primaryMuscles
  if (muscle === 'shoulders' && force === 'pull') return 'pull'
  // A compound lift for the lower back is a kind of deadlift.
  if (muscle === 'lower back' && mechanic === 'compound') return 'legs'
  return muscle === undefined ? 'core' : categoryOf[muscle]
}

/** The movement pattern of isolation exercises, by muscle. */
const isolationPattern: Readonly<Partial<Record<SourceMuscle, MovementPattern>>> = {
  abductors: 'hip_abduction',
  adductors: 'hip_adduction',
  biceps: 'elbow_flexion',
  calves: 'ankle',
  chest: 'chest_fly',
  forearms: 'wrist',
  hamstrings: 'knee_flexion',
  neck: 'neck',
  quadriceps: 'knee_extension',
  shoulders: 'shoulder_raise',
  traps: 'shrug',
  triceps: 'elbow_extension',
}

/** The movement pattern, if muscle, mechanic and force determine it; otherwise undefined. */
export function derivedPattern(entry: FreeExerciseDbEntry): MovementPattern | undefined {
  const { category, mechanic, force, name } = entry
  const [muscle] = entry.primaryMuscles
  if (category === 'stretching') return 'stretch'
  if (category === 'cardio') return 'locomotion'
  if (category === 'olympic weightlifting') return 'olympic'
  if (isCarry(entry)) return 'carry'
  if (muscle === 'shoulders' && /rotation/i.test(name)) return 'shoulder_rotation'
  if (category !== 'strength' && category !== 'powerlifting') return undefined
  if (mechanic === 'isolation') return muscle === undefined ? undefined : isolationPattern[muscle]
  if (mechanic === 'compound' && force === 'push') {
    if (muscle === 'chest') return 'horizontal_push'
    if (muscle === 'shoulders') return 'vertical_push'
  }
  if (mechanic === 'compound' && force === 'pull') {
    if (muscle === 'middle back') return 'horizontal_pull'
    if (muscle === 'lats') return 'vertical_pull'
  }
  return undefined
}

function isCarry({ category, name }: FreeExerciseDbEntry): boolean {
  return category === 'strongman' && /walk|carry|drag/i.test(name)
}

/** Equipment without a weight. */
const weightless: ReadonlySet<FreeExerciseDbEntry['equipment']> = new Set([
  null,
  'body only',
  'exercise ball',
  'foam roll',
])

/**
 * The figures with which a set is logged. Bodyweight lifts are logged as reps only, because the format
 * doesn't give the share of bodyweight moved.
 */
export function derivedTracking(entry: FreeExerciseDbEntry): Tracking {
  const { category, force, equipment } = entry
  if (category === 'cardio' || isCarry(entry)) return 'distance_duration'
  if (category === 'stretching' || force === 'static') return 'duration'
  if (weightless.has(equipment) || (category === 'plyometrics' && equipment === 'other')) return 'reps'
  return 'weight_reps'
}

/** Whether it is done one side at a time. */
export function isUnilateral({ name }: FreeExerciseDbEntry): boolean {
  return /\b(?:one|single)[- ](?:arm|leg|hand|dumbbell|kettlebell)/i.test(name)
}

const oneDumbbell = /pullover|goblet|plie|concentration|side bend|twist|a dumbbell|seated triceps|spell/i

/** Whether it uses two dumbbells or kettlebells, in which case people log the weight of one. */
export function isPerHand(entry: FreeExerciseDbEntry): boolean {
  const { equipment, name } = entry
  if (isUnilateral(entry) || derivedTracking(entry) !== 'weight_reps') return false
  if (equipment === 'dumbbell') return !oneDumbbell.test(name)
  return equipment === 'kettlebells' && /double|two-arm|alternating|see-?saw/i.test(name)
}
