import type { Schemas } from '#generated/types.ts'
import type { Candidate, WorkoutRequest } from './types.ts'

type Equipment = Schemas['Equipment']

/** Equipment that implies a gym, with a bench and something to hang from. */
const gym: ReadonlySet<Equipment> = new Set([
  'barbell',
  'ez_bar',
  'trap_bar',
  'machine',
  'cable',
  'smith_machine',
])

/** Ids of exercises without a weight that need something to hang from or hold on to; a chair is always available. */
const needsBar =
  /pull-up|chin-up|muscle-up|^(weighted-)?(chest-|triceps-|korean-|straight-bar-)?dip$|inverted-row|hang|toes-to-bar|knees-to-elbows|captains-chair|lever|rope-climb|back-extension|reverse-hyper|nordic|roman-chair|human-flag|decline-(crunch|sit-up|reverse-crunch|oblique-crunch)|windshield-wiper$|dragon-flag/
/** Ids of exercises with dumbbells or kettlebells that need a bench. */
const needsBench = /bench-press|bench-row|^incline-|^decline-|-fly$|pullover|skull-crusher|hip-thrust/

const weightless: ReadonlySet<Equipment> = new Set(['bodyweight', 'band', 'other'])
const handheld: ReadonlySet<Equipment> = new Set(['dumbbell', 'kettlebell'])

/**
 * The bar or bench that an exercise needs but the equipment doesn't imply. For example, a hotel room has no pull-up
 * bar. With the usual equipment of the profile, exercises that the person has done before are assumed to be possible.
 * Undefined if nothing is missing, as in a gym.
 */
export function missingStation(
  { id, equipment }: Candidate,
  request: WorkoutRequest,
  isOwn: boolean,
): 'bar' | 'bench' | undefined {
  const { equipment: available, isUsualEquipment } = request
  if (!available || available.some((item) => gym.has(item))) return undefined
  if (weightless.has(equipment) && needsBar.test(id) && !(isOwn && isUsualEquipment)) return 'bar'
  return handheld.has(equipment) && needsBench.test(id) && !isOwn ? 'bench' : undefined
}
