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
const hanging =
  /pull-up|chin-up|muscle-up|^(weighted-)?(chest-|triceps-|korean-|straight-bar-)?dip$|inverted-row|hang|toes-to-bar|knees-to-elbows|captains-chair|lever|rope-climb|back-extension|reverse-hyper|nordic|roman-chair|human-flag|decline-(crunch|sit-up|reverse-crunch|oblique-crunch)|windshield-wiper$|dragon-flag/
/** Ids of exercises with dumbbells or kettlebells that need a bench. */
const benched = /bench-press|bench-row|^incline-|^decline-|-fly$|pullover|skull-crusher|hip-thrust/

const weightless: ReadonlySet<Equipment> = new Set(['bodyweight', 'band', 'other'])
const handheld: ReadonlySet<Equipment> = new Set(['dumbbell', 'kettlebell'])

/**
 * The bar or bench that an exercise needs and the equipment doesn’t imply: a hotel room has no pull-up bar. With the
 * usual equipment of the profile, a person’s own exercises are assumed to be possible.
 */
export function lacksStation(
  { id, equipment }: Candidate,
  request: WorkoutRequest,
  own: boolean,
): 'bar' | 'bench' | undefined {
  const { equipment: available, usualEquipment } = request
  if (!available || available.some((one) => gym.has(one))) return undefined
  if (weightless.has(equipment) && hanging.test(id) && !(own && usualEquipment)) return 'bar'
  return handheld.has(equipment) && benched.test(id) && !own ? 'bench' : undefined
}
