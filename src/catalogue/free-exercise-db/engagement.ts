import type { Engagement } from '../exercise.ts'
import type { Muscle } from '../vocabulary.ts'
import type { FreeExerciseDbEntry, TheirMuscle } from './entries.ts'

/** The percentages for listed muscles; the format has no more detail. */
const PRIMARY = 100
const SECONDARY = 50

const muscleOf: Readonly<Record<Exclude<TheirMuscle, 'shoulders'>, Muscle>> = {
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
 * Their `shoulders` is one muscle, ours are four: the first pattern that matches the name decides which one
 * is meant.
 */
const primaryShoulder: readonly (readonly [RegExp, Muscle])[] = [
  [/rotation|cuban/i, 'rotator_cuff'],
  [/front (?:raise|delt)|push press/i, 'front_delts'],
  [/rear|reverse fl|back fly|face pull|pull.?apart|bent.?over/i, 'rear_delts'],
  [/lateral|side|upright row|iron cross|crucifix|scaption|power partial/i, 'side_delts'],
]

/** Which part of the shoulder is meant. As a secondary muscle: the front in pushes, the rear in pulls. */
function shoulderOf(entry: FreeExerciseDbEntry, listed: 'primary' | 'secondary'): Muscle {
  if (listed === 'secondary') return entry.force === 'pull' ? 'rear_delts' : 'front_delts'
  return primaryShoulder.find(([pattern]) => pattern.test(entry.name))?.[1] ?? 'front_delts'
}

/** Primary muscles at 100, secondary ones at 50, in our taxonomy. */
export function derivedEngagement(entry: FreeExerciseDbEntry): Engagement {
  const engagement: Partial<Record<Muscle, number>> = {}
  for (const muscle of entry.secondaryMuscles)
    engagement[muscle === 'shoulders' ? shoulderOf(entry, 'secondary') : muscleOf[muscle]] = SECONDARY
  for (const muscle of entry.primaryMuscles)
    engagement[muscle === 'shoulders' ? shoulderOf(entry, 'primary') : muscleOf[muscle]] = PRIMARY
  return engagement
}
