import type { Engagement } from '../exercise.ts'
import type { Muscle } from '../vocabulary.ts'
import type { FreeExerciseDbEntry, SourceMuscle } from './entries.ts'

/** The percentages for listed muscles; the format has no more detail. */
const primaryPercent = 100
const secondaryPercent = 50

const muscleOf: Readonly<Record<Exclude<SourceMuscle, 'shoulders'>, Muscle>> = {
  abdominals: 'abs',
  abductors: 'abductors',
  adductors: 'adductors',
  biceps: 'biceps',
  calves: 'calves',
  chest: 'chest',
  forearms: 'forearms',
  glutes: 'glutes',
  hamstrings: 'hamstrings',
  lats: 'lats',
  'lower back': 'lower_back',
  'middle back': 'upper_back',
  neck: 'neck',
  quadriceps: 'quads',
  traps: 'traps',
  triceps: 'triceps',
}

/**
 * Which of Replog's four shoulder muscles free-exercise-db's single `shoulders` means: the one of the first pattern
 * that matches the exercise's name.
 */
const primaryShoulder: readonly (readonly [RegExp, Muscle])[] = [
  [/rotation|cuban/i, 'rotator_cuff'],
  [/front (?:raise|delt)|push press/i, 'front_delts'],
  [/rear|reverse fl|back fly|face pull|pull.?apart|bent.?over/i, 'rear_delts'],
  [/lateral|side|upright row|iron cross|crucifix|scaption|power partial/i, 'side_delts'],
]

/** Which part of the shoulder is meant. As a secondary muscle: the rear in pulls, otherwise the front. */
function shoulderOf(entry: FreeExerciseDbEntry, role: 'primary' | 'secondary'): Muscle {
  if (role === 'secondary') return entry.force === 'pull' ? 'rear_delts' : 'front_delts'
  return primaryShoulder.find(([pattern]) => pattern.test(entry.name))?.[1] ?? 'front_delts'
}

/** Primary muscles at 100, secondary ones at 50, in Replog's taxonomy. */
export function derivedEngagement(entry: FreeExerciseDbEntry): Engagement {
  const engagement: Partial<Record<Muscle, number>> = {}
  for (const muscle of entry.secondaryMuscles)
    engagement[muscle === 'shoulders' ? shoulderOf(entry, 'secondary') : muscleOf[muscle]] = secondaryPercent
  for (const muscle of entry.primaryMuscles)
    engagement[muscle === 'shoulders' ? shoulderOf(entry, 'primary') : muscleOf[muscle]] = primaryPercent
  return engagement
}
