import { equipmentIn } from '#catalogue/names/equipment-words.ts'
import { plainWords } from '#catalogue/names/name-words.ts'
import type { ExerciseCategory, Tracking } from '#catalogue/vocabulary.ts'
import type { CustomDraft, FileExercise } from '../model.ts'

/** Category names in files, FitNotes' own first. */
const categoryByWord: Readonly<Record<string, ExerciseCategory>> = {
  abs: 'core',
  back: 'pull',
  biceps: 'pull',
  cardio: 'cardio',
  chest: 'push',
  legs: 'legs',
  shoulders: 'push',
  triceps: 'push',
  forearms: 'pull',
  core: 'core',
  glutes: 'legs',
  hamstrings: 'legs',
  quads: 'legs',
  calves: 'legs',
  traps: 'pull',
  neck: 'core',
  push: 'push',
  pull: 'pull',
  stretching: 'mobility',
  mobility: 'mobility',
  yoga: 'mobility',
  warmup: 'mobility',
  'lower body': 'legs',
}

/** Words of a name that suggest the category, more certain ones first. */
const categoryPatterns: readonly (readonly [pattern: RegExp, category: ExerciseCategory])[] = [
  [/\b(?:stretch\w*|mobility|yoga|foam roll\w*|warm ?up)\b/, 'mobility'],
  [
    /\b(?:run\w*|bike|biking|cycling|treadmill|elliptical|swim\w*|walk\w*|hik\w+|jog\w*|cardio|ergometer|skipping)\b/,
    'cardio',
  ],
  [
    /\b(?:squats?|lunges?|legs?|deadlifts?|calf|calves|hamstrings?|quads?|glutes?|hips?|thrusts?|adduct\w*|abduct\w*|step ups?)\b/,
    'legs',
  ],
  [/\b(?:abs?|crunch\w*|planks?|sit ?ups?|core|twists?|rollouts?|obliques?|v ups?|hollow)\b/, 'core'],
  [
    /\b(?:rows?|pull\w*|chins?|chin ups?|curls?|biceps?|lats?|back|shrugs?|traps?|rear delts?|face)\b/,
    'pull',
  ],
  [
    /\b(?:press\w*|push\w*|dips?|fly|flyes|flies|chest|triceps?|extensions?|raises?|shoulders?|delts?|bench)\b/,
    'push',
  ],
]

/** The category in the file, or the one that the name suggests, or the usual one for how the exercise is measured. */
function categoryOf({ name, category }: FileExercise, tracking: Tracking): ExerciseCategory {
  const fileCategory = plainWords(category ?? '').join(' ')
  if (Object.hasOwn(categoryByWord, fileCategory)) return categoryByWord[fileCategory] ?? 'push'
  for (const text of [fileCategory, plainWords(name).join(' ')])
    for (const [pattern, suggested] of categoryPatterns) if (pattern.test(text)) return suggested
  if (tracking === 'distance_duration') return 'cardio'
  return tracking === 'duration' ? 'core' : 'push'
}

/** How the exercise is measured, judged by the figures that most of its sets have. */
function trackingOf({ sets, weighted, counted, timed, measured }: FileExercise): Tracking {
  const half = sets / 2
  if (weighted > 0 && weighted >= measured && counted >= timed) return 'weight_reps'
  if (measured >= half && measured > 0) return 'distance_duration'
  if (timed > counted) return 'duration'
  return counted > 0 ? 'reps' : 'weight_reps'
}

const unilateral = /\b(?:single|one|1)[- ](?:arm|leg|hand|sided)|\b(?:single|one)-?(?:arm|leg)|unilateral/i

/**
 * The custom exercise to create for a name that matches no exercise. Its equipment comes from the name, its category
 * from the file or a guess, and its tracking from its sets. It has no muscles, so it counts toward none until the
 * user adds them.
 */
export function customDraft(exercise: FileExercise): CustomDraft {
  const tracking = trackingOf(exercise)
  const isUnloaded = tracking !== 'weight_reps' && tracking !== 'distance_duration'
  return {
    name: exercise.name,
    category: categoryOf(exercise, tracking),
    equipment: equipmentIn(exercise.name) ?? (isUnloaded ? 'bodyweight' : 'other'),
    tracking,
    unilateral: unilateral.test(exercise.name),
  }
}
