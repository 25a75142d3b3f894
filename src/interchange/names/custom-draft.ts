import { equipmentIn } from '#catalogue/names/equipment-words.ts'
import { plainWords } from '#catalogue/names/name-words.ts'
import type { ExerciseCategory, Tracking } from '#catalogue/vocabulary.ts'
import type { CustomDraft, SeenExercise } from '../model.ts'

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
const categoryForms: readonly (readonly [form: RegExp, category: ExerciseCategory])[] = [
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

/** The category: as the file says, else as the name suggests, else by how it is measured. */
function categoryOf({ name, category }: SeenExercise, tracking: Tracking): ExerciseCategory {
  const said = plainWords(category ?? '').join(' ')
  if (Object.hasOwn(categoryByWord, said)) return categoryByWord[said] ?? 'push'
  for (const text of [said, plainWords(name).join(' ')])
    for (const [form, found] of categoryForms) if (form.test(text)) return found
  if (tracking === 'distance_duration') return 'cardio'
  return tracking === 'duration' ? 'core' : 'push'
}

/** By what most of its sets have. */
function trackingOf({ sets, weighted, counted, timed, measured }: SeenExercise): Tracking {
  const half = sets / 2
  if (weighted > 0 && weighted >= measured && counted >= timed) return 'weight_reps'
  if (measured >= half && measured > 0) return 'distance_duration'
  if (timed > counted) return 'duration'
  return counted > 0 ? 'reps' : 'weight_reps'
}

const oneSided = /\b(?:single|one|1)[- ](?:arm|leg|hand|sided)|\b(?:single|one)-?(?:arm|leg)|unilateral/i

/**
 * The custom exercise to create for a name that means no known one: equipment from its brackets or words,
 * category from the file or guessed, and measured as its sets are. It names no muscles, so it counts toward
 * none until the user adds them.
 */
export function customDraft(seen: SeenExercise): CustomDraft {
  const tracking = trackingOf(seen)
  const isUnloaded = tracking !== 'weight_reps' && tracking !== 'distance_duration'
  return {
    name: seen.name,
    category: categoryOf(seen, tracking),
    equipment: equipmentIn(seen.name) ?? (isUnloaded ? 'bodyweight' : 'other'),
    tracking,
    unilateral: oneSided.test(seen.name),
  }
}
